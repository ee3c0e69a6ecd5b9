import type { TFunction } from 'i18next';
import { formatNumber } from '../../../lib/format';
import type { Language } from '../../../text/language';
import type { WhatIf } from '../match-types';
import { conditionWords } from '../need/condition-words';
import { CONDITIONS } from '../need/conditions';
import type { NeedSearch } from '../need/need-search';
import { acceptAlso, relaxBy } from './relaxation';

type T = TFunction<['need', 'results', 'vocabulary', 'common']>;

export interface RelaxationStep {
  readonly more: number;
  /** The condition as it would then read: “680 € par mois au plus”. */
  readonly words: string;
  readonly need: NeedSearch;
}

export const openings = (row: Pick<WhatIf, 'offered' | 'ownerKnown'>): number => row.offered + row.ownerKnown;

/** The server's smallest relaxations of one condition, as needs that can be searched for. */
export function whatIfSteps(row: WhatIf, need: NeedSearch, t: T, language: Language): RelaxationStep[] {
  const bySize = row.steps.flatMap(({ more, size }) => {
    const relaxed = size === undefined ? null : relaxBy(need, row.id, size);
    return relaxed ? [{ more, need: relaxed, words: wordsOf(row.id, relaxed, t, language) }] : [];
  });
  const byWord = row.choices.slice(0, 3).flatMap(({ more, word, label }) => {
    const relaxed = acceptAlso(need, row.id, word);
    return relaxed ? [{ more, need: relaxed, words: t('results:whatIf.also', { word: label }) }] : [];
  });
  return [...bySize, ...byWord].filter((step, index, all) => all.findIndex(({ words }) => words === step.words) === index);
}

function wordsOf(id: string, need: NeedSearch, t: T, language: Language): string {
  const condition = CONDITIONS.find((candidate) => candidate.id === id);
  if (id === 'zone')
    return t('results:whatIf.radius', {
      radius: formatNumber(need.radiusKm ?? 0, language, 1),
      centre: need.nearName ?? t('need:words.point'),
    });
  return condition ? conditionWords(condition.id, need, t, language) : '';
}
