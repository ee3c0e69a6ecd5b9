import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done, unwrap } from '../../api/client';
import { formatInstantDay } from '../../lib/format';
import { forgetKeptToken } from '../../session/fragment-token';
import { forgetWhatWasRead, useAccount } from '../../session/me';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { ErrorState } from '../../ui/error-state';
import { Form } from '../../ui/form/form';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';

const INVITATION = '/invitation';

/** What an invitation offers, then one press to accept it; a visitor first signs up or in, and comes back to it. */
export function InvitationCard({ token }: { readonly token: string }) {
  const { t } = useTranslation(['members', 'vocabulary', 'session', 'common']);
  const account = useAccount();
  const client = useQueryClient();
  const router = useRouter();
  const [isDeclined, setDeclined] = useState(false);
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => unwrap(api.POST('/api/invitations/read', { body: { token }, signal })),
    retry: false,
  });
  if (isDeclined)
    return (
      <Notice tone="good" role="status" title={t('members:invitation.declined')}>
        <p>{t('members:invitation.declinedText')}</p>
      </Notice>
    );
  if (invitation.isPending || account === undefined) return <Skeleton label={t('common:loading')} lines={3} />;
  if (invitation.isError)
    return <ErrorState error={invitation.error} actions={<LinkButton to="/organisations">{t('members:invitation.find')}</LinkButton>} />;
  const { organisation, role, invitedBy, expiresAt } = invitation.data;
  return (
    <div className="stack">
      <p className="lead">{t('members:invitation.text', { organisation, role: t(`vocabulary:role.${role}`) })}</p>
      <p>{t(`members:roleText.${role}`)}</p>
      <p className="field-help">
        {[
          invitedBy ? t('members:invitation.by', { name: invitedBy }) : null,
          t('members:invite.until', { day: formatInstantDay(expiresAt, currentLanguage()) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {account === null ? (
        <Notice
          title={t('members:invitation.signUpFirst')}
          actions={
            <>
              <LinkButton to="/inscription" search={{ retour: INVITATION }} look="primary">
                {t('session:menu.signUp')}
              </LinkButton>
              <LinkButton to="/connexion" search={{ retour: INVITATION }}>
                {t('session:menu.signIn')}
              </LinkButton>
            </>
          }
        >
          <p>{t('members:invitation.signUpText')}</p>
        </Notice>
      ) : (
        <Form
          submit={t('members:invitation.accept')}
          onSend={async () => {
            const { organisationId } = await unwrap(api.POST('/api/invitations/accept', { body: { token } }));
            forgetKeptToken('invitation');
            await router.navigate({ to: '/organisations/$organisationId', params: { organisationId } });
            await forgetWhatWasRead(client);
          }}
        />
      )}
      <div>
        <ActButton
          label={t('members:invitation.decline')}
          look="quiet"
          title={t('members:invitation.declineTitle', { organisation })}
          submit={t('members:invitation.declineSubmit')}
          onSend={async () => {
            await done(api.POST('/api/invitations/decline', { body: { token } }));
            forgetKeptToken('invitation');
            setDeclined(true);
          }}
        >
          <p>{t('members:invitation.declineText')}</p>
        </ActButton>
      </div>
    </div>
  );
}
