import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatArea, formatNumber } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Badge } from '../../../ui/badge';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorState } from '../../../ui/error-state';
import { Field } from '../../../ui/field';
import { SelectInput } from '../../../ui/inputs';
import { LinkButton } from '../../../ui/link-button';
import { Skeleton } from '../../../ui/skeleton';
import { Table } from '../../../ui/table';
import { DeskActs } from './desk-acts';
import { type DeskLine, type DeskPage, placesKeptBy, type SiteState } from './keep.queries';
import { STATE_TONES } from './kept-states';
import './keep.css';

interface OwnerDeskProps {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly state: SiteState | null;
  readonly onState: (state: SiteState | null) => void;
}

/** The places of one organisation: what is waiting on its members first, who looks for such places, and acts on many at once. */
export function OwnerDesk({ organisation, state, onState }: OwnerDeskProps) {
  const { t } = useTranslation(['keep', 'desk', 'vocabulary', 'common']);
  const places = useInfiniteQuery(placesKeptBy(organisation.id, state));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (places.isPending) return <Skeleton label={t('common:loading')} lines={4} shape="cards" />;
  if (places.isError) return <ErrorState level={3} error={places.error} onRetry={() => void places.refetch()} />;
  const items = places.data.pages.flatMap((page) => page.items);
  const figures = places.data.pages[0]?.figures;
  if (items.length === 0 && state === null)
    return (
      <EmptyState
        level={3}
        title={t('desk:noneTitle')}
        actions={
          <LinkButton to="/mes-lieux/nouveau" look="primary">
            {t('keep:add')}
          </LinkButton>
        }
      >
        <p>{t('desk:none')}</p>
      </EmptyState>
    );
  return (
    <div className="stack">
      {figures ? <Figures figures={figures} /> : null}
      {figures ? <StateFilter organisationId={organisation.id} figures={figures} state={state} onState={onState} /> : null}
      <DeskActs items={items} chosen={chosen} onDone={() => setChosen([])} />
      {items.length === 0 ? (
        <p>{t('desk:noneInState')}</p>
      ) : (
        <DeskTable name={organisation.name} items={items} chosen={chosen} onChoose={setChosen} />
      )}
      {places.hasNextPage ? (
        <Button disabled={places.isFetchingNextPage} onClick={() => void places.fetchNextPage()}>
          {t('common:actions.loadMore')}
        </Button>
      ) : null}
    </div>
  );
}

function Figures({ figures }: { readonly figures: DeskPage['figures'] }) {
  const { t } = useTranslation(['keep', 'desk', 'vocabulary', 'common']);
  const language = currentLanguage();
  const total = figures.byState.reduce((sum, { count }) => sum + count, 0);
  const shown = [
    [t('desk:places'), formatNumber(total, language)],
    [t('desk:shownFloor'), formatArea(figures.shownFloorM2, language)],
    [t('desk:interested'), formatNumber(figures.interestedProjects, language)],
    [t('desk:toPublish'), figures.medianDaysToPublish === null ? '—' : formatNumber(figures.medianDaysToPublish, language)],
  ] as const;
  return (
    <dl className="desk-figures" aria-label={t('desk:figures')}>
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="numeric">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface StateFilterProps extends Pick<OwnerDeskProps, 'state' | 'onState'> {
  readonly organisationId: string;
  readonly figures: DeskPage['figures'];
}

function StateFilter({ organisationId, figures, state, onState }: StateFilterProps) {
  const { t } = useTranslation(['keep', 'desk', 'vocabulary', 'common']);
  const total = figures.byState.reduce((sum, { count }) => sum + count, 0);
  return (
    <Field id={`state-${organisationId}`} label={t('desk:filter')}>
      <SelectInput value={state ?? ''} onChange={(event) => onState(event.target.value === '' ? null : (event.target.value as SiteState))}>
        <option value="">{t('desk:all', { count: total })}</option>
        {figures.byState.map((one) => (
          <option key={one.state} value={one.state}>
            {t('desk:stateCount', { state: t(`vocabulary:state.${one.state}`), count: one.count })}
          </option>
        ))}
        {state !== null && !figures.byState.some((one) => one.state === state) ? (
          <option value={state}>{t('desk:stateCount', { state: t(`vocabulary:state.${state}`), count: 0 })}</option>
        ) : null}
      </SelectInput>
    </Field>
  );
}

interface DeskTableProps {
  readonly name: string;
  readonly items: readonly DeskLine[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

function DeskTable({ name, items, chosen, onChoose }: DeskTableProps) {
  const { t } = useTranslation(['keep', 'desk', 'vocabulary', 'common']);
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((kept) => kept !== id) : [...chosen, id]);
  const all = items.length > 0 && items.every(({ id }) => chosen.includes(id));
  return (
    <div className="desk-table stack">
      <label className="choice">
        <input type="checkbox" checked={all} onChange={() => onChoose(all ? [] : items.map(({ id }) => id))} />
        <span className="choice-text">{t('desk:selectAll')}</span>
      </label>
      <Table
        caption={t('desk:table', { name })}
        captionHidden
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'place',
            header: t('desk:place'),
            cell: (row) => (
              <span className="desk-bar">
                <input
                  type="checkbox"
                  aria-label={t('desk:select', { name: row.name })}
                  checked={chosen.includes(row.id)}
                  onChange={() => toggle(row.id)}
                />
                <span>
                  <Link to="/mes-lieux/$siteId" params={{ siteId: row.id }}>
                    {row.name}
                  </Link>
                  <br />
                  <span className="field-help">{[t(`vocabulary:kind.${row.kind}`), row.commune?.name].filter(Boolean).join(' · ')}</span>
                </span>
              </span>
            ),
          },
          { key: 'state', header: t('desk:state'), cell: (row) => <Standing row={row} /> },
          {
            key: 'known',
            header: t('desk:known'),
            align: 'end',
            cell: (row) => <span className="numeric">{t('desk:percent', { percent: row.completeness.score })}</span>,
          },
          { key: 'interest', header: t('desk:interest'), cell: (row) => <Interest row={row} /> },
          {
            key: 'tasks',
            header: t('desk:tasks'),
            cell: (row) => (row.tasks.length === 0 ? t('desk:nothing') : row.tasks.map((task) => t(`desk:task.${task}`)).join(' ; ')),
          },
        ]}
      />
    </div>
  );
}

function Standing({ row }: { readonly row: DeskLine }) {
  const { t } = useTranslation(['keep', 'desk', 'vocabulary', 'common']);
  return (
    <>
      <Badge tone={STATE_TONES[row.state]}>{t(`vocabulary:state.${row.state}`)}</Badge>{' '}
      <span className="field-help">{row.daysInState === 0 ? t('desk:today') : t('desk:days', { count: row.daysInState })}</span>
    </>
  );
}

function Interest({ row: { interest } }: { readonly row: DeskLine }) {
  const { t } = useTranslation(['keep', 'desk', 'vocabulary', 'common']);
  if (interest === null) return <>{t('desk:inCall')}</>;
  if (interest.eligible + interest.toConfirm === 0) return <>{t('desk:noInterest')}</>;
  return (
    <>
      {[
        interest.eligible > 0 ? t('desk:suits', { count: interest.eligible }) : null,
        interest.toConfirm > 0 ? t('desk:maySuit', { count: interest.toConfirm }) : null,
      ]
        .filter(Boolean)
        .join(', ')}
    </>
  );
}
