import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../api/client';
import { ActButton } from '../../ui/act-button';
import { TextAreaField } from '../../ui/form/fields';

const DECISIONS = [
  { operation: 'verifyOrganisation', key: 'verify', look: 'secondary' },
  { operation: 'refuseOrganisation', key: 'refuse', look: 'quiet' },
  { operation: 'releaseOrganisation', key: 'release', look: 'quiet' },
  { operation: 'suspendOrganisation', key: 'suspend', look: 'quiet' },
  { operation: 'reinstateOrganisation', key: 'reinstate', look: 'secondary' },
] as const;
type Decision = (typeof DECISIONS)[number]['key'];

interface DecisionsProps {
  readonly organisationId: string;
  readonly name: string;
  /** Operation → null when it may be done now. */
  readonly actions: Readonly<Record<string, string | null>>;
}

function decide(decision: Decision, id: string, reason: string) {
  const given = { params: { path: { id } }, body: { reason } };
  const calls = {
    verify: () => api.POST('/api/organisations/{id}/verify', given),
    refuse: () => api.POST('/api/organisations/{id}/refuse', given),
    release: () => api.POST('/api/organisations/{id}/release', given),
    suspend: () => api.POST('/api/organisations/{id}/suspend', given),
    reinstate: () => api.POST('/api/organisations/{id}/reinstate', given),
  };
  return done(calls[decision]());
}

/** What may be decided now, each with its reason, which the organisation's members read. */
export function Decisions({ organisationId, name, actions }: DecisionsProps) {
  const { t } = useTranslation('moderation');
  const client = useQueryClient();
  const possible = DECISIONS.filter(({ operation }) => actions[operation] === null);
  if (possible.length === 0) return <p>{t('decision.none')}</p>;
  return (
    <div className="form-actions">
      {possible.map(({ key, look }) => (
        <ActButton
          key={key}
          label={t(`decision.${key}.label`)}
          look={look}
          title={t(`decision.${key}.title`, { name })}
          submit={t(`decision.${key}.label`)}
          onSend={async ({ reason = '' }) => {
            await decide(key, organisationId, reason);
            await client.invalidateQueries();
          }}
        >
          <p>{t(`decision.${key}.text`)}</p>
          <TextAreaField name="reason" label={t('decision.reason')} help={t('decision.reasonHelp')} maxLength={2000} />
        </ActButton>
      ))}
    </div>
  );
}
