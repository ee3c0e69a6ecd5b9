import { criterionOf } from './match.explanation.js';
import { groupBy } from './match.order.js';
import { SHELVES, type EvaluatedRow, type Evaluation } from './match.rules.js';
import type { Shelf } from './match.profile.js';
import { amountInWords, wholeNumber, wordOf, type Lang } from './match.words.js';

/** What one condition costs: places that it alone keeps out. Shelves counted apart, and places whose owner would have to answer first. */
export interface WhatIf {
  readonly id: string;
  readonly offered: number;
  readonly ownerKnown: number;
  readonly ifOwnersAnswered: number;
  /** Smallest relaxation, in the row's unit, for the next 1, 5 and 10. */
  readonly steps: readonly { readonly more: number; readonly size: number }[];
  /** For lists: how many each further word would open, most first. */
  readonly choices: readonly { readonly word: string; readonly more: number }[];
}

export const STEPS = [1, 5, 10] as const;

/** One thing a relaxation would open: a site for a need, or a project for a site. */
export interface Opening {
  readonly key: string;
  readonly shelf: Shelf;
  readonly answered: boolean;
  readonly size: number | null;
  readonly word: string | null;
}

/** How many more places each condition of the need would open if dropped. Give every option of every site. */
export function whatIfForNeed(evaluations: readonly Evaluation[]): WhatIf[] {
  return whatIf(
    evaluations,
    (one) => one.siteId,
    () => true,
  );
}

/** The owner's mirror: how many more projects a change of the place would open. What cannot change on the place is left out. */
export function whatIfForPlace(evaluations: readonly Evaluation[]): WhatIf[] {
  return whatIf(
    evaluations,
    (one) => one.needId,
    (row) => row.change?.onPlace !== null,
  );
}

function whatIf(evaluations: readonly Evaluation[], keyOf: (one: Evaluation) => string, counts: (row: EvaluatedRow) => boolean): WhatIf[] {
  const openings = new Map<string, Opening[]>();
  for (const [key, options] of groupBy(evaluations, keyOf)) {
    for (const { id, opening } of openingsOf(key, options, counts)) openings.set(id, [...(openings.get(id) ?? []), opening]);
  }
  const order = [...new Set(evaluations.flatMap((one) => one.rows.filter((row) => row.hard).map((row) => row.id)))];
  return order.map((id) => tally(id, openings.get(id) ?? []));
}

/** Documented openings count when nothing of this key is eligible yet; those awaiting an answer, when nothing is even to confirm. */
function openingsOf(
  key: string,
  options: readonly Evaluation[],
  counts: (row: EvaluatedRow) => boolean,
): { id: string; opening: Opening }[] {
  if (options.some((one) => one.eligibility === 'eligible')) return [];
  const waiting = options.some((one) => one.eligibility === 'to_confirm');
  return options.flatMap((one) => {
    const unmet = one.rows.find((row) => row.hard && row.finding.verdict === 'not_met');
    if (one.unmet !== 1 || unmet === undefined || !counts(unmet)) return [];
    const answered = one.unknown === 0;
    if (!answered && waiting) return [];
    const onNeed = unmet.change?.onNeed;
    const word = onNeed?.type === 'words' ? (onNeed.words[0] ?? null) : null;
    return [{ id: unmet.id, opening: { key, shelf: one.shelf, answered, size: unmet.change?.size ?? null, word } }];
  });
}

/** Shared with the SQL path, which brings the same openings. */
export function tally(id: string, openings: readonly Opening[]): WhatIf {
  const documented = groupBy(
    openings.filter((opening) => opening.answered),
    (opening) => opening.key,
  );
  const shelves = [...documented.values()].map((group) => Math.min(...group.map((opening) => SHELVES.indexOf(opening.shelf))));
  const unanswered = new Set(openings.filter((opening) => !opening.answered && !documented.has(opening.key)).map((opening) => opening.key));
  return {
    id,
    offered: shelves.filter((shelf) => shelf === 0).length,
    ownerKnown: shelves.filter((shelf) => shelf === 1).length,
    ifOwnersAnswered: unanswered.size,
    steps: stepsOf([...documented.values()]),
    choices: choicesOf([...documented.values()]),
  };
}

function stepsOf(groups: readonly (readonly Opening[])[]): WhatIf['steps'] {
  const sizes = groups
    .map((group) => group.map((opening) => opening.size).filter((size) => size !== null))
    .filter((known) => known.length > 0)
    .map((known) => Math.min(...known))
    .sort((a, b) => a - b);
  return STEPS.flatMap((more) => {
    const size = sizes[more - 1];
    return size === undefined ? [] : [{ more, size }];
  });
}

function choicesOf(groups: readonly (readonly Opening[])[]): WhatIf['choices'] {
  const words = groups.flatMap((group) => [...new Set(group.map((opening) => opening.word).filter((word) => word !== null))]);
  return [...groupBy(words, (word) => word)]
    .map(([word, same]) => ({ word, more: same.length }))
    .sort((a, b) => b.more - a.more || (a.word < b.word ? -1 : 1));
}

export interface WhatIfInWords extends Omit<WhatIf, 'steps' | 'choices'> {
  readonly label: string;
  readonly steps: { readonly more: number; readonly size: number; readonly sentence: string }[];
  readonly choices: { readonly more: number; readonly word: string; readonly label: string }[];
}

export function whatIfInWords(result: WhatIf, lang: Lang): WhatIfInWords {
  const { text, sizeUnit } = criterionOf(result.id);
  const { label, looser } = text[lang];
  const list = result.id === 'kind' ? 'kind' : 'tenure';
  return {
    ...result,
    label,
    steps: result.steps.map(({ more, size }) => ({
      more,
      size,
      sentence:
        `+ ${wholeNumber(more, lang)} ${looser === null || sizeUnit === null ? '' : looser(amountInWords(size, sizeUnit, lang))}`.trim(),
    })),
    choices: result.choices.map(({ word, more }) => ({ word, more, label: wordOf(list, word, lang) })),
  };
}
