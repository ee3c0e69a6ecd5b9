import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AskForLink, UseLink } from '../../features/accounts/entry/link-forms';
import { useFragmentToken } from '../../session/fragment-token';
import { ownPath } from '../../session/return-to';
import { EntryPage } from './entry-page';

const route = getRouteApi('/connexion/lien');

export function SignInLinkPage() {
  const { t } = useTranslation('session');
  const { retour } = route.useSearch();
  const token = useFragmentToken();
  return (
    <EntryPage title={token === null ? t('link.title') : t('link.useTitle')}>
      {token === null ? <AskForLink returnTo={ownPath(retour)} /> : <UseLink token={token} />}
    </EntryPage>
  );
}
