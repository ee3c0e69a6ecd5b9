import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import type { Account } from '../../../session/me';
import { Form } from '../../../ui/form/form';
import { Notice } from '../../../ui/notice';

/** As long as the address is not confirmed: what that prevents, and another message if the first was lost. */
export function UnverifiedNotice({ account }: { readonly account: Account }) {
  const { t } = useTranslation('account');
  const [isSent, setSent] = useState(false);
  if (account.emailVerified) return null;
  return (
    <Notice tone="warning" title={t('unverified.title')}>
      <p>{t('unverified.text', { email: account.email })}</p>
      {isSent ? (
        <p role="status">
          <strong>{t('unverified.sent')}</strong>
        </p>
      ) : (
        <Form
          submit={t('unverified.submit')}
          submitLook="secondary"
          onSend={async () => {
            await done(api.POST('/api/me/verification'));
            setSent(true);
          }}
        />
      )}
    </Notice>
  );
}
