import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../api/client';
import { EmailField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { PasswordField } from '../../../ui/form/password-field';
import { useAfterSignIn } from './after-sign-in';

export function SignInForm({ returnTo }: { readonly returnTo: string | undefined }) {
  const { t } = useTranslation('session');
  const goOn = useAfterSignIn(returnTo);
  return (
    <Form
      label={t('signIn.title')}
      submit={t('signIn.submit')}
      actions={<Link to="/mot-de-passe-oublie">{t('signIn.forgot')}</Link>}
      onSend={async ({ email = '', password = '' }) => {
        const { step } = await unwrap(api.POST('/api/session', { body: { email, password } }));
        await goOn(step);
      }}
    >
      <EmailField name="email" label={t('field.email')} autoComplete="username" />
      <PasswordField name="password" label={t('field.password')} autoComplete="current-password" />
    </Form>
  );
}
