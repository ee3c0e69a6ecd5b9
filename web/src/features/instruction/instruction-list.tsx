import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../ui/button';
import { Disclosure } from '../../ui/disclosure';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Notice } from '../../ui/notice';
import { RefusalNote } from '../../ui/refusal-note';
import { Skeleton } from '../../ui/skeleton';
import { stringifySearch } from '../../lib/search-string';
import { ActsBar } from './acts-bar';
import { InstructionFilters } from './instruction-filters';
import { type InstructionSearch, queryOf } from './instruction-search';
import { InstructionTable } from './instruction-table';
import { type InstructionPage, instructionOf, instructionSettings, type Scope, shortlistOf } from './instruction.queries';
import { LabelEditor } from './label-editor';
import { SavedViews } from './saved-views';
import './instruction.css';

interface InstructionListProps {
  readonly scope: Scope;
  readonly search: InstructionSearch;
  readonly onSearch: (search: InstructionSearch) => void;
  /** Told of what the list is about, for the page around it. */
  readonly heading: (page: InstructionPage) => React.ReactNode;
}

/** The files of a call, or direct requests: filtered, labelled, shared out, decided upon one by one or many at once. */
export function InstructionList({ scope, search, onSearch, heading }: InstructionListProps) {
  const { t } = useTranslation(['instruction', 'common']);
  const list = useInfiniteQuery(instructionOf(scope, queryOf(search)));
  const first = list.data?.pages[0];
  const [kept, setKept] = useState<InstructionPage | null>(null);
  // What the list is about stays on the page while its lines are read again.
  if (first && first !== kept) setKept(first);
  const page = first ?? kept;
  if (list.isError) return <ErrorState level={1} error={list.error} onRetry={() => void list.refetch()} />;
  if (!page)
    return (
      <>
        <h1 className="visually-hidden">{t('common:loading')}</h1>
        <Skeleton label={t('common:loading')} shape="page" lines={6} />
      </>
    );
  return (
    <div className="stack">
      {heading(page)}
      {page.sealed ? (
        <Notice title={t('instruction:sealed')}>
          <p>{t('instruction:drafts', { count: page.drafts })}</p>
        </Notice>
      ) : (
        <Worked
          scope={scope}
          page={page}
          items={list.data?.pages.flatMap(({ items }) => items) ?? null}
          search={search}
          onSearch={onSearch}
          more={
            list.hasNextPage ? (
              <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('common:actions.loadMore')}
              </Button>
            ) : null
          }
        />
      )}
    </div>
  );
}

interface WorkedProps extends Omit<InstructionListProps, 'heading'> {
  readonly page: InstructionPage;
  readonly items: InstructionPage['items'] | null;
  readonly more: React.ReactNode;
}

function Worked({ scope, page, items, search, onSearch, more }: WorkedProps) {
  const { t } = useTranslation(['instruction', 'common']);
  const settings = useQuery(instructionSettings(page.organisationId)).data;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [now] = useState(() => Date.now());
  const shortlist = useQuery({ ...shortlistOf(scope.id), enabled: scope.kind === 'call' && page.isInSteps }).data;
  const isShortlisting = shortlist?.callState === 'shortlisting';
  const canWrite = settings?.canWrite === null;
  const total = page.counts.reduce((sum, { count }) => sum + count, 0);
  const shown = chosen.filter((id) => items?.some((item) => item.id === id));
  if (total === 0) return <EmptyState title={t('instruction:list.none')}>{<p>{t('instruction:list.noneText')}</p>}</EmptyState>;
  return (
    <>
      {settings ? <SavedViews organisationId={page.organisationId} settings={settings} search={search} onSearch={onSearch} /> : null}
      <InstructionFilters
        page={page}
        settings={settings}
        search={search}
        onSearch={(next) => {
          setChosen([]);
          onSearch(next);
        }}
      />
      {settings && !canWrite ? <RefusalNote code={settings.canWrite ?? ''} /> : null}
      {settings && canWrite ? (
        <ActsBar items={items ?? []} chosen={shown} settings={settings} isShortlisting={isShortlisting} onDone={() => setChosen([])} />
      ) : null}
      {items === null ? <Skeleton label={t('common:loading')} lines={4} shape="cards" /> : null}
      {items?.length === 0 ? <p>{t('instruction:list.noneHere')}</p> : null}
      {items && items.length > 0 ? (
        <InstructionTable
          caption={t('instruction:list.caption', { name: page.title })}
          items={items}
          chosen={shown}
          onChoose={canWrite ? setChosen : null}
          hasLots={page.lots.length > 1}
          now={now}
        />
      ) : null}
      {more}
      <div className="form-actions">
        <a className={buttonClass('secondary', 'small')} href={exportOf(scope, search)} download>
          {t('instruction:list.export')}
        </a>
      </div>
      {settings && canWrite ? (
        <Disclosure summary={t('instruction:labels.title')} count={String(settings.labels.length)}>
          <LabelEditor organisationId={page.organisationId} settings={settings} />
        </Disclosure>
      ) : null}
    </>
  );
}

function exportOf({ kind, id }: Scope, search: InstructionSearch): string {
  return `/api/${kind === 'call' ? 'calls' : 'organisations'}/${id}/instruction/export${stringifySearch({ ...queryOf(search) })}`;
}
