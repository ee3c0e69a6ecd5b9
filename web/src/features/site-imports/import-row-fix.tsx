import { useTranslation } from 'react-i18next';
import { ActButton } from '../../ui/act-button';
import { Disclosure } from '../../ui/disclosure';
import { TextField } from '../../ui/form/fields';
import { fixRow, type SiteImport, type SiteImportRow } from './site-imports.queries';

interface ImportRowFixProps {
  readonly given: SiteImport;
  readonly row: SiteImportRow;
  readonly onFixed: () => void;
}

const LONGEST = 20_000;

/** The cells of one row, those in question first; only those changed are sent. */
export function ImportRowFix({ given, row, onFixed }: ImportRowFixProps) {
  const { t } = useTranslation('imports');
  const questioned = new Set(row.notes.filter(({ severity }) => severity !== 'info').map(({ column }) => column));
  const used = given.columns.map((_, at) => at).filter((at) => given.settings?.layout !== 'generic' || given.settings.columns[at]);
  const first = used.filter((at) => questioned.has(at));
  const rest = used.filter((at) => !questioned.has(at));
  const cell = (at: number) => (
    <TextField
      key={at}
      name={String(at)}
      label={given.columns[at]?.heading ?? ''}
      defaultValue={row.cells[at] ?? ''}
      maxLength={LONGEST}
      isOptional
    />
  );
  return (
    <ActButton
      label={t('fix.act')}
      about={t('fix.about', { line: row.line })}
      title={t('fix.title', { line: row.line })}
      submit={t('fix.submit')}
      onSend={async (answers) => {
        const changed = Object.entries(answers).filter(([at, text]) => text !== (row.cells[Number(at)] ?? ''));
        if (changed.length > 0) await fixRow(given.id, row.line, Object.fromEntries(changed));
        onFixed();
      }}
    >
      {row.notes
        .filter(({ severity }) => severity !== 'info')
        .map(({ message, repair }) => (
          <p key={message}>
            {message} {repair}
          </p>
        ))}
      {first.map(cell)}
      {first.length === 0 ? rest.map(cell) : <Disclosure summary={t('fix.others')}>{rest.map(cell)}</Disclosure>}
    </ActButton>
  );
}
