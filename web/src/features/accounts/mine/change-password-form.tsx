import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { type Account, me } from '../../../session/me';
import { Form } from '../../../ui/form/form';
import { PasswordField } from '../../../ui/form/password-field';
import { Notice } from '../../../ui/notice';

/** Who may change it is asked by the confirmation that a sensitive act needs, not by a second field here. */
export function ChangePasswordForm({ account }: { readonly account: Account }) {
  const { t } = useTranslation(['account', 'session']);
  const client = useQueryClient();
  const [saves, setSaves] = useState(0);
  return (
    <div className="stack">
      <Form
        key={saves}
        label={t('account:password.title')}
        submit={account.hasPassword ? t('account:password.submit') : t('account:password.submitFirst')}
        submitLook="secondary"
        onSend={async ({ password = '' }) => {
          await done(api.POST('/api/me/password', { body: { password } }));
          await client.invalidateQueries({ queryKey: me().queryKey });
          setSaves(saves + 1);
        }}
      >
        <p>{account.hasPassword ? t('account:password.text') : t('account:password.textFirst')}</p>
        <input type="text" className="visually-hidden" autoComplete="username" value={account.email} readOnly tabIndex={-1} aria-hidden />
        <PasswordField
          name="password"
          label={t('session:field.newPassword')}
          help={t('session:field.newPasswordHelp')}
          autoComplete="new-password"
        />
      </Form>
      <div role="status">{saves > 0 ? <Notice tone="good" title={t('account:password.done')} /> : null}</div>
    </div>
  );
}
