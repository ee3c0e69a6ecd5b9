import { useTranslation } from 'react-i18next';
import { Bars, type BarProps } from '../../../ui/bars';
import type { ExplainedRow, Match } from '../match-types';
import { askedWords, shares, worstFirst } from './match-rows';

/** One bar per criterion, with what was asked and what the place has; the worst comes first. */
export function MatchBars({ rows, zone }: Pick<Match, 'rows'> & { readonly zone: string }) {
  const { t } = useTranslation('results');
  const barOf = (row: ExplainedRow): BarProps => {
    const found = row.found ?? t('bars.unknown');
    const values = row.id === 'distance' ? found : t('bars.values', { found, asked: askedWords(row, zone) });
    const points = row.outOf === null || row.points === null ? '' : t('bars.points', { count: row.points, outOf: row.outOf });
    return {
      label: row.strength === 'preferred' ? t('bars.preferred', { label: row.label }) : row.label,
      text: [values, points].filter(Boolean).join(' · '),
      tone: row.verdict === 'met' && row.outOf !== null && row.points === null ? 'unknown' : row.verdict,
      ...shares(row),
    };
  };
  return <Bars bars={worstFirst(rows).map(barOf)} />;
}

/** The score is an interval until everything is known; it is drawn and said as one. */
export function ScoreRange({ score }: Pick<Match, 'score'>) {
  const { t } = useTranslation('results');
  if (!score) return <p className="score-none">{t('score.none')}</p>;
  const text = score.low === score.high ? t('score.known', { low: score.low }) : t('score.range', { low: score.low, high: score.high });
  return (
    <div className="score-range">
      <Bars bars={[{ label: t('score.label'), text, low: score.low / 100, high: score.high / 100 }]} />
    </div>
  );
}
