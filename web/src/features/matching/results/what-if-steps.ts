import type { Language } from '../../../text/language';
import type { WhatIf } from '../match-types';
import type { NeedSearch } from '../need/need-search';
import { type RelaxationT, relaxedWords } from './relaxed-words';
import { acceptAlso, relaxBy } from './relaxation';

export interface RelaxationStep {
  readonly more: number;
  /** The condition as it would then read: “680 € par mois au plus”. */
  readonly words: string;
  readonly need: NeedSearch;
}

export const openings = (row: Pick<WhatIf, 'offered' | 'ownerKnown'>): number => row.offered + row.ownerKnown;

/** The server's smallest relaxations of one condition, as needs that can be searched for. */
export function whatIfSteps(row: WhatIf, need: NeedSearch, t: RelaxationT, language: Language): RelaxationStep[] {
  const bySize = row.steps.flatMap(({ more, size }) => {
    const relaxed = relaxBy(need, row.id, size);
    return relaxed ? [{ more, need: relaxed, words: relaxedWords(row.id, relaxed, t, language) }] : [];
  });
  const byWord = row.choices.slice(0, 3).flatMap(({ more, word, label }) => {
    const relaxed = acceptAlso(need, row.id, word);
    return relaxed ? [{ more, need: relaxed, words: t('results:whatIf.also', { word: label }) }] : [];
  });
  return [...bySize, ...byWord].filter((step, index, all) => all.findIndex(({ words }) => words === step.words) === index);
}
