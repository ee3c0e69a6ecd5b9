import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SignUpForm } from '../../features/accounts/entry/sign-up-form';
import { ownPath } from '../../session/return-to';
import { LinkButton } from '../../ui/link-button';
import { EntryPage } from './entry-page';

const route = getRouteApi('/inscription');

export function SignUpPage() {
  const { t } = useTranslation('session');
  const { retour } = route.useSearch();
  const returnTo = ownPath(retour);
  return (
    <EntryPage
      title={t('signUp.title')}
      aside={
        <div className="entry-other">
          <p>{t('signUp.already')}</p>
          <LinkButton to="/connexion" search={{ retour: returnTo }}>
            {t('menu.signIn')}
          </LinkButton>
        </div>
      }
    >
      <p className="lead">{t('signUp.lead')}</p>
      <SignUpForm returnTo={returnTo} />
    </EntryPage>
  );
}
