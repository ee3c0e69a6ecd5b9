import { useTranslation } from 'react-i18next';
import { CheckboxGroup, RadioGroup } from '../../../ui/choices';
import { Field } from '../../../ui/field';
import { NumberInput, TextArea, TextInput } from '../../../ui/inputs';
import { SavedStatus } from '../../../ui/saved/saved-parts';
import { useSavedValue } from '../../../ui/saved/use-saved-value';
import type { Application, Question } from '../applications.queries';
import { FileField } from './file-field';
import { BLANK_PLAN, MoneyField, type MoneyPlan } from './money-field';
import { type Column, type Row, RowsField } from './rows-field';

interface QuestionFieldProps {
  readonly application: Application;
  readonly question: Question;
}

export const questionFieldId = (id: string) => `question-${id}`;
const BLANKS: Readonly<Partial<Record<Question['kind'], unknown>>> = { short: '', long: '', number: null, money: BLANK_PLAN };
const NONE: readonly never[] = [];

/** One question, its help, where its answer was carried over from, and what the server said of it. */
export function QuestionField({ application, question }: QuestionFieldProps) {
  const { t } = useTranslation(['applications', 'common']);
  const answer = useSavedValue<unknown>(`answers.${question.id}`, question.kind in BLANKS ? BLANKS[question.kind] : NONE);
  const source = application.sources[question.id];
  const optional = question.required ? undefined : t('common:optional');
  const legend = optional ? `${question.label} (${optional})` : question.label;
  return (
    <div className="application-question">
      <Control application={application} question={question} answer={answer} legend={legend} optional={optional} />
      {source ? <p className="field-help">{t(`applications:source.${source.kind}`, { name: source.name })}</p> : null}
      <SavedStatus
        answer={answer}
        words={(theirs) => (typeof theirs === 'string' || typeof theirs === 'number' ? String(theirs) : t('applications:otherAnswer'))}
      />
    </div>
  );
}

interface ControlProps extends QuestionFieldProps {
  readonly answer: ReturnType<typeof useSavedValue<unknown>>;
  readonly legend: string;
  readonly optional: string | undefined;
}

function Control({ application, question, answer, legend, optional }: ControlProps) {
  const { t } = useTranslation('applications');
  const { value, type, pick, leave, isDisabled } = answer;
  const id = questionFieldId(question.id);
  const field = { id, label: question.label, help: question.help ?? undefined, optionalLabel: optional };
  const help = question.help ? <p className="field-help">{question.help}</p> : null;
  const rows = (columns: readonly Column[], maxRows: number) => (
    <RowsField
      id={id}
      legend={legend}
      help={help}
      columns={columns}
      rows={value as Row[]}
      maxRows={maxRows}
      disabled={isDisabled}
      onChange={type}
      onLeave={leave}
    />
  );
  switch (question.kind) {
    case 'short':
      return (
        <Field {...field}>
          <TextInput
            value={value as string}
            disabled={isDisabled}
            autoComplete="off"
            onBlur={leave}
            onChange={(event) => type(event.target.value)}
          />
        </Field>
      );
    case 'long':
      return (
        <>
          <Field {...field}>
            <TextArea
              rows={6}
              value={value as string}
              disabled={isDisabled}
              onBlur={leave}
              onChange={(event) => type(event.target.value)}
            />
          </Field>
          <p className="field-help numeric">{t('signs', { count: [...(value as string)].length, max: question.maxLength })}</p>
        </>
      );
    case 'number':
      return (
        <div onBlur={leave}>
          <Field {...field}>
            <NumberInput value={value as number | null} onChange={type} {...(question.unit ? { unit: question.unit } : {})} />
          </Field>
        </div>
      );
    case 'choice': {
      const choices = question.options.map((option) => ({ value: option.id, label: option.label, disabled: isDisabled }));
      const chosen = value as string[];
      return question.several ? (
        <CheckboxGroup id={id} legend={legend} help={question.help} choices={choices} values={chosen} onChange={pick} />
      ) : (
        <RadioGroup
          id={id}
          legend={legend}
          help={question.help}
          choices={choices}
          value={chosen[0] ?? null}
          onChange={(one) => pick([one])}
        />
      );
    }
    case 'table':
      return rows(question.columns, question.maxRows);
    case 'organisation':
      return rows(
        (['name', 'siret', 'part'] as const).map((column) => ({ id: column, label: t(`partner.${column}`), kind: 'text' as const })),
        question.maxCount,
      );
    case 'calendar':
      return rows(
        [
          { id: 'label', label: t('step.label'), kind: 'text' },
          { id: 'from', label: t('step.from'), kind: 'date' },
          { id: 'until', label: t('step.until'), kind: 'date' },
        ],
        question.maxSteps,
      );
    case 'block':
      return rows(
        question.questions.map((inner) => ({
          id: inner.id,
          label: inner.label,
          kind: inner.kind === 'short' ? ('text' as const) : inner.kind,
          ...(inner.kind === 'choice' ? { options: inner.options, several: inner.several } : {}),
        })),
        question.maxTimes,
      );
    case 'money':
      return (
        <>
          <p className="field-label">{legend}</p>
          {help}
          <MoneyField id={id} legend={question.label} value={value as MoneyPlan} disabled={isDisabled} onChange={type} onLeave={leave} />
        </>
      );
    case 'file':
      return (
        <>
          <p className="field-label">{legend}</p>
          {help}
          <FileField
            id={id}
            application={application}
            legend={question.label}
            maxFiles={question.maxFiles}
            value={value as string[]}
            disabled={isDisabled}
            onPick={pick}
          />
        </>
      );
  }
}
