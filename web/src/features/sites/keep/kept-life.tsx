import { useQueryClient } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import { ActButton } from '../../../ui/act-button';
import { Badge } from '../../../ui/badge';
import { Button } from '../../../ui/button';
import { Panel } from '../../../ui/card';
import { orNull } from '../../../ui/form/answers';
import { RadioField } from '../../../ui/form/choice-fields';
import { TextAreaField, TextField } from '../../../ui/form/fields';
import { LinkButton } from '../../../ui/link-button';
import { ProblemNotice } from '../../../ui/problem-notice';
import type { KeptSite } from './keep.queries';
import { keptSite } from './keep.queries';
import { KeptRefusal } from './kept-refusal';
import { CLOSING_REASONS, type ClosingReason, KNOWN_CLOSING_REASONS, STATE_TONES } from './kept-states';

/** Where the place stands, what can be done now, and why the rest cannot. */
export function KeptLife({ site }: { readonly site: KeptSite }) {
  const { t } = useTranslation(['keep', 'vocabulary']);
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const params = { path: { id: site.id } };
  const keep = async (answer: Promise<KeptSite>) => {
    client.setQueryData(keptSite(site.id).queryKey, await answer);
    setFailure(null);
    await client.invalidateQueries({ queryKey: ['kept-sites'] });
    await client.invalidateQueries({ queryKey: ['sites'] });
    await client.invalidateQueries({ queryKey: ['moderation'] });
  };
  const act = (answer: Promise<KeptSite>) => void keep(answer).catch(setFailure);
  const { actions, state, stateReason } = site;
  const closing = KNOWN_CLOSING_REASONS.find((known) => known === stateReason);
  const isDraft = state === 'draft';
  return (
    <Panel id="life" title={t('keep:life.title')} tone="enamel">
      <div className="stack">
        <p className="badges">
          <Badge tone={STATE_TONES[state]}>{t(`vocabulary:state.${state}`)}</Badge>
        </p>
        <p>{t(`keep:life.text.${state}`)}</p>
        {stateReason === null ? null : isDraft ? (
          <p>{t('keep:life.sentBack', { reason: stateReason })}</p>
        ) : (
          <p>{t('keep:life.because', { reason: closing ? t(`keep:closing.${closing}`) : stateReason })}</p>
        )}
        {failure ? <ProblemNotice error={failure} /> : null}
        {isDraft && actions.publishSite !== null && actions.submitSite !== 'not-a-member' ? (
          <KeptRefusal code={actions.publishSite} />
        ) : null}
        <div className="form-actions">
          {actions.publishSite === null ? (
            <Button look="primary" onClick={() => act(unwrap(api.POST('/api/sites/{id}/publish', { params })))}>
              {t('keep:act.publish')}
            </Button>
          ) : actions.submitSite === null ? (
            <Button look="primary" onClick={() => act(unwrap(api.POST('/api/sites/{id}/submit', { params })))}>
              {t('keep:act.submit')}
            </Button>
          ) : null}
          {actions.acceptSite === null ? (
            <Button
              look="primary"
              onClick={() => act(unwrap(api.POST('/api/sites/{id}/accept', { params, body: { version: site.version } })))}
            >
              {t('keep:act.accept')}
            </Button>
          ) : null}
          {actions.sendBackSite === null ? (
            <ActButton
              label={t('keep:act.sendBack')}
              title={t('keep:act.sendBackTitle')}
              submit={t('keep:act.sendBack')}
              onSend={({ reason = '' }) =>
                keep(unwrap(api.POST('/api/sites/{id}/send-back', { params, body: { version: site.version, reason } })))
              }
            >
              <p>{t('keep:act.sendBackText')}</p>
              <TextAreaField name="reason" label={t('keep:act.reason')} maxLength={1000} />
            </ActButton>
          ) : null}
          {actions.takeBackSite === null ? (
            <Button onClick={() => act(unwrap(api.POST('/api/sites/{id}/take-back', { params })))}>{t('keep:act.takeBack')}</Button>
          ) : null}
          {actions.resumeSite === null ? (
            <Button look="primary" onClick={() => act(unwrap(api.POST('/api/sites/{id}/resume', { params })))}>
              {t('keep:act.resume')}
            </Button>
          ) : null}
          {actions.pauseSite === null ? (
            <PauseButton onSend={(reason) => keep(unwrap(api.POST('/api/sites/{id}/pause', { params, body: { reason } })))} />
          ) : null}
          {actions.closeSite === null ? (
            <CloseButton onSend={(body) => keep(unwrap(api.POST('/api/sites/{id}/close', { params, body })))} />
          ) : null}
          {site.seenByAll ? (
            <LinkButton to="/lieux/$siteId" params={{ siteId: site.id }} icon={<Eye aria-hidden size={18} />}>
              {t('keep:life.see')}
            </LinkButton>
          ) : null}
        </div>
      </div>
    </Panel>
  );
}

export function PauseButton({ onSend, about }: { readonly onSend: (reason: string) => Promise<unknown>; readonly about?: ReactNode }) {
  const { t } = useTranslation('keep');
  return (
    <ActButton label={t('act.pause')} title={t('act.pauseTitle')} submit={t('act.pause')} onSend={({ reason = '' }) => onSend(reason)}>
      {about}
      <p>{t('act.pauseText')}</p>
      <TextField name="reason" label={t('act.reason')} maxLength={300} autoComplete="off" />
    </ActButton>
  );
}

interface Closing {
  readonly reason: ClosingReason;
  readonly note: string | null;
}

export function CloseButton({ onSend, about }: { readonly onSend: (closing: Closing) => Promise<unknown>; readonly about?: ReactNode }) {
  const { t } = useTranslation('keep');
  return (
    <ActButton
      label={t('act.close')}
      look="quiet"
      title={t('act.closeTitle')}
      submit={t('act.close')}
      onSend={(answers) => onSend({ reason: (answers['reason'] ?? '') as ClosingReason, note: orNull(answers['note']) })}
    >
      {about}
      <p>{t('act.closeText')}</p>
      <RadioField
        name="reason"
        label={t('act.reason')}
        choices={CLOSING_REASONS.map((value) => ({ value, label: t(`closing.${value}`) }))}
      />
      <TextAreaField name="note" label={t('act.note')} rows={2} maxLength={500} isOptional />
    </ActButton>
  );
}
