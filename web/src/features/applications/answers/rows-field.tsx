import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { CheckboxGroup, RadioGroup } from '../../../ui/choices';
import { Field } from '../../../ui/field';
import { NumberInput, TextArea, TextInput } from '../../../ui/inputs';
import type { SimpleQuestion } from '../applications.queries';

export type Cell = string | number | string[] | null;
export type Row = Record<string, Cell>;
export interface Column {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'long' | 'number' | 'date' | 'choice';
  readonly options?: Extract<SimpleQuestion, { kind: 'choice' }>['options'];
  readonly several?: boolean;
}

interface RowsFieldProps {
  readonly id: string;
  readonly legend: ReactNode;
  readonly help?: ReactNode;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly maxRows: number;
  readonly disabled: boolean;
  readonly onChange: (rows: Row[]) => void;
  readonly onLeave: () => void;
}

/** Rows of the same cells, added and removed: tables, partners, steps, repeated groups. */
export function RowsField({ id, legend, help, columns, rows, maxRows, disabled, onChange, onLeave }: RowsFieldProps) {
  const { t } = useTranslation('applications');
  const blank = (): Row => Object.fromEntries(columns.map((column) => [column.id, null]));
  const shown = rows.length === 0 ? [blank()] : rows;
  const write = (index: number, column: string, value: Cell) =>
    onChange(shown.map((row, at) => (at === index ? { ...row, [column]: value } : row)));
  return (
    <fieldset className="choices stack" id={id} tabIndex={-1} disabled={disabled} onBlur={onLeave}>
      <legend className="field-label">{legend}</legend>
      {help}
      <ol className="saved-rows">
        {shown.map((row, index) => (
          <li key={index} className="saved-row">
            <p className="visually-hidden">{t('row', { number: index + 1 })}</p>
            <div
              className={
                columns.length <= 4 && columns.every(({ kind }) => kind !== 'long' && kind !== 'choice') ? 'saved-row-cells' : 'stack'
              }
            >
              {columns.map((column) => (
                <CellField
                  key={column.id}
                  column={column}
                  value={row[column.id] ?? null}
                  onChange={(value) => write(index, column.id, value)}
                />
              ))}
            </div>
            {rows.length > 0 ? (
              <div>
                <Button
                  size="small"
                  look="quiet"
                  icon={<Trash2 aria-hidden size={16} />}
                  onClick={() => onChange(rows.filter((_, at) => at !== index))}
                >
                  {t('removeRow')}
                  <span className="visually-hidden"> {index + 1}</span>
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      {shown.length < maxRows && !disabled ? (
        <div>
          <Button size="small" icon={<Plus aria-hidden size={16} />} onClick={() => onChange([...shown, blank()])}>
            {t('addRow')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

function CellField({
  column,
  value,
  onChange,
}: {
  readonly column: Column;
  readonly value: Cell;
  readonly onChange: (value: Cell) => void;
}) {
  const text = typeof value === 'string' ? value : '';
  const orNull = (typed: string) => (typed === '' ? null : typed);
  if (column.kind === 'choice') {
    const chosen = Array.isArray(value) ? value : [];
    const choices = (column.options ?? []).map((option) => ({ value: option.id, label: option.label }));
    return column.several ? (
      <CheckboxGroup legend={column.label} choices={choices} values={chosen} onChange={(values) => onChange(values)} />
    ) : (
      <RadioGroup legend={column.label} choices={choices} value={chosen[0] ?? null} onChange={(picked) => onChange([picked])} />
    );
  }
  return (
    <Field label={column.label}>
      {column.kind === 'number' ? (
        <NumberInput value={typeof value === 'number' ? value : null} onChange={onChange} />
      ) : column.kind === 'long' ? (
        <TextArea rows={3} value={text} onChange={(event) => onChange(orNull(event.target.value))} />
      ) : (
        <TextInput type={column.kind} value={text} onChange={(event) => onChange(orNull(event.target.value))} />
      )}
    </Field>
  );
}
