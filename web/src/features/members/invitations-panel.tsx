import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done, unwrap } from '../../api/client';
import { formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { EmailField } from '../../ui/form/fields';
import { Form } from '../../ui/form/form';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { type Invitation, invitationsOf, type Role } from './members.queries';
import { RoleField } from './role-field';

export function InvitationsPanel({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation(['members', 'common', 'session']);
  const client = useQueryClient();
  const [sentTo, setSentTo] = useState<{ readonly email: string; readonly messageSent: boolean } | null>(null);
  const [sendings, setSendings] = useState(0);
  const invitations = useInfiniteQuery(invitationsOf(organisationId));
  const items = invitations.data?.pages.flatMap((page) => page.items) ?? [];
  const readAgain = () => client.invalidateQueries({ queryKey: invitationsOf(organisationId).queryKey });
  return (
    <div className="stack">
      <Form
        key={sendings}
        label={t('members:invite.title')}
        submit={t('members:invite.submit')}
        onSend={async ({ email = '', role }) => {
          const body = { email, role: role as Role };
          const { messageSent } = await unwrap(
            api.POST('/api/organisations/{id}/invitations', { params: { path: { id: organisationId } }, body }),
          );
          await readAgain();
          setSentTo({ email, messageSent });
          setSendings(sendings + 1);
        }}
      >
        <EmailField name="email" label={t('session:field.email')} help={t('members:invite.help')} autoComplete="off" />
        <RoleField defaultValue="editor" />
      </Form>
      <div role="status">
        {sentTo ? (
          <Notice
            tone="good"
            title={t(sentTo.messageSent ? 'members:invite.sent' : 'members:invite.alreadySent', { email: sentTo.email })}
          />
        ) : null}
      </div>
      {invitations.isPending ? <Skeleton label={t('common:loading')} lines={2} /> : null}
      {invitations.isError ? <ErrorState level={3} error={invitations.error} onRetry={() => void invitations.refetch()} /> : null}
      {items.length > 0 ? (
        <ul className="row-list" aria-label={t('members:invite.list')}>
          {items.map((invitation) => (
            <InvitationRow key={invitation.id} organisationId={organisationId} invitation={invitation} onChanged={readAgain} />
          ))}
        </ul>
      ) : null}
      {invitations.hasNextPage ? (
        <Button disabled={invitations.isFetchingNextPage} onClick={() => void invitations.fetchNextPage()}>
          {t('common:actions.loadMore')}
        </Button>
      ) : null}
    </div>
  );
}

interface InvitationRowProps {
  readonly organisationId: string;
  readonly invitation: Invitation;
  readonly onChanged: () => Promise<void>;
}

function InvitationRow({ organisationId, invitation, onChanged }: InvitationRowProps) {
  const { t } = useTranslation(['members', 'vocabulary']);
  const { id, email, role, state, expiresAt } = invitation;
  const isPending = state === 'pending';
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">{email ?? t('members:addressForgotten')}</p>
        <p className="field-help">
          {[
            t(`vocabulary:role.${role}`),
            isPending ? t('members:invite.until', { day: formatInstantDay(expiresAt, currentLanguage()) }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <Badge tone={state === 'accepted' ? 'moss' : isPending ? 'amber' : 'neutral'}>{t(`members:invitationState.${state}`)}</Badge>
      {isPending ? (
        <Form
          submitLook="quiet"
          submit={
            <>
              {t('members:invite.cancel')}
              <span className="visually-hidden"> {email}</span>
            </>
          }
          onSend={async () => {
            const path = { id: organisationId, invitationId: id };
            await done(api.DELETE('/api/organisations/{id}/invitations/{invitationId}', { params: { path } }));
            await onChanged();
          }}
        />
      ) : null}
    </li>
  );
}
