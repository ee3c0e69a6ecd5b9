import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form/form';
import { SelectInput } from '../../ui/inputs';
import { Disclosure } from '../../ui/disclosure';
import { ImportColumns } from './import-columns';
import { changeImport, type SiteImport } from './site-imports.queries';

type Settings = NonNullable<SiteImport['settings']>;
const KINDS = [
  'disused_station',
  'station_premises',
  'goods_shed',
  'crossing_keepers_house',
  'railway_land',
  'brownfield',
  'vacant_building',
  'office',
  'workshop',
  'shop',
  'plot',
  'farmland',
  'tiers_lieu',
  'other',
] as const;

interface ImportReadingProps {
  readonly given: SiteImport;
  readonly settings: Settings;
  readonly onChanged: (changed: SiteImport) => void;
}

/** How the file is read: its sheet, its line of headings, what each column holds. Everything proposed may be changed. */
export function ImportReading({ given, settings, onChanged }: ImportReadingProps) {
  const { t } = useTranslation(['imports', 'vocabulary']);
  const [columns, setColumns] = useState(settings.columns);
  const [kind, setKind] = useState(settings.kind);
  const [layout, setLayout] = useState(settings.layout);
  const { form, head } = given;
  if (form === null) return null;
  const change = async (edit: Parameters<typeof changeImport>[1]) => onChanged(await changeImport(given, edit));
  return (
    <div className="stack">
      <p>
        {t(`imports:format.${form.format}`)}
        {form.encoding ? ` · ${t(form.encoding === 'windows-1252' ? 'imports:reading.windows1252' : 'imports:reading.unicode')}` : ''}
        {form.delimiter ? ` · ${t('imports:reading.delimiter', { sign: form.delimiter === '\t' ? '⇥' : form.delimiter })}` : ''}
        {form.coordinates ? ` · ${t('imports:reading.coordinates', { system: form.coordinates })}` : ''}
      </p>
      {form.remembered ? <p className="field-help">{t('imports:reading.remembered')}</p> : null}
      <Disclosure summary={t('imports:reading.where')}>
        <div className="stack">
          {form.sheets.length > 1 ? (
            <Form submit={t('imports:reading.readSheet')} submitLook="secondary" onSend={({ sheet }) => change({ sheet: Number(sheet) })}>
              <Field label={t('imports:reading.sheet')}>
                <SelectInput name="sheet" defaultValue={String(settings.sheet ?? 0)}>
                  {form.sheets.map((name, at) => (
                    <option key={`${at}-${name}`} value={at}>
                      {name}
                    </option>
                  ))}
                </SelectInput>
              </Field>
            </Form>
          ) : null}
          {head.length > 0 ? (
            <Form
              submit={t('imports:reading.readHeadings')}
              submitLook="secondary"
              onSend={({ line }) => change({ headerLine: Number(line) })}
            >
              <Field label={t('imports:reading.headings')} help={t('imports:reading.headingsHelp')}>
                <SelectInput name="line" defaultValue={String(settings.headerLine ?? 0)}>
                  {head.map(({ line, cells }) => (
                    <option key={line} value={line}>
                      {t('imports:reading.line', { line, cells: cells.filter(Boolean).slice(0, 5).join(' | ') })}
                    </option>
                  ))}
                </SelectInput>
              </Field>
            </Form>
          ) : null}
        </div>
      </Disclosure>
      <Form submit={t('imports:reading.apply')} onSend={() => change({ layout, columns, kind })} label={t('imports:reading.columns')}>
        {form.recognised === 'generic' ? null : (
          <Field label={t('imports:reading.layout')}>
            <SelectInput value={layout} onChange={(event) => setLayout(event.target.value as Settings['layout'])}>
              <option value={form.recognised}>{t(`imports:layout.${form.recognised}`)}</option>
              <option value="generic">{t('imports:layout.generic')}</option>
            </SelectInput>
          </Field>
        )}
        {layout === 'generic' ? <ImportColumns given={given} columns={columns} onChange={setColumns} /> : null}
        <Field label={t('imports:reading.kind')} help={t('imports:reading.kindHelp')}>
          <SelectInput
            value={kind ?? ''}
            onChange={(event) => setKind(event.target.value === '' ? null : (event.target.value as Settings['kind']))}
          >
            <option value="">{t('imports:reading.noKind')}</option>
            {KINDS.map((word) => (
              <option key={word} value={word}>
                {t(`vocabulary:kind.${word}`)}
              </option>
            ))}
          </SelectInput>
        </Field>
      </Form>
    </div>
  );
}
