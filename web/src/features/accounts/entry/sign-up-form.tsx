import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { rememberReturn } from '../../../session/return-to';
import { currentLanguage } from '../../../text/i18n';
import { RadioField } from '../../../ui/form/choice-fields';
import { EmailField, TextField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { PasswordField } from '../../../ui/form/password-field';
import { MailSent } from './mail-sent';

type Way = 'password' | 'link';

export function SignUpForm({ returnTo }: { readonly returnTo: string | undefined }) {
  const { t } = useTranslation('session');
  const [way, setWay] = useState<Way>('password');
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null)
    return <MailSent title={t('signUp.sentTitle')} text={t('signUp.sent', { email: sentTo })} onAgain={() => setSentTo(null)} />;
  return (
    <Form
      label={t('signUp.title')}
      submit={t('signUp.submit')}
      onSend={async ({ email = '', displayName = '', password = '' }) => {
        const body = { email, displayName, password: way === 'password' ? password : null, language: currentLanguage() };
        rememberReturn(returnTo);
        await done(api.POST('/api/accounts/sign-up', { body }));
        setSentTo(email);
      }}
    >
      <TextField name="displayName" label={t('field.displayName')} help={t('field.displayNameHelp')} autoComplete="name" maxLength={120} />
      <EmailField name="email" label={t('field.email')} autoComplete="username" />
      <RadioField<Way>
        name="way"
        label={t('signUp.way')}
        look="tiles"
        defaultValue="password"
        choices={[
          { value: 'password', label: t('signUp.wayPassword') },
          { value: 'link', label: t('signUp.wayLink'), hint: t('signUp.wayLinkHint') },
        ]}
        onPick={setWay}
      />
      {way === 'password' ? (
        <PasswordField name="password" label={t('field.password')} help={t('field.newPasswordHelp')} autoComplete="new-password" />
      ) : null}
      <p className="field-help">
        {t('signUp.privacy')} <Link to="/donnees-personnelles">{t('signUp.privacyLink')}</Link>
      </p>
    </Form>
  );
}
