import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IdentityRefusal } from '../../features/accounts/entry/identity-refusal';
import { OtherWays } from '../../features/accounts/entry/other-ways';
import { SignInForm } from '../../features/accounts/entry/sign-in-form';
import { useAccount } from '../../session/me';
import { ownPath } from '../../session/return-to';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { EntryPage } from './entry-page';

const route = getRouteApi('/connexion');

export function SignInPage() {
  const { t } = useTranslation('session');
  const { retour, refus } = route.useSearch();
  const returnTo = ownPath(retour);
  const account = useAccount();
  return (
    <EntryPage
      title={t('signIn.title')}
      aside={
        <div className="entry-other">
          <p>{t('signIn.noAccount')}</p>
          <LinkButton to="/inscription" search={{ retour: returnTo }}>
            {t('menu.signUp')}
          </LinkButton>
        </div>
      }
    >
      {refus ? <IdentityRefusal code={refus} /> : null}
      {account ? (
        <Notice
          actions={
            <LinkButton to={returnTo ?? (refus ? '/mon-compte/securite' : '/mon-compte')} size="small" look="primary">
              {t('signIn.goOn')}
            </LinkButton>
          }
        >
          <p>{t('signIn.already', { name: account.displayName })}</p>
        </Notice>
      ) : null}
      <p className="lead">{returnTo ? t('signIn.leadReturn') : t('signIn.lead')}</p>
      <SignInForm returnTo={returnTo} />
      <OtherWays returnTo={returnTo} />
    </EntryPage>
  );
}
