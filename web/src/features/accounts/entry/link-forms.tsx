import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, done, unwrap } from '../../../api/client';
import { rememberReturn } from '../../../session/return-to';
import { EmailField } from '../../../ui/form/fields';
import { Form } from '../../../ui/form/form';
import { LinkButton } from '../../../ui/link-button';
import { useAfterSignIn } from './after-sign-in';
import { MailSent } from './mail-sent';

/** Asks for a sign-in link; the answer is the same whether the address has an account or not. */
export function AskForLink({ returnTo }: { readonly returnTo: string | undefined }) {
  const { t } = useTranslation('session');
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null)
    return <MailSent title={t('link.sentTitle')} text={t('link.sent', { email: sentTo })} onAgain={() => setSentTo(null)} />;
  return (
    <>
      <p className="lead">{t('link.askLead')}</p>
      <Form
        submit={t('link.submit')}
        onSend={async ({ email = '' }) => {
          rememberReturn(returnTo);
          await done(api.POST('/api/session/link', { body: { email } }));
          setSentTo(email);
        }}
      >
        <EmailField name="email" label={t('field.email')} autoComplete="username" />
      </Form>
    </>
  );
}

/** The link has been opened; a press uses it, so that a program that follows links in mails does not. */
export function UseLink({ token }: { readonly token: string }) {
  const { t } = useTranslation('session');
  const goOn = useAfterSignIn(undefined);
  return (
    <>
      <p className="lead">{t('link.useLead')}</p>
      <Form
        submit={t('link.useSubmit')}
        actions={
          <LinkButton to="/connexion/lien" look="quiet" reloadDocument>
            {t('link.askAgain')}
          </LinkButton>
        }
        onSend={async () => {
          const { step } = await unwrap(api.POST('/api/session/link/use', { body: { token } }));
          await goOn(step);
        }}
      />
    </>
  );
}
