import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '../../lib/use-debounced';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Field } from '../../ui/field';
import { TextInput } from '../../ui/inputs';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';
import { Tabs } from '../../ui/tabs';
import { CallRow } from './call-rows';
import { CALL_SHELVES, type CallShelf, publicCalls } from './calls.queries';

/** Calls one can still answer, and those that are over. */
export function PublicCalls() {
  const { t } = useTranslation('calls');
  const [shelf, setShelf] = useState<CallShelf>('coming');
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 250);
  return (
    <div className="stack">
      <Field label={t('list.search')}>
        <TextInput type="search" value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} />
      </Field>
      <Tabs
        label={t('list.shelves')}
        value={shelf}
        onChange={setShelf}
        items={CALL_SHELVES.map((value) => ({ value, label: t(`list.${value}`), content: <Shelf shelf={value} q={q} /> }))}
      />
    </div>
  );
}

function Shelf({ shelf, q }: { readonly shelf: CallShelf; readonly q: string }) {
  const { t } = useTranslation(['calls', 'common']);
  const calls = useInfiniteQuery(publicCalls(shelf, q));
  if (calls.isPending) return <Skeleton label={t('common:loading')} lines={3} shape="cards" />;
  if (calls.isError) return <ErrorState level={2} error={calls.error} onRetry={() => void calls.refetch()} />;
  const items = calls.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <EmptyState
        title={t(q ? 'calls:list.noneFound' : `calls:list.none_${shelf}`)}
        actions={<LinkButton to="/lieux">{t('calls:list.places')}</LinkButton>}
      >
        <p>{t('calls:list.noneText')}</p>
      </EmptyState>
    );
  return (
    <div className="stack">
      <ul className="row-list">
        {items.map((call) => (
          <CallRow key={call.id} call={call} />
        ))}
      </ul>
      {calls.hasNextPage ? (
        <Button disabled={calls.isFetchingNextPage} onClick={() => void calls.fetchNextPage()}>
          {t('common:actions.loadMore')}
        </Button>
      ) : null}
    </div>
  );
}
