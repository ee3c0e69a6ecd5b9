import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../api/client';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Form } from '../ui/form/form';
import { PasswordField } from '../ui/form/password-field';
import { Notice } from '../ui/notice';
import { me, useAccount } from './me';

interface ConfirmItIsMeProps {
  readonly open: boolean;
  readonly onAnswer: (confirmed: boolean) => void;
}

/** Before what an unlocked telephone must not be enough for: the password again, or a link received by e-mail. */
export function ConfirmItIsMe({ open, onAnswer }: ConfirmItIsMeProps) {
  const { t } = useTranslation(['session', 'common']);
  const account = useAccount();
  const client = useQueryClient();
  const confirmed = async () => {
    await client.invalidateQueries({ queryKey: me().queryKey });
    onAnswer(true);
  };
  return (
    <Dialog open={open} onClose={() => onAnswer(false)} title={t('session:confirm.title')} closeLabel={t('common:actions.close')}>
      <div className="stack">
        <p>{t('session:confirm.text')}</p>
        {account?.hasPassword ? (
          <Form
            submit={t('session:confirm.submit')}
            onSend={async ({ password = '' }) => {
              await done(api.POST('/api/session/confirm', { body: { password } }));
              await confirmed();
            }}
          >
            <input
              type="text"
              className="visually-hidden"
              autoComplete="username"
              value={account.email}
              readOnly
              tabIndex={-1}
              aria-hidden
            />
            <PasswordField name="password" label={t('session:field.password')} autoComplete="current-password" />
          </Form>
        ) : (
          <ConfirmByLink email={account?.email ?? ''} onDone={() => void confirmed()} />
        )}
      </div>
    </Dialog>
  );
}

function ConfirmByLink({ email, onDone }: { readonly email: string; readonly onDone: () => void }) {
  const { t } = useTranslation('session');
  const [isSent, setSent] = useState(false);
  if (!isSent)
    return (
      <Form
        submit={t('confirm.sendLink')}
        onSend={async () => {
          await done(api.POST('/api/session/link', { body: { email } }));
          setSent(true);
        }}
      />
    );
  return (
    <Notice
      role="status"
      actions={
        <Button look="primary" onClick={onDone}>
          {t('confirm.linkOpened')}
        </Button>
      }
    >
      <p>{t('confirm.linkSent', { email })}</p>
    </Notice>
  );
}
