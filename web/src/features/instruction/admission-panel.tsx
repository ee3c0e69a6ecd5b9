import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { formatDeadline } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Panel } from '../../ui/card';
import { CheckboxGroup } from '../../ui/choices';
import { TextAreaField } from '../../ui/form/fields';
import { CorrectionAct } from './correction-act';
import { StateBadge } from './instruction-words';
import { type Instruction, settle } from './instruction.queries';
import { useRefusalWords } from './refusal-words';

/** What can be decided now; what cannot says why. The applicant is written to each time. */
export function AdmissionPanel({ instruction }: { readonly instruction: Instruction }) {
  const { t } = useTranslation('instruction');
  const client = useQueryClient();
  const words = useRefusalWords();
  const { id, state, reason, actions, fields, corrections, now } = instruction;
  const path = { params: { path: { id } } };
  const open = corrections.find(({ outcome }) => outcome === null);
  const isOver = open !== undefined && new Date(now) >= new Date(open.dueAt);
  const isExamined = state === 'filed' || state === 'correction_requested';
  const why = [actions.admitApplication, actions.refuseAdmission].find((code) => code !== null) ?? null;
  return (
    <Panel id="decision" title={t('decision.title')} aside={<StateBadge state={state} />}>
      <div className="stack">
        {reason ? <p>{reason}</p> : null}
        {state === 'invited' ? <p className="field-help">{t('shortlist.sealedFile')}</p> : null}
        {open ? <p>{t(isOver ? 'decision.over' : 'decision.waiting', { when: formatDeadline(open.dueAt, currentLanguage()) })}</p> : null}
        <div className="form-actions">
          {actions.admitApplication === null ? (
            <ActButton
              label={t('decision.admit')}
              look="primary"
              title={t('decision.admit')}
              submit={t('decision.admit')}
              onSend={() => settle(client, unwrap(api.POST('/api/instruction/{id}/admission', path)))}
            >
              <p>{t('decision.admitText')}</p>
            </ActButton>
          ) : null}
          {actions.requestCorrection === null ? (
            <CorrectionAct
              label={t('decision.correct')}
              fields={fields}
              onSend={(body) => settle(client, unwrap(api.POST('/api/instruction/{id}/correction', { ...path, body })))}
            />
          ) : null}
          {actions.refuseAdmission === null ? <RefuseAct instruction={instruction} /> : null}
          {actions.endCorrection === null ? (
            <ReasonAct
              label={t(isOver ? 'decision.goOn' : 'decision.cancelCorrection')}
              text={t(isOver ? 'decision.goOnText' : 'decision.cancelCorrectionText')}
              onSend={(said) =>
                settle(client, unwrap(api.POST('/api/instruction/{id}/correction/end', { ...path, body: { reason: said } })))
              }
            />
          ) : null}
          {actions.takeBackAdmission === null ? (
            <ReasonAct
              label={t('decision.takeBack')}
              text={t('decision.takeBackText')}
              onSend={(said) =>
                settle(client, unwrap(api.POST('/api/instruction/{id}/admission/take-back', { ...path, body: { reason: said } })))
              }
            />
          ) : null}
        </div>
        {isExamined && why !== null ? <p className="field-help">{words(why)}</p> : null}
        {isExamined && actions.refuseAdmission === null && instruction.standing !== 'fails' ? (
          <p className="field-help">{t('decision.refuseHow')}</p>
        ) : null}
      </div>
    </Panel>
  );
}

/** Only criteria ticked “no” can be named. */
function RefuseAct({ instruction: { id, criteria } }: { readonly instruction: Instruction }) {
  const { t } = useTranslation('instruction');
  const client = useQueryClient();
  const failed = criteria.filter(({ verdict }) => verdict === 'no');
  const [named, setNamed] = useState<readonly string[] | null>(null);
  if (failed.length === 0) return null;
  const values = failed.map(({ key }) => key).filter((key) => named === null || named.includes(key));
  const labelOf = ({ kind, label }: Instruction['criteria'][number]) =>
    kind === 'complete' ? t('checks.complete') : kind === 'lots' ? t('checks.lots') : (label ?? '');
  return (
    <ActButton
      label={t('decision.refuse')}
      title={t('decision.refuse')}
      submit={t('decision.refuse')}
      onSend={(answers) => {
        const body = { reason: answers['reason'] ?? '', criteria: values };
        return settle(client, unwrap(api.POST('/api/instruction/{id}/refusal', { params: { path: { id } }, body })));
      }}
    >
      <p>{t('decision.refuseText')}</p>
      <CheckboxGroup
        legend={t('decision.refuseNamed')}
        choices={failed.map((criterion) => ({ value: criterion.key, label: labelOf(criterion), hint: criterion.note }))}
        values={values}
        onChange={setNamed}
      />
      <TextAreaField name="reason" label={t('decision.reason')} help={t('decision.reasonHelp')} rows={4} maxLength={2000} />
    </ActButton>
  );
}

interface ReasonActProps {
  readonly label: string;
  readonly text: string;
  readonly onSend: (reason: string) => Promise<unknown>;
}

function ReasonAct({ label, text, onSend }: ReasonActProps) {
  const { t } = useTranslation('instruction');
  return (
    <ActButton label={label} title={label} submit={label} onSend={(answers) => onSend(answers['reason'] ?? '')}>
      <p>{text}</p>
      <TextAreaField name="reason" label={t('decision.reason')} help={t('decision.reasonHelp')} rows={3} maxLength={2000} />
    </ActButton>
  );
}
