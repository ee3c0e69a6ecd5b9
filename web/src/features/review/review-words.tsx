import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge, type Tone } from '../../ui/badge';
import type { Reading, Review } from './review.queries';
import './review.css';

const TONES: Readonly<Record<Reading['state'], Tone>> = {
  assigned: 'amber',
  conflict_declared: 'brick',
  scoring: 'violet',
  locked: 'moss',
  revealed: 'enamel',
};

export function ReadingBadge({ state }: { readonly state: Reading['state'] }) {
  const { t } = useTranslation('review');
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}

export function points(hundredths: number): string {
  return formatNumber(hundredths / 100, currentLanguage(), 2);
}

interface GivenScoresProps {
  readonly grid: Reading['grid'];
  readonly given: Review['applications'][number]['scores'];
}

/** What each reader gave, criterion by criterion, with their reasons. */
export function GivenScores({ grid, given }: GivenScoresProps) {
  return (
    <ul className="stack">
      {given.map(({ reviewerId, function: role, scores }) => (
        <li key={reviewerId}>
          <strong>{role}</strong>
          <dl className="review-given">
            {grid.criteria.map(({ id, label }) => (
              <div key={id}>
                <dt>
                  {label} : <span className="nowrap">{`${scores[id]?.score ?? '…'} / ${grid.scaleMax}`}</span>
                </dt>
                <dd className="application-answer">{scores[id]?.justification ?? ''}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
