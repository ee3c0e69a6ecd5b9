import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorState } from '../../../ui/error-state';
import { Skeleton } from '../../../ui/skeleton';
import { Table } from '../../../ui/table';
import { journalOf, type OrganisationAct } from '../organisations.queries';

/** What was done for the organisation and decided about it, newest first, in words. */
export function OrganisationJournal({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation(['organisations', 'common']);
  const acts = useInfiniteQuery(journalOf(organisationId));
  if (acts.isPending) return <Skeleton label={t('common:loading')} lines={6} />;
  if (acts.isError) return <ErrorState error={acts.error} onRetry={() => void acts.refetch()} />;
  const rows = acts.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <EmptyState title={t('organisations:journal.empty')} />;
  return (
    <div className="stack">
      <p>{t('organisations:journal.lead')}</p>
      <Table
        caption={t('organisations:journal.caption')}
        captionHidden
        rows={rows}
        rowKey={({ seq }) => String(seq)}
        columns={[
          { key: 'action', header: t('organisations:journal.act'), cell: ({ action }) => <ActWords action={action} /> },
          { key: 'at', header: t('organisations:journal.at'), cell: ({ at }) => formatMoment(at, currentLanguage()) },
          { key: 'who', header: t('organisations:journal.who'), cell: ({ actor }) => <Who actor={actor} /> },
          { key: 'why', header: t('organisations:journal.why'), cell: ({ why }) => why },
        ]}
      />
      {acts.hasNextPage ? (
        <Button disabled={acts.isFetchingNextPage} onClick={() => void acts.fetchNextPage()}>
          {t('common:actions.loadMore')}
        </Button>
      ) : null}
    </div>
  );
}

/** An act newer than these pages keeps the name the journal gives it. */
function ActWords({ action }: Pick<OrganisationAct, 'action'>) {
  const { t, i18n } = useTranslation('organisations');
  const key = `journal.acts.${action}` as 'journal.acts.claim-organisation';
  return i18n.exists(`organisations:${key}`) ? <>{t(key)}</> : <code>{action}</code>;
}

function Who({ actor }: Pick<OrganisationAct, 'actor'>) {
  const { t } = useTranslation('organisations');
  return <>{actor.name ?? t(`journal.by.${actor.kind}`)}</>;
}
