import type { TFunction } from 'i18next';
import { formatNumber } from '../../../lib/format';
import type { Language } from '../../../text/language';
import { conditionWords } from '../need/condition-words';
import { CONDITIONS } from '../need/conditions';
import type { NeedSearch } from '../need/need-search';

export type RelaxationT = TFunction<['need', 'results', 'vocabulary', 'common']>;

/** One condition as it reads once relaxed: “680 € par mois au plus”, “à moins de 48 km de Langres”. */
export function relaxedWords(id: string, need: NeedSearch, t: RelaxationT, language: Language): string {
  if (id === 'zone') {
    return t('results:whatIf.radius', {
      radius: formatNumber(need.radiusKm ?? 0, language, 1),
      centre: need.nearName ?? t('need:words.point'),
    });
  }
  const condition = CONDITIONS.find((candidate) => candidate.id === id);
  return condition ? conditionWords(condition.id, need, t, language) : '';
}
