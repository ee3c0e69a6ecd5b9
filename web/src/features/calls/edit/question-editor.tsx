import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { NumberInput, SelectInput, TextArea, TextInput } from '../../../ui/inputs';
import type { Question } from '../calls.queries';
import { ConditionEditor } from './condition-editor';
import { blankQuestion, freeId, labelled, moved, replaced, SIMPLE_KINDS } from './form-edit';
import { CheckBox, PartActs } from './part-acts';

interface QuestionEditorProps {
  readonly question: Question;
  /** What its condition may look at; none inside a block. */
  readonly about: readonly Question[] | null;
  readonly onChange: (question: Question) => void;
}

/** One question: its words, whether it is compulsory, its own limits, and when it is shown. */
export function QuestionEditor({ question, about, onChange }: QuestionEditorProps) {
  const { t } = useTranslation(['calls', 'common']);
  return (
    <div className="stack">
      <Field label={t('calls:edit.label')}>
        <TextArea
          rows={2}
          maxLength={300}
          value={question.label}
          onChange={(event) => onChange({ ...question, label: event.target.value })}
        />
      </Field>
      <Field label={t('calls:edit.help')} optionalLabel={t('common:optional')}>
        <TextArea
          rows={2}
          maxLength={1000}
          value={question.help ?? ''}
          onChange={(event) => onChange({ ...question, help: event.target.value === '' ? null : event.target.value })}
        />
      </Field>
      <CheckBox label={t('calls:edit.required')} checked={question.required} onChange={(required) => onChange({ ...question, required })} />
      <Limits question={question} onChange={onChange} />
      {about !== null && about.length > 0 ? (
        <ConditionEditor
          label={t('calls:edit.shownIf')}
          always={t('calls:edit.always')}
          about={about}
          value={question.shownIf}
          onChange={(shownIf) => onChange({ ...question, shownIf })}
        />
      ) : null}
    </div>
  );
}

type LimitsProps = Pick<QuestionEditorProps, 'question' | 'onChange'>;

function Limits({ question, onChange }: LimitsProps) {
  const { t } = useTranslation(['calls', 'common']);
  const whole = (label: string, value: number, keep: (value: number) => Question) => (
    <Field label={label}>
      <NumberInput value={value} onChange={(number) => (number === null ? undefined : onChange(keep(Math.round(number))))} />
    </Field>
  );
  switch (question.kind) {
    case 'short':
    case 'long':
      return whole(t('calls:edit.maxLength'), question.maxLength, (maxLength) => ({ ...question, maxLength }));
    case 'number':
      return (
        <>
          <Field label={t('calls:edit.unit')} optionalLabel={t('common:optional')}>
            <TextInput
              maxLength={30}
              value={question.unit ?? ''}
              onChange={(event) => onChange({ ...question, unit: event.target.value === '' ? null : event.target.value })}
            />
          </Field>
          <Field label={t('calls:edit.min')} optionalLabel={t('common:optional')}>
            <NumberInput value={question.min} onChange={(min) => onChange({ ...question, min })} />
          </Field>
          <Field label={t('calls:edit.max')} optionalLabel={t('common:optional')}>
            <NumberInput value={question.max} onChange={(max) => onChange({ ...question, max })} />
          </Field>
          <CheckBox
            label={t('calls:edit.whole')}
            checked={question.whole}
            onChange={(isWhole) => onChange({ ...question, whole: isWhole })}
          />
        </>
      );
    case 'choice':
      return (
        <>
          <Lines
            label={t('calls:edit.options')}
            lines={question.options.map(({ label }) => label)}
            onChange={(lines) => onChange({ ...question, options: labelled(lines, question.options, 'option') })}
          />
          <CheckBox label={t('calls:edit.several')} checked={question.several} onChange={(several) => onChange({ ...question, several })} />
        </>
      );
    case 'table':
      return <Columns question={question} onChange={onChange} />;
    case 'money':
      return (
        <CheckBox
          label={t('calls:edit.balanced')}
          checked={question.balanced}
          onChange={(balanced) => onChange({ ...question, balanced })}
        />
      );
    case 'file':
      return whole(t('calls:edit.maxFiles'), question.maxFiles, (maxFiles) => ({ ...question, maxFiles }));
    case 'organisation':
      return whole(t('calls:edit.maxCount'), question.maxCount, (maxCount) => ({ ...question, maxCount }));
    case 'calendar':
      return whole(t('calls:edit.maxSteps'), question.maxSteps, (maxSteps) => ({ ...question, maxSteps }));
    case 'block':
      return <Inner question={question} onChange={onChange} />;
  }
}

