import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import { ActButton } from '../../../ui/act-button';
import { Panel } from '../../../ui/card';
import type { Answers } from '../../../ui/form/answers';
import { TextAreaField } from '../../../ui/form/fields';
import { LinkButton } from '../../../ui/link-button';
import { RefusalNote } from '../../../ui/refusal-note';
import { CallBadge, CallWhen } from '../call-words';
import { CallStepsLine } from '../call-steps-line';
import { type Call, callById } from '../calls.queries';
import { ExtendAct } from './extend-act';

/** Where a call stands, what it still lacks, what can be done now. */
export function CallLife({ call }: { readonly call: Call }) {
  const { t } = useTranslation('calls');
  const client = useQueryClient();
  const { actions, inside } = call;
  const path = { id: call.id };
  const keep = async (answer: Promise<Call>) => {
    client.setQueryData(callById(call.id).queryKey, await answer);
    await client.invalidateQueries({ queryKey: ['calls', 'of'] });
  };
  const reason = (answers: Answers) => answers['reason'] ?? '';
  const refused =
    call.state === 'draft' && actions.publishCall !== null && actions.publishCall !== 'call-incomplete' ? actions.publishCall : null;
  return (
    <Panel id="life" title={t('life.title')} tone="enamel">
      <div className="stack">
        <p>
          <CallBadge state={call.state} />
        </p>
        <CallWhen call={call} />
        {call.firstClosesAt !== null && call.state !== 'draft' ? <CallStepsLine call={call} /> : null}
        {inside && inside.lacks.length > 0 ? (
          <>
            <p>{t('life.lacks')}</p>
            <ul>
              {inside.lacks.map((lack) => (
                <li key={lack}>{t(`lack.${lack}`)}</li>
              ))}
            </ul>
          </>
        ) : null}
        {refused === null ? null : <RefusalNote code={refused} />}
        <div className="form-actions">
          {actions.publishCall === null && inside ? (
            <ActButton
              label={t('life.publish')}
              look="primary"
              title={t('life.publishTitle')}
              submit={t('life.publish')}
              onSend={() => keep(unwrap(api.POST('/api/calls/{id}/publish', { params: { path }, body: { version: inside.version } })))}
            >
              <p>{t('life.publishText')}</p>
            </ActButton>
          ) : null}
          {actions.extendCall === null ? <ExtendAct call={call} onDone={keep} /> : null}
          {inside && call.lotCount > 0 ? (
            <LinkButton to="/mes-appels/$callId/droit" params={{ callId: call.id }} size="small">
              {t('life.law')}
            </LinkButton>
          ) : null}
          {call.publishedAt === null ? null : (
            <LinkButton to="/appels/$callId" params={{ callId: call.id }} look="quiet" size="small">
              {t('life.see')}
            </LinkButton>
          )}
          {actions.declareCallUnsuccessful === null ? (
            <ActButton
              label={t('life.unsuccessful')}
              title={t('life.unsuccessful')}
              submit={t('life.unsuccessful')}
              onSend={(answers) =>
                keep(unwrap(api.POST('/api/calls/{id}/unsuccessful', { params: { path }, body: { reason: reason(answers) } })))
              }
            >
              <p>{t('life.unsuccessfulText')}</p>
              <TextAreaField name="reason" label={t('life.reason')} help={t('life.reasonHelp')} rows={3} maxLength={1000} />
            </ActButton>
          ) : null}
          {actions.cancelCall === null ? (
            <ActButton
              label={t('life.cancel')}
              look="quiet"
              title={t('life.cancel')}
              submit={t('life.cancel')}
              onSend={(answers) =>
                keep(unwrap(api.POST('/api/calls/{id}/cancel', { params: { path }, body: { reason: reason(answers) } })))
              }
            >
              <p>{t(call.state === 'draft' ? 'life.cancelDraft' : 'life.cancelText')}</p>
              <TextAreaField name="reason" label={t('life.reason')} help={t('life.reasonHelp')} rows={3} maxLength={1000} />
            </ActButton>
          ) : null}
        </div>
      </div>
    </Panel>
  );
}
