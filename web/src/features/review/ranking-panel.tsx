import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/card';
import { Disclosure } from '../../ui/disclosure';
import { Table } from '../../ui/table';
import { GivenScores, points } from './review-words';
import type { LotRanking, Review } from './review.queries';

type Line = LotRanking['lines'][number];

/** The ranking of each lot, with the spread of each criterion and what parted the ties. */
export function RankingPanel({ review }: { readonly review: Review }) {
  const { t } = useTranslation('review');
  const { ranking, lots, grid, applications } = review;
  if (ranking === null) return null;
  const fileOf = (id: string) => applications.find((one) => one.id === id);
  const nameOf = (id: string) => fileOf(id)?.organisation ?? '';
  const tieOf = ({ tie }: Line) => {
    if (tie === null) return null;
    const criterion = grid.criteria.find(({ id }) => id === tie.decidedBy)?.label;
    return <p className="field-help">{criterion === undefined ? t('desk.equal') : t('desk.tie', { criterion })}</p>;
  };
  return (
    <Panel id="ranking" title={t('desk.ranking')}>
      <div className="stack">
        <p>{t('desk.rankingText')}</p>
        {ranking.map(({ lot, lines }) => {
          const name = lots.find(({ id }) => id === lot)?.name;
          return (
            <Table
              key={lot ?? 'all'}
              caption={name ?? t('desk.ranking')}
              rows={lines}
              rowKey={({ applicationId }) => applicationId}
              columns={[
                {
                  key: 'file',
                  header: t('desk.file'),
                  cell: (line) => (
                    <>
                      {line.rank ?? '—'} · {nameOf(line.applicationId)}
                      {tieOf(line)}
                    </>
                  ),
                },
                {
                  key: 'total',
                  header: t('desk.total'),
                  align: 'end',
                  cell: (line) => (line.rank === null ? t('desk.unranked') : points(line.hundredths)),
                },
                ...grid.criteria.map(({ id, label }) => ({
                  key: id,
                  header: label,
                  align: 'end' as const,
                  cell: (line: Line) => {
                    const measured = line.criteria.find((criterion) => criterion.id === id);
                    if (measured === undefined || measured.lowest === null) return '—';
                    const { lowest, highest } = measured;
                    // One note, or all the same: there is no spread to tell.
                    if (highest === null || highest === lowest) return points(measured.hundredths);
                    return `${points(measured.hundredths)} (${t('desk.spread', { lowest, highest })})`;
                  },
                })),
              ]}
            />
          );
        })}
        {applications
          .filter(({ scores }) => scores.length > 0)
          .map(({ id, organisation, scores }) => (
            <Disclosure key={id} summary={`${t('desk.given')} — ${organisation}`}>
              <GivenScores grid={grid} given={scores} />
            </Disclosure>
          ))}
      </div>
    </Panel>
  );
}