/** One option a line; what is being typed stays as it is typed. */
function Lines({
  label,
  lines,
  onChange,
}: {
  readonly label: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
}) {
  const { t } = useTranslation('calls');
  const [typed, setTyped] = useState(lines.join('\n'));
  const read = (text: string) => [...new Set(text.split('\n').map((line) => line.trim().slice(0, 200)))].filter((line) => line !== '');
  return (
    <Field label={label} help={t('edit.linesHelp')}>
      <TextArea
        rows={4}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          const said = read(event.target.value);
          if (said.length >= 2) onChange(said);
        }}
      />
    </Field>
  );
}

function Columns({
  question,
  onChange,
}: {
  readonly question: Extract<Question, { kind: 'table' }>;
  readonly onChange: (question: Question) => void;
}) {
  const { t } = useTranslation('calls');
  const { columns } = question;
  const keep = (next: typeof columns) => onChange({ ...question, columns: next });
  return (
    <fieldset className="choices stack">
      <legend className="field-label">{t('edit.columns')}</legend>
      {columns.map((column, index) => (
        <div className="call-part" key={column.id}>
          <Field label={t('edit.columnLabel', { number: index + 1 })}>
            <TextInput
              maxLength={120}
              value={column.label}
              onChange={(event) => keep(replaced(columns, index, { ...column, label: event.target.value }))}
            />
          </Field>
          <Field label={t('edit.columnKind', { number: index + 1 })}>
            <SelectInput
              value={column.kind}
              onChange={(event) => keep(replaced(columns, index, { ...column, kind: event.target.value === 'number' ? 'number' : 'text' }))}
            >
              <option value="text">{t('edit.columnText')}</option>
              <option value="number">{t('edit.columnNumber')}</option>
            </SelectInput>
          </Field>
          <PartActs
            about={column.label}
            index={index}
            count={columns.length}
            onMove={(by) => keep(moved(columns, index, by))}
            onRemove={() => (columns.length > 1 ? keep(replaced(columns, index, null)) : undefined)}
          />
        </div>
      ))}
      {columns.length < 8 ? (
        <Button
          size="small"
          onClick={() =>
            keep([
              ...columns,
              {
                id: freeId(
                  columns.map(({ id }) => id),
                  'col',
                ),
                label: t('edit.columnLabel', { number: columns.length + 1 }),
                kind: 'text',
              },
            ])
          }
        >
          {t('edit.addColumn')}
        </Button>
      ) : null}
    </fieldset>
  );
}

function Inner({
  question,
  onChange,
}: {
  readonly question: Extract<Question, { kind: 'block' }>;
  readonly onChange: (question: Question) => void;
}) {
  const { t } = useTranslation('calls');
  const { questions } = question;
  type Simple = (typeof questions)[number];
  const keep = (next: Simple[]) => onChange({ ...question, questions: next });
  const add = (kind: (typeof SIMPLE_KINDS)[number]) => {
    const id = freeId(
      questions.map((inner) => inner.id),
      'part',
    );
    keep([...questions, blankQuestion(kind, id, { label: t('edit.newQuestion'), part: t('edit.part') }) as Simple]);
  };
  return (
    <fieldset className="choices stack">
      <legend className="field-label">{t('edit.inner')}</legend>
      {questions.map((inner, index) => (
        <div className="call-part" key={inner.id}>
          <QuestionEditor question={inner} about={null} onChange={(next) => keep(replaced(questions, index, next as Simple))} />
          <PartActs
            about={inner.label}
            index={index}
            count={questions.length}
            onMove={(by) => keep(moved(questions, index, by))}
            onRemove={() => (questions.length > 1 ? keep(replaced(questions, index, null)) : undefined)}
          />
        </div>
      ))}
      <div className="form-actions">
        {SIMPLE_KINDS.map((kind) => (
          <Button key={kind} size="small" onClick={() => add(kind)}>
            {t('edit.addKind', { kind: t(`kind.${kind}`) })}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
