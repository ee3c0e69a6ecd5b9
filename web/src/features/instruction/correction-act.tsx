import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../ui/act-button';
import { Field } from '../../ui/field';
import { TextAreaField, TextField } from '../../ui/form/fields';
import { SelectInput, TextInput } from '../../ui/inputs';
import { Notice } from '../../ui/notice';
import type { CorrectionAsked, Instruction } from './instruction.queries';

type Item = CorrectionAsked['items'][number];
const FAULTS = ['incomplete', 'incorrect', 'outdated'] as const satisfies readonly Item['fault'][];
const WEEK_MS = 7 * 24 * 3_600_000;

interface CorrectionActProps {
  readonly label: string;
  readonly fields: Instruction['fields'];
  readonly onSend: (asked: CorrectionAsked) => Promise<unknown>;
}

/** What is to be corrected, exactly: only what is ticked here can be written again. */
export function CorrectionAct({ label, fields, onSend }: CorrectionActProps) {
  const { t } = useTranslation('instruction');
  const [items, setItems] = useState<readonly Item[]>([]);
  const [inAWeek] = useState(() => new Date(Date.now() + 2 * WEEK_MS).toISOString().slice(0, 10));
  const isNothing = items.length === 0;
  return (
    <ActButton
      label={label}
      title={t('correction.title')}
      submit={t('correction.send')}
      onSend={async (answers) => {
        await onSend({ dueAt: answers['dueAt'] ?? '', reason: answers['reason'] ?? '', items: [...items] });
        setItems([]);
      }}
    >
      <p>{t('correction.text')}</p>
      <fieldset className="choices">
        <legend className="field-label">{t('correction.what')}</legend>
        <div className="stack-tight">
          {fields.map(({ field, label: words }) => (
            <CorrectionField
              key={field}
              label={words ?? t('correction.lots')}
              item={items.find((item) => item.field === field) ?? null}
              onChange={(change) =>
                setItems([
                  ...items.filter((item) => item.field !== field),
                  ...(change === null ? [] : [{ field, fault: change.fault, note: change.note }]),
                ])
              }
            />
          ))}
        </div>
      </fieldset>
      {isNothing ? <Notice>{t('correction.nothing')}</Notice> : null}
      <TextAreaField name="reason" label={t('correction.reason')} help={t('correction.reasonHelp')} rows={4} maxLength={2000} />
      <TextField name="dueAt" type="date" label={t('correction.due')} help={t('correction.dueHelp')} defaultValue={inAWeek} />
    </ActButton>
  );
}

interface CorrectionFieldProps {
  readonly label: string;
  readonly item: Item | null;
  readonly onChange: (item: Pick<Item, 'fault' | 'note'> | null) => void;
}

function CorrectionField({ label, item, onChange }: CorrectionFieldProps) {
  const { t } = useTranslation('instruction');
  return (
    <div className="instruction-correction">
      <label className="choice">
        <input
          type="checkbox"
          checked={item !== null}
          onChange={(event) => onChange(event.target.checked ? { fault: 'incomplete', note: null } : null)}
        />
        <span className="choice-text">{label}</span>
      </label>
      {item === null ? null : (
        <div className="instruction-pair">
          <Field label={t('correction.fault')}>
            <SelectInput
              value={item.fault}
              onChange={(event) => onChange({ ...item, fault: FAULTS.find((fault) => fault === event.target.value) ?? 'incomplete' })}
            >
              {FAULTS.map((fault) => (
                <option key={fault} value={fault}>
                  {t(`fault.${fault}`)}
                </option>
              ))}
            </SelectInput>
          </Field>
          <Field label={t('correction.note')}>
            <TextInput
              value={item.note ?? ''}
              maxLength={1000}
              onChange={(event) => onChange({ ...item, note: event.target.value === '' ? null : event.target.value })}
            />
          </Field>
        </div>
      )}
    </div>
  );
}
