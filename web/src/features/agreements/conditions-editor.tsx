import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { SelectInput, TextInput } from '../../ui/inputs';
import type { Condition } from './agreements.queries';

const KINDS = [
  'insurance',
  'safety_commission',
  'council_vote',
  'building_permit',
  'deposit_paid',
  'works_done',
  'inventory',
  'other',
] as const;
const CONDITIONS_AT_MOST = 20;

interface ConditionsEditorProps {
  readonly conditions: readonly Condition[];
  readonly onChange: (conditions: Condition[]) => void;
}

/** What must be proved before anybody signs. */
export function ConditionsEditor({ conditions, onChange }: ConditionsEditorProps) {
  const { t } = useTranslation('agreements');
  const id = useId();
  const change = (at: number, said: Partial<Condition>) =>
    onChange(conditions.map((condition, index) => (index === at ? { ...condition, ...said } : condition)));
  return (
    <div className="stack">
      {conditions.length === 0 ? <p>{t('conditions.none')}</p> : null}
      {conditions.map((condition, index) => {
        const number = index + 1;
        return (
          <div className="agreement-condition" key={condition.id}>
            <Field id={`${id}-kind-${index}`} label={t('edit.conditionKind', { number })}>
              <SelectInput value={condition.kind} onChange={(event) => change(index, { kind: event.target.value as Condition['kind'] })}>
                {KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`conditionKind.${kind}`)}
                  </option>
                ))}
              </SelectInput>
            </Field>
            <Field id={`${id}-label-${index}`} label={t('edit.condition', { number })}>
              <TextInput value={condition.label} maxLength={300} onChange={(event) => change(index, { label: event.target.value })} />
            </Field>
            <Button size="small" look="quiet" onClick={() => onChange(conditions.filter((one) => one !== condition))}>
              {t('edit.removeCondition', { number })}
            </Button>
          </div>
        );
      })}
      {conditions.length < CONDITIONS_AT_MOST ? (
        <div className="form-actions">
          <Button size="small" onClick={() => onChange([...conditions, { id: freeId(conditions), kind: 'other', label: '' }])}>
            {t('edit.addCondition')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function freeId(conditions: readonly Condition[]): string {
  const taken = new Set(conditions.map(({ id }) => id));
  for (let number = conditions.length + 1; ; number += 1) if (!taken.has(`condition-${number}`)) return `condition-${number}`;
}
