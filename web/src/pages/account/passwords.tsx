import { useTranslation } from 'react-i18next';
import { ForgotPassword, ResetPassword } from '../../features/accounts/entry/password-forms';
import { useFragmentToken } from '../../session/fragment-token';
import { LinkButton } from '../../ui/link-button';
import { EntryPage } from './entry-page';
import { MissingToken } from './missing-token';

export function ForgotPasswordPage() {
  const { t } = useTranslation('session');
  return (
    <EntryPage title={t('forgot.title')}>
      <ForgotPassword />
    </EntryPage>
  );
}

export function ResetPasswordPage() {
  const { t } = useTranslation('session');
  const token = useFragmentToken();
  return (
    <EntryPage title={t('reset.title')}>
      {token === null ? (
        <MissingToken
          action={
            <LinkButton to="/mot-de-passe-oublie" look="primary">
              {t('link.askAgain')}
            </LinkButton>
          }
        />
      ) : (
        <ResetPassword token={token} />
      )}
    </EntryPage>
  );
}
