import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { Disclosure } from '../../../ui/disclosure';
import { Field } from '../../../ui/field';
import { SelectInput, TextInput } from '../../../ui/inputs';
import { SavedStatus } from '../../../ui/saved/saved-parts';
import { useSavedValue } from '../../../ui/saved/use-saved-value';
import type { FormSection, QuestionKind } from '../calls.queries';
import { blankQuestion, freeId, idsOf, moved, QUESTION_KINDS, replaced, testable } from './form-edit';
import { PartActs } from './part-acts';
import { QuestionEditor } from './question-editor';

/** The questions of a call, section by section: added, reordered, conditioned, removed; saved as they are written. */
export function FormEditor() {
  const { t } = useTranslation('calls');
  const answer = useSavedValue<FormSection[]>('form', []);
  const form = answer.value;
  if (answer.isDisabled) return null;
  return (
    <div className="stack">
      <ol className="call-parts">
        {form.map((section, index) => (
          <li key={section.id} className="call-part">
            <SectionEditor form={form} section={section} onChange={(next) => answer.type(replaced(form, index, next))} />
            <PartActs
              about={section.title}
              index={index}
              count={form.length}
              onMove={(by) => answer.pick(moved(form, index, by))}
              onRemove={() => answer.pick(replaced(form, index, null))}
            />
          </li>
        ))}
      </ol>
      <Button
        onClick={() =>
          answer.pick([
            ...form,
            {
              id: freeId(
                form.map(({ id }) => id),
                'section',
              ),
              title: t('edit.newSection'),
              help: null,
              questions: [],
            },
          ])
        }
      >
        {t('edit.addSection')}
      </Button>
      <SavedStatus answer={answer} words={() => t('edit.theirForm')} />
    </div>
  );
}

interface SectionEditorProps {
  readonly form: readonly FormSection[];
  readonly section: FormSection;
  readonly onChange: (section: FormSection) => void;
}

function SectionEditor({ form, section, onChange }: SectionEditorProps) {
  const { t } = useTranslation('calls');
  const [kind, setKind] = useState<QuestionKind>('long');
  const { questions } = section;
  const keep = (next: FormSection['questions']) => onChange({ ...section, questions: next });
  return (
    <div className="stack">
      <Field label={t('edit.sectionTitle')}>
        <TextInput maxLength={160} value={section.title} onChange={(event) => onChange({ ...section, title: event.target.value })} />
      </Field>
      {questions.map((question, index) => (
        <Disclosure key={question.id} summary={question.label || t('edit.newQuestion')} count={t(`kind.${question.kind}`)}>
          <div className="stack">
            <QuestionEditor
              question={question}
              about={testable(form, question.id)}
              onChange={(next) => keep(replaced(questions, index, next))}
            />
            <PartActs
              about={question.label}
              index={index}
              count={questions.length}
              onMove={(by) => keep(moved(questions, index, by))}
              onRemove={() => keep(replaced(questions, index, null))}
            />
          </div>
        </Disclosure>
      ))}
      <div className="form-actions">
        <Field label={t('edit.newKind')}>
          <SelectInput value={kind} onChange={(event) => setKind(event.target.value as QuestionKind)}>
            {QUESTION_KINDS.map((value) => (
              <option key={value} value={value}>
                {t(`kind.${value}`)}
              </option>
            ))}
          </SelectInput>
        </Field>
        <Button
          onClick={() =>
            keep([
              ...questions,
              blankQuestion(kind, freeId(idsOf(form), 'question'), { label: t('edit.newQuestion'), part: t('edit.part') }),
            ])
          }
        >
          {t('edit.addQuestion')}
        </Button>
      </div>
    </div>
  );
}
