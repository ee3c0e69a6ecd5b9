import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../api/client';
import type { Account } from '../../session/me';
import { ActButton } from '../../ui/act-button';
import { TextAreaField } from '../../ui/form/fields';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';

interface AskToJoinProps {
  readonly organisationId: string;
  readonly name: string;
  readonly account: Account | null | undefined;
}

/** For those who belong to a body that is already represented: its administrators answer. */
export function AskToJoin({ organisationId, name, account }: AskToJoinProps) {
  const { t } = useTranslation('members');
  const [isSent, setSent] = useState(false);
  if (isSent) return <Notice tone="good" role="status" title={t('join.sent')} />;
  if (!account)
    return (
      <LinkButton to="/connexion" search={{ retour: `/organisations/${organisationId}` }}>
        {t('join.signIn')}
      </LinkButton>
    );
  return (
    <ActButton
      label={t('join.ask')}
      title={t('join.askTitle', { name })}
      submit={t('join.askSubmit')}
      onSend={async ({ message = '' }) => {
        const body = { message };
        await done(api.POST('/api/organisations/{id}/join-requests', { params: { path: { id: organisationId } }, body }));
        setSent(true);
      }}
    >
      <p>{t('join.askText')}</p>
      <TextAreaField name="message" label={t('join.message')} help={t('join.messageHelp')} maxLength={1000} />
    </ActButton>
  );
}
