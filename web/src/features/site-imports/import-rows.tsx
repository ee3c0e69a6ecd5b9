import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatArea, formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge, type Tone } from '../../ui/badge';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Field } from '../../ui/field';
import { SelectInput } from '../../ui/inputs';
import { Skeleton } from '../../ui/skeleton';
import { Table } from '../../ui/table';
import { ImportRowFix } from './import-row-fix';
import { importRows, type RowShow, type SiteImport, type SiteImportRow } from './site-imports.queries';

const OUTCOME_TONES: Readonly<Record<NonNullable<SiteImportRow['outcome']>, Tone>> = {
  created: 'moss',
  updated: 'enamel',
  unchanged: 'neutral',
  refused: 'brick',
  merged: 'neutral',
  not_concerned: 'neutral',
};

interface ImportRowsProps {
  readonly given: SiteImport;
  readonly onFixed: () => void;
}

/** Row by row: what would be made of it, what is wrong, and how to repair it here. */
export function ImportRows({ given, onFixed }: ImportRowsProps) {
  const { t } = useTranslation(['imports', 'common', 'vocabulary']);
  const language = currentLanguage();
  const totals = given.totals;
  const [show, setShow] = useState<RowShow>(totals && totals.refused > 0 ? 'refused' : 'all');
  const rows = useInfiniteQuery(importRows(given.id, show, given.version));
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  const choices: readonly (readonly [RowShow, number])[] = totals
    ? [
        ['all', totals.rows],
        ['refused', totals.refused],
        ['warned', totals.warned],
        ['created', totals.created],
        ['updated', totals.updated],
        ['unchanged', totals.unchanged],
        ['merged', totals.merged],
        ['not_concerned', totals.not_concerned],
      ]
    : [];
  return (
    <div className="stack">
      <Field label={t('imports:rows.show')}>
        <SelectInput value={show} onChange={(event) => setShow(event.target.value as RowShow)}>
          {choices
            .filter(([, count], at) => at === 0 || count > 0)
            .map(([choice, count]) => (
              <option key={choice} value={choice}>
                {t(`imports:show.${choice}`, { count, shown: formatNumber(count, language) })}
              </option>
            ))}
        </SelectInput>
      </Field>
      {rows.isPending ? <Skeleton label={t('common:loading')} /> : null}
      {rows.isError ? <ErrorState level={3} error={rows.error} onRetry={() => void rows.refetch()} /> : null}
      {rows.data && items.length === 0 ? <p>{t('imports:rows.none')}</p> : null}
      {items.length > 0 ? (
        <Table
          caption={t('imports:rows.caption')}
          captionHidden
          columns={[
            { key: 'line', header: t('imports:rows.line'), cell: ({ line }) => line },
            {
              key: 'place',
              header: t('imports:rows.place'),
              cell: ({ place, cells }) =>
                place ? (
                  <span>
                    <strong>{place.name}</strong>
                    <br />
                    {t(`vocabulary:kind.${place.kind}`)}
                    {place.floorAreaM2 === null ? '' : ` · ${formatArea(place.floorAreaM2, language)}`}
                  </span>
                ) : (
                  <span className="import-samples">{cells.filter(Boolean).slice(0, 4).join(' · ')}</span>
                ),
            },
            {
              key: 'where',
              header: t('imports:rows.where'),
              cell: ({ place }) =>
                place === null ? '—' : `${place.commune ?? '—'}${place.point ? '' : ` (${t('imports:rows.notOnMap')})`}`,
            },
            {
              key: 'outcome',
              header: t('imports:rows.outcome'),
              cell: ({ outcome }) => (outcome ? <Badge tone={OUTCOME_TONES[outcome]}>{t(`imports:outcome.${outcome}`)}</Badge> : '—'),
            },
            { key: 'notes', header: t('imports:rows.notes'), cell: (row) => <RowNotes row={row} /> },
            ...(given.actions.fix === null
              ? [
                  {
                    key: 'fix',
                    header: t('imports:rows.repair'),
                    cell: (row: SiteImportRow) => <ImportRowFix given={given} row={row} onFixed={onFixed} />,
                  },
                ]
              : []),
          ]}
          rows={items}
          rowKey={({ line }) => String(line)}
        />
      ) : null}
      {rows.hasNextPage ? (
        <Button disabled={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          {t('common:actions.loadMore')}
        </Button>
      ) : null}
    </div>
  );
}

function RowNotes({ row: { notes } }: { readonly row: SiteImportRow }) {
  if (notes.length === 0) return '—';
  return (
    <ul className="import-notes">
      {notes.map(({ cause, heading, message, repair, severity }, at) => (
        <li key={`${cause}-${heading}-${at}`} className={severity === 'info' ? 'import-note-info' : undefined}>
          {message} {severity === 'info' ? null : <span className="field-help">{repair}</span>}
        </li>
      ))}
    </ul>
  );
}
