import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { Field } from '../../ui/field';
import { TextField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { TextArea } from '../../ui/inputs';
import { Notice } from '../../ui/notice';
import { ProblemNotice } from '../../ui/problem-notice';
import { CheckBadge, dayOf } from './instruction-words';
import { type CheckLine, type Instruction, type InstructionCriterion, instructionById, settle, writeChecks } from './instruction.queries';
import { useRefusalWords } from './refusal-words';

/** Criterion by criterion: what the service sees, what an agent says of it. Each line is saved by itself. */
export function CheckPanel({ instruction }: { readonly instruction: Instruction }) {
  const { t } = useTranslation('instruction');
  const client = useQueryClient();
  const words = useRefusalWords();
  const [failure, setFailure] = useState<unknown>(null);
  const [made, setMade] = useState(0);
  const { id, criteria, actions, standing } = instruction;
  const canWrite = actions.writeChecks === null;
  const save = async (lines: CheckLine[]) => {
    try {
      await settle(client, writeChecks(id, lines));
      setFailure(null);
    } catch (error) {
      setFailure(error);
      // What a colleague ticked meanwhile is shown at once.
      await client.invalidateQueries({ queryKey: instructionById(id).queryKey });
    }
  };
  const evident = criteria.filter(
    ({ computed, verdict }) => (computed === 'met' || computed === 'not_concerned') && verdict !== 'yes' && verdict !== 'no',
  );
  return (
    <Panel id="check" title={t('checks.title')} aside={<CheckBadge check={standing} />}>
      <div className="stack">
        {canWrite ? <p>{t('checks.text')}</p> : <p className="field-help">{words(actions.writeChecks ?? '')}</p>}
        {failure ? <ProblemNotice error={failure} /> : null}
        {canWrite && evident.length > 0 ? (
          <div>
            <Button
              size="small"
              onClick={() => void save(evident.map(({ key, version, note }) => ({ criterion: key, version, verdict: 'yes', note })))}
            >
              {t('checks.tickMet', { count: evident.length })}
            </Button>
          </div>
        ) : null}
        <ol className="instruction-checks">
          {criteria.map((criterion) => (
            <CriterionRow
              key={`${criterion.key} ${criterion.version}`}
              criterion={criterion}
              canWrite={canWrite}
              onSave={save}
              onRemove={async (criterionId) => {
                const path = { id, criterionId };
                await settle(client, unwrap(api.DELETE('/api/instruction/{id}/criteria/{criterionId}', { params: { path } }))).catch(
                  setFailure,
                );
              }}
            />
          ))}
        </ol>
        {canWrite ? (
          <Form
            key={made}
            submit={t('checks.add')}
            submitLook="secondary"
            label={t('checks.add')}
            onSend={async (answers) => {
              const body = { label: answers['label'] ?? '' };
              await settle(client, unwrap(api.POST('/api/instruction/{id}/criteria', { params: { path: { id } }, body })));
              setMade(made + 1);
            }}
          >
            <TextField name="label" label={t('checks.own')} help={t('checks.ownHelp')} maxLength={300} />
          </Form>
        ) : null}
      </div>
    </Panel>
  );
}

const VERDICTS = ['yes', 'no', 'to_check'] as const;

interface CriterionRowProps {
  readonly criterion: InstructionCriterion;
  readonly canWrite: boolean;
  readonly onSave: (lines: CheckLine[]) => Promise<void>;
  readonly onRemove: (criterionId: string) => Promise<void>;
}

function CriterionRow({ criterion, canWrite, onSave, onRemove }: CriterionRowProps) {
  const { t } = useTranslation('instruction');
  const { key, kind, question, computed, verdict, isStale, version, who, at } = criterion;
  const [note, setNote] = useState(criterion.note ?? '');
  const [isNoting, setNoting] = useState(false);
  const label = kind === 'complete' ? t('checks.complete') : kind === 'lots' ? t('checks.lots') : (criterion.label ?? '');
  // Shown at once, and until the answer: a line that is saved comes back with another version.
  const [picked, setPicked] = useState<(typeof VERDICTS)[number] | null>(null);
  const send = async (next: (typeof VERDICTS)[number]) => {
    setPicked(next);
    await onSave([{ criterion: key, version, verdict: next, note: note.trim() === '' ? null : note.trim() }]);
    setPicked(null);
  };
  return (
    <li className="instruction-check">
      <fieldset className="instruction-verdicts" disabled={!canWrite}>
        <legend>{label}</legend>
        {VERDICTS.map((value) => (
          <label key={value} className={`instruction-verdict instruction-verdict-${value}`}>
            <input type="radio" name={`${key} verdict`} checked={(picked ?? verdict) === value} onChange={() => void send(value)} />
            {t(`verdict.${value}`)}
          </label>
        ))}
      </fieldset>
      <p className="field-help instruction-check-seen">
        {t(`kind.${kind}`)}
        {computed ? ` · ${t(`computed.${computed}`)}` : ''}
        {question ? (
          <>
            {' · '}
            <a href={`#answer-${question}`}>{t('checks.see')}</a>
          </>
        ) : null}
        {who && at ? ` · ${t('checks.by', { who, when: dayOf(at) })}` : ''}
      </p>
      {isStale || (verdict === 'to_check' && who === null && version > 0) ? <Notice tone="warning" title={t('checks.stale')} /> : null}
      {criterion.note && !isNoting ? <p className="instruction-note">{criterion.note}</p> : null}
      {isNoting ? (
        <div className="stack-tight">
          <Field label={t('checks.note')} id={`note-${key}`}>
            <TextArea rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
          <div className="form-actions">
            <Button size="small" look="primary" onClick={() => void send(verdict ?? 'to_check')}>
              {t('checks.saveNote')}
            </Button>
            <Button size="small" look="quiet" onClick={() => setNoting(false)}>
              {t('checks.cancel')}
            </Button>
          </div>
        </div>
      ) : canWrite ? (
        <div className="form-actions">
          <Button size="small" look="quiet" onClick={() => setNoting(true)}>
            {t(criterion.note ? 'checks.editNote' : 'checks.addNote')}
            <span className="visually-hidden"> {label}</span>
          </Button>
          {kind === 'own' ? (
            <Button size="small" look="quiet" onClick={() => void onRemove(key.slice('own:'.length))}>
              {t('checks.remove')}
              <span className="visually-hidden"> {label}</span>
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
