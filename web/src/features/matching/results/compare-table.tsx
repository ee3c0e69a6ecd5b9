import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Table } from '../../../ui/table';
import type { ExplainedRow, Match } from '../match-types';
import { askedWords } from './match-rows';

const ICONS = { met: CircleCheck, not_met: CircleX, unknown: CircleHelp };

interface CompareTableProps {
  readonly matches: readonly Match[];
  /** The area asked for, in words; empty = anywhere. */
  readonly zone: string;
  readonly onClose: () => void;
}

/** Two or three places side by side, criterion by criterion. */
export function CompareTable({ matches, zone, onClose }: CompareTableProps) {
  const { t } = useTranslation('results');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [first] = matches;
  if (!first) return null;
  const cell = (row: ExplainedRow | undefined) => {
    if (!row) return '—';
    const Icon = ICONS[row.verdict];
    return (
      <span className={`compare-cell compare-${row.verdict}`}>
        <Icon aria-hidden size={18} />
        <span>
          <span className="visually-hidden">{t(`verdict.${row.verdict}`)} : </span>
          {row.found ?? t('compare.unknown')}
        </span>
      </span>
    );
  };
  return (
    <section className="panel compare" id="comparaison" aria-labelledby="compare-title">
      <div className="panel-head">
        <h2 id="compare-title" tabIndex={-1} ref={heading}>
          {t('compare.title', { count: matches.length })}
        </h2>
        <Button size="small" className="no-print" onClick={onClose}>
          {t('compare.close')}
        </Button>
      </div>
      <Table
        caption={t('compare.title', { count: matches.length })}
        captionHidden
        rows={first.rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'criterion', header: t('compare.criterion'), cell: (row) => row.label },
          { key: 'asked', header: t('compare.asked'), cell: (row) => askedWords(row, zone) },
          ...matches.map((match) => ({
            key: match.site.id,
            header: match.site.name,
            cell: (row: ExplainedRow) => cell(match.rows.find(({ id }) => id === row.id)),
          })),
        ]}
      />
      <ul className="compare-sentences">
        {matches.map((match) => (
          <li key={match.site.id}>
            <strong>{match.site.name}</strong> — {match.summary}
          </li>
        ))}
      </ul>
    </section>
  );
}
