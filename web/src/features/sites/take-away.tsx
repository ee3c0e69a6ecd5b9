import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type PlaceSearch, toSiteQuery } from './place-search';

/** The places found, all of them, as files for a spreadsheet or a map. */
export function TakeAway({ search }: { readonly search: PlaceSearch }) {
  const { t } = useTranslation('places');
  const { sort: _order, ...filters } = toSiteQuery(search);
  const query = new URLSearchParams(filters).toString();
  const address = (format: 'csv' | 'geojson') => `/api/sites/export.${format}${query ? `?${query}` : ''}`;
  return (
    <p className="take-away no-print">
      <Download aria-hidden size={16} /> {t('export.title')}{' '}
      <a href={address('csv')} download>
        {t('export.csv')}
      </a>
      {' · '}
      <a href={address('geojson')} download>
        {t('export.geojson')}
      </a>
      . {t('export.licence')}
    </p>
  );
}
