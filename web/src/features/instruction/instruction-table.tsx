import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge';
import { Table } from '../../ui/table';
import { CheckBadge, dayOf, LabelBadges, ShortlistCell, StateBadge } from './instruction-words';
import type { InstructionLine } from './instruction.queries';

interface InstructionTableProps {
  readonly caption: string;
  readonly items: readonly InstructionLine[];
  readonly chosen: readonly string[];
  /** Null to those who may only read. */
  readonly onChoose: ((ids: readonly string[]) => void) | null;
  readonly hasLots: boolean;
  readonly now: number;
}

const DAY_MS = 24 * 3_600_000;

/** The files of a list, one a line; what nobody has read yet says so. */
export function InstructionTable({ caption, items, chosen, onChoose, hasLots, now }: InstructionTableProps) {
  const { t } = useTranslation('instruction');
  const toggle = (id: string) => onChoose?.(chosen.includes(id) ? chosen.filter((kept) => kept !== id) : [...chosen, id]);
  const all = items.length > 0 && items.every(({ id }) => chosen.includes(id));
  const days = (since: string) => Math.max(0, Math.floor((now - new Date(since).getTime()) / DAY_MS));
  return (
    <div className="stack">
      {onChoose ? (
        <label className="choice">
          <input type="checkbox" checked={all} onChange={() => onChoose(all ? [] : items.map(({ id }) => id))} />
          <span className="choice-text">{t('list.selectAll')}</span>
        </label>
      ) : null}
      <Table
        caption={caption}
        captionHidden
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'file',
            header: t('list.file'),
            cell: (row) => (
              <span className="instruction-file">
                {onChoose ? (
                  <input
                    type="checkbox"
                    aria-label={t('list.select', { name: row.organisation.name })}
                    checked={chosen.includes(row.id)}
                    onChange={() => toggle(row.id)}
                  />
                ) : null}
                <span>
                  <Link to="/instruction/$applicationId" params={{ applicationId: row.id }}>
                    {row.organisation.name}
                  </Link>{' '}
                  {row.isUnread ? <Badge tone="enamel">{t('list.unread')}</Badge> : null}
                  <br />
                  <span className="field-help">
                    {row.number} · {row.target.kind === 'place' ? row.target.title : row.title}
                  </span>
                  {row.labels.length > 0 ? <LabelBadges labels={row.labels} /> : null}
                </span>
              </span>
            ),
          },
          {
            key: 'state',
            header: t('list.state'),
            cell: (row) => (
              <span className="instruction-cell">
                <span>
                  <StateBadge state={row.state} />
                </span>
                {row.correctionDueAt ? <span className="field-help">{t('list.due', { when: dayOf(row.correctionDueAt) })}</span> : null}
                {row.isCorrected ? <span className="field-help">{t('list.corrected', { sequence: row.sequence })}</span> : null}
              </span>
            ),
          },
          {
            key: 'check',
            header: t('list.check'),
            cell: (row) => (
              <span className="instruction-cell">
                <span>
                  <CheckBadge check={row.check} />
                </span>
                <span className="field-help numeric">{t('list.ticked', { ticked: row.ticked, asked: row.asked })}</span>
              </span>
            ),
          },
          ...(items.some(({ shortlist }) => shortlist !== null)
            ? [{ key: 'shortlist', header: t('shortlist.title'), cell: (row: InstructionLine) => <ShortlistCell line={row} /> }]
            : []),
          ...(hasLots
            ? [{ key: 'lots', header: t('list.lots'), cell: (row: InstructionLine) => row.lots.map(({ name }) => name).join(', ') || '—' }]
            : []),
          { key: 'agents', header: t('list.agents'), cell: (row) => row.agents.map(({ name }) => name).join(', ') || t('list.nobody') },
          {
            key: 'waiting',
            header: t('list.waiting'),
            align: 'end',
            cell: (row) => <span className="instruction-days">{t('list.days', { count: days(row.waitingSince) })}</span>,
          },
        ]}
      />
    </div>
  );
}
