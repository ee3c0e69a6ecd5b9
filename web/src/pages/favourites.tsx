import { useTranslation } from 'react-i18next';
import { FavouriteList } from '../features/sites/favourites/favourite-list';
import { usePageTitle } from '../lib/page-title';

export function FavouritesPage() {
  const { t } = useTranslation('follows');
  usePageTitle(t('favourites.title'));
  return (
    <div className="page stack">
      <h1 tabIndex={-1}>{t('favourites.title')}</h1>
      <FavouriteList />
    </div>
  );
}
