import { useTranslation } from 'react-i18next';
import { CheckboxGroup } from '../../../ui/choices';
import { Field } from '../../../ui/field';
import { NumberInput, SelectInput } from '../../../ui/inputs';
import type { Condition, Question } from '../calls.queries';

interface ConditionEditorProps {
  readonly label: string;
  /** The choices and numbers it may look at. */
  readonly about: readonly Question[];
  readonly value: Condition | null;
  /** What the first line says; without it a condition is always there. */
  readonly always?: string;
  readonly onChange: (condition: Condition | null) => void;
}

type Test = 'has' | 'lacks' | 'at_least' | 'at_most';

/** “When this question is answered so”: by the options of a choice, or by the size of a number. */
export function ConditionEditor({ label, about, value, always, onChange }: ConditionEditorProps) {
  const { t } = useTranslation('calls');
  const question = about.find(({ id }) => id === value?.question);
  const tests: readonly Test[] = question?.kind === 'number' ? ['at_least', 'at_most'] : ['has', 'lacks'];
  const pick = (id: string) => {
    const picked = about.find((candidate) => candidate.id === id);
    if (picked === undefined) onChange(null);
    else onChange(startFor(picked));
  };
  return (
    <div className="stack">
      <Field label={label}>
        <SelectInput value={question?.id ?? ''} onChange={(event) => pick(event.target.value)}>
          <option value="">{always ?? t('condition.choose')}</option>
          {about.map(({ id, label: words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </SelectInput>
      </Field>
      {question && value && value.test !== 'answered' ? (
        <Field label={t('condition.test')}>
          <SelectInput value={value.test} onChange={(event) => onChange({ ...value, test: event.target.value } as Condition)}>
            {tests.map((test) => (
              <option key={test} value={test}>
                {t(`condition.${test}`)}
              </option>
            ))}
          </SelectInput>
        </Field>
      ) : null}
      {question?.kind === 'choice' && value && 'options' in value ? (
        <CheckboxGroup
          legend={t('condition.options')}
          choices={question.options.map((option) => ({ value: option.id, label: option.label }))}
          values={value.options}
          onChange={(options) => (options.length > 0 ? onChange({ ...value, options }) : undefined)}
        />
      ) : null}
      {question?.kind === 'number' && value && 'value' in value ? (
        <Field label={t('condition.value')}>
          <NumberInput value={value.value} onChange={(number) => (number === null ? undefined : onChange({ ...value, value: number }))} />
        </Field>
      ) : null}
    </div>
  );
}

function startFor(question: Question): Condition {
  if (question.kind === 'choice') return { test: 'has', question: question.id, options: [question.options[0]?.id ?? ''] };
  return { test: 'at_least', question: question.id, value: 0 };
}
