import { useTranslation } from 'react-i18next';
import { useFieldSaver } from '../../../lib/field-saver';
import { CheckboxGroup, RadioGroup } from '../../../ui/choices';
import { SavedStatus } from '../../../ui/saved/saved-parts';
import { useSavedValue } from '../../../ui/saved/use-saved-value';
import type { CallContent, FormSection } from '../calls.queries';
import { MomentEditor } from './place-editors';

type FirstStep = NonNullable<CallContent['firstStep']>;
const NOTHING: FirstStep = { questions: [], documents: [] };

/** When a call opens and closes: at once, or in two steps of which the first asks for an outline only. */
export function CalendarEditor() {
  const { t } = useTranslation('calls');
  const answer = useSavedValue<FirstStep | null>('firstStep', null);
  const inTwo = answer.value !== null;
  return (
    <div className="stack">
      <RadioGroup
        legend={t('steps.legend')}
        help={t('steps.help')}
        value={inTwo ? 'two' : 'one'}
        choices={[
          { value: 'one', label: t('steps.one'), hint: t('steps.oneHint') },
          { value: 'two', label: t('steps.two'), hint: t('steps.twoHint') },
        ]}
        onChange={(steps) => answer.pick(steps === 'one' ? null : (answer.value ?? NOTHING))}
      />
      <SavedStatus answer={answer} />
      <MomentEditor path="opensAt" label={t('opens')} help={t('edit.opensHelp')} defaultTime="08:00" />
      {inTwo ? (
        <MomentEditor path="firstClosesAt" label={t('steps.firstCloses')} help={t('steps.firstClosesHelp')} defaultTime="23:59" />
      ) : null}
      <MomentEditor
        path="closesAt"
        label={t(inTwo ? 'steps.secondCloses' : 'closes')}
        help={t(inTwo ? 'steps.secondClosesHelp' : 'edit.closesHelp')}
        defaultTime="23:59"
      />
    </div>
  );
}

/** Of the questions and documents written so far, those that the first of two steps asks for. */
export function FirstStepEditor() {
  const { t } = useTranslation('calls');
  const saver = useFieldSaver();
  const answer = useSavedValue<FirstStep | null>('firstStep', null);
  const form = (saver.valueAt('form') ?? []) as FormSection[];
  const documents = (saver.valueAt('documents') ?? []) as CallContent['documents'];
  const step = answer.value;
  if (step === null) return null;
  const pick = (part: keyof FirstStep, among: readonly { readonly id: string }[], values: readonly string[]) => {
    const others = step[part].filter((id) => !among.some((one) => one.id === id));
    answer.pick({ ...step, [part]: [...others, ...values] });
  };
  return (
    <div className="stack">
      <p>{t('steps.chooseText')}</p>
      {form
        .filter(({ questions }) => questions.length > 0)
        .map(({ id, title, questions }) => (
          <CheckboxGroup
            key={id}
            legend={title}
            choices={questions.map((question) => ({ value: question.id, label: question.label }))}
            values={step.questions.filter((one) => questions.some((question) => question.id === one))}
            onChange={(values) => pick('questions', questions, values)}
          />
        ))}
      {documents.length > 0 ? (
        <CheckboxGroup
          legend={t('part.documents')}
          choices={documents.map(({ id, label }) => ({ value: id, label }))}
          values={step.documents.filter((one) => documents.some(({ id }) => id === one))}
          onChange={(values) => pick('documents', documents, values)}
        />
      ) : null}
      <SavedStatus answer={answer} />
    </div>
  );
}
