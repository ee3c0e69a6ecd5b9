import { useInfiniteQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { SelectInput, TextInput } from '../../ui/inputs';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';
import { OrganisationRow } from './organisation-row';
import { organisationList, type OrganisationSearch } from './organisations.queries';

interface FinderProps {
  readonly search: OrganisationSearch;
  readonly onChange: (search: OrganisationSearch) => void;
}

/** Registers and claimed organisations alike, found by name or number; the search lives in the address. */
export function OrganisationFinder({ search, onChange }: FinderProps) {
  const { t } = useTranslation(['organisations', 'vocabulary', 'common']);
  const [typed, setTyped] = useState(search.q ?? '');
  return (
    <div className="stack">
      <form
        role="search"
        className="finder"
        onSubmit={(event) => {
          event.preventDefault();
          onChange({ ...search, q: typed.trim() || undefined });
        }}
      >
        <TextInput
          type="search"
          aria-label={t('organisations:find.label')}
          placeholder={t('organisations:find.placeholder')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <SelectInput
          aria-label={t('organisations:find.kind')}
          value={search.kind ?? ''}
          onChange={(event) => onChange({ ...search, kind: event.target.value === '' ? undefined : (event.target.value as 'ess') })}
        >
          <option value="">{t('organisations:find.everyKind')}</option>
          <option value="ess">{t('vocabulary:organisationKind.ess')}</option>
          <option value="public_owner">{t('vocabulary:organisationKind.public_owner')}</option>
        </SelectInput>
        <Button type="submit" look="primary" icon={<Search aria-hidden size={20} />}>
          {t('common:actions.search')}
        </Button>
      </form>
      <Found search={search} />
    </div>
  );
}

function Found({ search }: { readonly search: OrganisationSearch }) {
  const { t } = useTranslation(['organisations', 'common']);
  const list = useInfiniteQuery(organisationList(search));
  if (list.isPending) return <Skeleton label={t('common:loading')} lines={4} shape="cards" />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const found = list.data.pages.flatMap((page) => page.items);
  if (found.length === 0)
    return (
      <EmptyState
        title={t('organisations:find.noneTitle')}
        actions={
          <LinkButton to="/organisations/nouvelle" look="primary">
            {t('organisations:claimAction')}
          </LinkButton>
        }
      >
        <p>{t('organisations:find.none')}</p>
      </EmptyState>
    );
  return (
    <>
      <ul className="row-list">
        {found.map((organisation) => (
          <OrganisationRow key={organisation.id} organisation={organisation} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <div className="form-actions">
          <Button onClick={() => void list.fetchNextPage()} aria-disabled={list.isFetchingNextPage || undefined}>
            {t('common:actions.loadMore')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
