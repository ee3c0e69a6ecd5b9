import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../../ui/bars';
import { Disclosure } from '../../../ui/disclosure';
import type { Feature, SiteView } from '../site-types';
import type { Constraint } from '../site-words';

/** How much is known, and the one question whose answer would help most. */
export function CompletenessPanel({ completeness }: { readonly completeness: SiteView['completeness'] }) {
  const { t } = useTranslation(['place', 'vocabulary']);
  const { known, asked, missing, next } = completeness;
  const others = missing.slice(1);
  return (
    <div className="completeness">
      <Bar label={t('place:completeness.bar')} text={`${known} / ${asked}`} low={known / asked} />
      <p>
        {t('place:completeness.sentence', { known, asked })}{' '}
        {next ? t('place:completeness.next', { question: questionWords(next, t) }) : t('place:completeness.complete')}
      </p>
      {others.length > 0 ? (
        <Disclosure summary={t('place:completeness.more')} count={String(others.length)}>
          <ul>
            {others.map((field) => (
              <li key={field}>{questionWords(field, t)}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}

const PLAIN = [
  'floorAreaM2',
  'tenure',
  'availableFrom',
  'cost',
  'condition',
  'owner',
  'point',
  'propertyStatus',
  'uses',
  'landAreaM2',
  'planningZone',
  'contact',
  'description',
  'photos',
] as const;

/** The server names a field (`features.water`); a person reads a question. */
export function useQuestionWords(): (field: string) => string {
  const { t } = useTranslation(['place', 'vocabulary']);
  return (field) => questionWords(field, t);
}

function questionWords(field: string, t: TFunction<['place', 'vocabulary']>): string {
  const plain = PLAIN.find((name) => name === field);
  if (plain) return t(`place:question.${plain}`);
  const [list, word = ''] = field.split('.');
  if (list === 'features') return t('place:question.feature', { word: t(`vocabulary:feature.${word as Feature}`).toLowerCase() });
  if (list === 'constraints')
    return t('place:question.constraint', { word: t(`vocabulary:constraint.${word as Constraint}`).toLowerCase() });
  return t('place:question.other', { field });
}
