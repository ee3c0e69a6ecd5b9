import { useTranslation } from 'react-i18next';
import { useFieldSaver } from '../../../lib/field-saver';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { NumberInput, SelectInput, TextArea, TextInput } from '../../../ui/inputs';
import { SavedStatus } from '../../../ui/saved/saved-parts';
import { useSavedValue } from '../../../ui/saved/use-saved-value';
import type { CallContent, FormSection } from '../calls.queries';
import { ConditionEditor } from './condition-editor';
import { freeId, moved, replaced, testable } from './form-edit';
import { CheckBox, PartActs } from './part-acts';

const orNull = (text: string): string | null => (text === '' ? null : text);

export function DocumentsEditor() {
  const { t } = useTranslation(['calls', 'common']);
  const answer = useSavedValue<CallContent['documents']>('documents', []);
  const list = answer.value;
  return (
    <div className="stack">
      <ul className="call-parts">
        {list.map((document, index) => (
          <li key={document.id} className="call-part">
            <Field label={t('calls:edit.documentLabel')}>
              <TextInput
                maxLength={200}
                value={document.label}
                onChange={(event) => answer.type(replaced(list, index, { ...document, label: event.target.value }))}
              />
            </Field>
            <Field label={t('calls:edit.help')} optionalLabel={t('common:optional')}>
              <TextInput
                maxLength={500}
                value={document.help ?? ''}
                onChange={(event) => answer.type(replaced(list, index, { ...document, help: orNull(event.target.value) }))}
              />
            </Field>
            <CheckBox
              label={t('calls:edit.required')}
              checked={document.required}
              onChange={(required) => answer.pick(replaced(list, index, { ...document, required }))}
            />
            <PartActs
              about={document.label}
              index={index}
              count={list.length}
              onMove={(by) => answer.pick(moved(list, index, by))}
              onRemove={() => answer.pick(replaced(list, index, null))}
            />
          </li>
        ))}
      </ul>
      <Button
        onClick={() =>
          answer.pick([
            ...list,
            {
              id: freeId(
                list.map(({ id }) => id),
                'piece',
              ),
              label: t('calls:edit.newDocument'),
              help: null,
              required: true,
            },
          ])
        }
      >
        {t('calls:edit.addDocument')}
      </Button>
      <SavedStatus answer={answer} />
    </div>
  );
}

export function EligibilityEditor() {
  const { t } = useTranslation('calls');
  const answer = useSavedValue<CallContent['eligibility']>('eligibility', []);
  const about = testable((useFieldSaver().valueAt('form') ?? []) as FormSection[], null);
  const list = answer.value;
  const [first] = about;
  return (
    <div className="stack">
      <ul className="call-parts">
        {list.map((rule, index) => (
          <li key={rule.id} className="call-part">
            <Field label={t('edit.explanation')} help={t('edit.explanationHelp')}>
              <TextArea
                rows={2}
                maxLength={500}
                value={rule.explanation}
                onChange={(event) => answer.type(replaced(list, index, { ...rule, explanation: event.target.value }))}
              />
            </Field>
            <ConditionEditor
              label={t('edit.mustHold')}
              about={about}
              value={rule.condition}
              onChange={(condition) => (condition === null ? undefined : answer.pick(replaced(list, index, { ...rule, condition })))}
            />
            <PartActs
              about={rule.explanation}
              index={index}
              count={list.length}
              onMove={(by) => answer.pick(moved(list, index, by))}
              onRemove={() => answer.pick(replaced(list, index, null))}
            />
          </li>
        ))}
      </ul>
      {first === undefined ? (
        <p>{t('edit.eligibilityNeeds')}</p>
      ) : (
        <Button
          onClick={() =>
            answer.pick([
              ...list,
              {
                id: freeId(
                  list.map(({ id }) => id),
                  'regle',
                ),
                explanation: t('edit.newRule'),
                condition:
                  first.kind === 'choice'
                    ? { test: 'has', question: first.id, options: [first.options[0]?.id ?? ''] }
                    : { test: 'at_least', question: first.id, value: 0 },
              },
            ])
          }
        >
          {t('edit.addRule')}
        </Button>
      )}
      <SavedStatus answer={answer} />
    </div>
  );
}

const SCALES = [5, 10, 20] as const;

export function GridEditor() {
  const { t } = useTranslation(['calls', 'common']);
  const answer = useSavedValue<CallContent['grid']>('grid', { scaleMax: 5, criteria: [], tieBreak: [] });
  const grid = answer.value;
  const { criteria } = grid;
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const keep = (next: typeof criteria) => ({
    ...grid,
    criteria: next,
    tieBreak: grid.tieBreak.filter((id) => next.some((one) => one.id === id)),
  });
  return (
    <div className="stack">
      <Field label={t('calls:edit.scale')}>
        <SelectInput
          value={grid.scaleMax}
          onChange={(event) => answer.pick({ ...grid, scaleMax: Number(event.target.value) as 5 | 10 | 20 })}
        >
          {SCALES.map((max) => (
            <option key={max} value={max}>
              {t('calls:edit.scaleTo', { max })}
            </option>
          ))}
        </SelectInput>
      </Field>
      <ul className="call-parts">
        {criteria.map((criterion, index) => (
          <li key={criterion.id} className="call-part">
            <Field label={t('calls:edit.criterion')}>
              <TextInput
                maxLength={200}
                value={criterion.label}
                onChange={(event) => answer.type(keep(replaced(criteria, index, { ...criterion, label: event.target.value })))}
              />
            </Field>
            <Field label={t('calls:edit.help')} optionalLabel={t('common:optional')}>
              <TextArea
                rows={2}
                maxLength={1000}
                value={criterion.help ?? ''}
                onChange={(event) => answer.type(keep(replaced(criteria, index, { ...criterion, help: orNull(event.target.value) })))}
              />
            </Field>
            <Field label={t('calls:edit.weight')}>
              <NumberInput
                unit="%"
                value={criterion.weight}
                onChange={(weight) =>
                  weight === null ? undefined : answer.type(keep(replaced(criteria, index, { ...criterion, weight: Math.round(weight) })))
                }
              />
            </Field>
            <PartActs
              about={criterion.label}
              index={index}
              count={criteria.length}
              onMove={(by) => answer.pick(keep(moved(criteria, index, by)))}
              onRemove={() => answer.pick(keep(replaced(criteria, index, null)))}
            />
          </li>
        ))}
      </ul>
      <p role="status">{t('calls:edit.weights', { total })}</p>
      <Button
        onClick={() =>
          answer.pick(
            keep([
              ...criteria,
              {
                id: freeId(
                  criteria.map(({ id }) => id),
                  'critere',
                ),
                label: t('calls:edit.newCriterion'),
                help: null,
                weight: Math.max(1, 100 - total),
              },
            ]),
          )
        }
      >
        {t('calls:edit.addCriterion')}
      </Button>
      {criteria.length > 0 ? (
        <Field label={t('calls:edit.tieBreak')} help={t('calls:edit.tieBreakHelp')}>
          <SelectInput
            value={grid.tieBreak[0] ?? ''}
            onChange={(event) => answer.pick({ ...grid, tieBreak: event.target.value === '' ? [] : [event.target.value] })}
          >
            <option value="">{t('calls:edit.tieBreakNone')}</option>
            {criteria.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </SelectInput>
        </Field>
      ) : null}
      <SavedStatus answer={answer} />
    </div>
  );
}
