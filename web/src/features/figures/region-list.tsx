import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { homeFigures } from './figures.queries';

/** The map of the home page as a list: each region with what is on offer there and what is only spotted. */
export function RegionList() {
  const { t } = useTranslation('home');
  const { data } = useQuery(homeFigures());
  const language = currentLanguage();
  const regions = [...(data?.byRegion ?? [])].sort((one, other) => onOffer(other) - onOffer(one) || other.leads - one.leads);
  if (regions.length === 0) return null;
  return (
    <ul className="regions" aria-label={t('regions.title')}>
      {regions.map((region) => (
        <li key={region.id}>
          <Link
            to="/lieux"
            search={{ territory: [region.id], ...(onOffer(region) === 0 ? { shelf: ['lead'] as const } : {}) }}
            className="region"
          >
            <span className="region-name">{region.name}</span>
            <span className="region-counts numeric">
              {onOffer(region) > 0 ? <strong>{t('regions.offered', counted(onOffer(region)))}</strong> : null}
              {region.leads > 0 ? <span>{t('regions.leads', counted(region.leads))}</span> : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );

  function counted(count: number) {
    return { count, formatted: formatNumber(count, language) };
  }
}

function onOffer(region: { readonly offered: number; readonly ownerKnown: number }): number {
  return region.offered + region.ownerKnown;
}
