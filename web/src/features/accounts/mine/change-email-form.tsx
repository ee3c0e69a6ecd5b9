import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import type { Account } from '../../../session/me';
import { EmailField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { Notice } from '../../../ui/notice';

/** The address changes once both the old and the new one have confirmed: neither a thief nor a slip of the finger can take an account away. */
export function ChangeEmailForm({ account }: { readonly account: Account }) {
  const { t } = useTranslation('account');
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null)
    return (
      <Notice tone="good" role="status" title={t('email.sentTitle')}>
        <p>{t('email.sent', { before: account.email, after: sentTo })}</p>
      </Notice>
    );
  return (
    <Form
      label={t('email.title')}
      submit={t('email.submit')}
      submitLook="secondary"
      onSend={async ({ email = '' }) => {
        await done(api.POST('/api/me/email', { body: { email } }));
        setSentTo(email);
      }}
    >
      <p>{t('email.now', { email: account.email })}</p>
      <EmailField name="email" label={t('email.new')} help={t('email.newHelp')} />
    </Form>
  );
}
