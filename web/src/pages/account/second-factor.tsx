import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SecondFactorForm } from '../../features/accounts/entry/second-factor-form';
import { ownPath } from '../../session/return-to';
import { EntryPage } from './entry-page';

const route = getRouteApi('/connexion/second-facteur');

export function SecondFactorPage() {
  const { t } = useTranslation('session');
  const { retour } = route.useSearch();
  return (
    <EntryPage title={t('secondFactor.title')}>
      <SecondFactorForm returnTo={ownPath(retour)} />
    </EntryPage>
  );
}
