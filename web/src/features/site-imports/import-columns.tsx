import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge';
import { SelectInput } from '../../ui/inputs';
import { Table } from '../../ui/table';
import type { SiteImport } from './site-imports.queries';

type Columns = NonNullable<SiteImport['settings']>['columns'];
type Field = Columns[number];

interface ImportColumnsProps {
  readonly given: SiteImport;
  readonly columns: Columns;
  readonly onChange: (columns: Columns) => void;
}

/** What each column holds. A field goes to one column: chosen again elsewhere, it leaves the first. */
export function ImportColumns({ given, columns, onChange }: ImportColumnsProps) {
  const { t } = useTranslation('imports');
  const choose = (column: number, field: Field) =>
    onChange(given.columns.map((_, at) => (at === column ? field : columns[at] === field ? null : (columns[at] ?? null))));
  const rows = given.columns.map((column, at) => ({ ...column, at }));
  return (
    <Table
      caption={t('columns.caption')}
      columns={[
        { key: 'heading', header: t('columns.heading'), cell: ({ heading }) => heading },
        {
          key: 'samples',
          header: t('columns.samples'),
          cell: ({ samples }) => <span className="import-samples">{samples.filter(Boolean).join(' · ') || '—'}</span>,
        },
        {
          key: 'field',
          header: t('columns.field'),
          cell: ({ at, heading, how, suggested }) => (
            <span className="import-choice">
              <SelectInput
                aria-label={t('columns.choose', { heading })}
                value={columns[at] ?? ''}
                onChange={(event) => choose(at, event.target.value === '' ? null : (event.target.value as Field))}
              >
                <option value="">{t('columns.ignored')}</option>
                {given.fields.map(({ name, label }) => (
                  <option key={name} value={name}>
                    {label}
                  </option>
                ))}
              </SelectInput>
              {how === 'likely' && suggested === columns[at] ? <Badge tone="amber">{t('columns.likely')}</Badge> : null}
            </span>
          ),
        },
      ]}
      rows={rows}
      rowKey={({ at }) => String(at)}
    />
  );
}
