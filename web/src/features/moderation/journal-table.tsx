import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { Table } from '../../ui/table';
import type { JournalSearch } from './journal-search';
import { type JournalLine, journalLines } from './moderation.queries';

/** Every act, newest first: who, what, on what, from which state to which, and why. */
export function JournalTable({ search }: { readonly search: JournalSearch }) {
  const { t } = useTranslation(['moderation', 'common']);
  const lines = useInfiniteQuery(journalLines(search));
  if (lines.isPending) return <Skeleton label={t('common:loading')} lines={8} />;
  if (lines.isError) return <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />;
  const rows = lines.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <EmptyState title={t('moderation:journal.empty')} />;
  return (
    <div className="stack">
      <Table
        caption={t('moderation:journal.caption')}
        rows={rows}
        rowKey={(line) => String(line.seq)}
        columns={[
          { key: 'action', header: t('moderation:journal.action'), cell: (line) => <code>{line.action}</code> },
          { key: 'at', header: t('moderation:journal.at'), cell: (line) => formatMoment(line.at, currentLanguage()) },
          { key: 'change', header: t('moderation:journal.change'), cell: changeOf },
          { key: 'actor', header: t('moderation:journal.actor'), cell: (line) => <Who line={line} /> },
          { key: 'thing', header: t('moderation:journal.thing'), cell: (line) => <What line={line} /> },
          { key: 'why', header: t('moderation:journal.why'), cell: (line) => line.why },
          { key: 'seq', header: t('moderation:journal.seq'), align: 'end', cell: (line) => line.seq },
        ]}
      />
      {lines.hasNextPage ? <Button onClick={() => void lines.fetchNextPage()}>{t('common:actions.loadMore')}</Button> : null}
    </div>
  );
}

function changeOf({ from, to }: JournalLine): string | null {
  return from === null && to === null ? null : `${from ?? '∅'} → ${to ?? '∅'}`;
}

/** The end of a number is enough to tell things apart; the whole of it filters. */
const short = (id: string) => `…\u2060${id.slice(-6)}`;

function Who({ line }: { readonly line: JournalLine }) {
  const { t } = useTranslation('moderation');
  const { kind, id, name } = line.actor;
  if (kind !== 'person' || id === null) return <>{t(`journal.actorKind.${kind}`)}</>;
  return (
    <Link to="/moderation/journal" search={{ actor: id }}>
      {name ?? t('journal.person', { id: short(id) })}
    </Link>
  );
}

function What({ line }: { readonly line: JournalLine }) {
  const { organisation, thing } = line;
  return (
    <>
      <code>{thing.kind}</code> {thing.id === organisation?.id ? null : short(thing.id)}
      {organisation ? (
        <>
          {' '}
          <Link to="/moderation/journal" search={{ organisation: organisation.id }}>
            {organisation.name ?? short(organisation.id)}
          </Link>
        </>
      ) : null}
    </>
  );
}
