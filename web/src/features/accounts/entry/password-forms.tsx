import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { EmailField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { PasswordField } from '../../../ui/form/password-field';
import { LinkButton } from '../../../ui/link-button';
import { Notice } from '../../../ui/notice';
import { MailSent } from './mail-sent';

export function ForgotPassword() {
  const { t } = useTranslation('session');
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null)
    return <MailSent title={t('link.sentTitle')} text={t('forgot.sent', { email: sentTo })} onAgain={() => setSentTo(null)} />;
  return (
    <>
      <p className="lead">{t('forgot.lead')}</p>
      <Form
        submit={t('forgot.submit')}
        actions={
          <LinkButton to="/connexion" look="quiet">
            {t('forgot.back')}
          </LinkButton>
        }
        onSend={async ({ email = '' }) => {
          await done(api.POST('/api/accounts/reset', { body: { email } }));
          setSentTo(email);
        }}
      >
        <EmailField name="email" label={t('field.email')} autoComplete="username" />
      </Form>
    </>
  );
}

export function ResetPassword({ token }: { readonly token: string }) {
  const { t } = useTranslation('session');
  const [isDone, setDone] = useState(false);
  if (isDone)
    return (
      <Notice
        tone="good"
        role="status"
        title={t('reset.doneTitle')}
        actions={
          <LinkButton to="/connexion" look="primary">
            {t('menu.signIn')}
          </LinkButton>
        }
      >
        <p>{t('reset.done')}</p>
      </Notice>
    );
  return (
    <>
      <p className="lead">{t('reset.lead')}</p>
      <Form
        submit={t('reset.submit')}
        onSend={async ({ password = '' }) => {
          await done(api.POST('/api/accounts/reset/use', { body: { token, password } }));
          setDone(true);
        }}
      >
        <PasswordField name="password" label={t('field.newPassword')} help={t('field.newPasswordHelp')} autoComplete="new-password" />
      </Form>
    </>
  );
}
