import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDistance } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import { Notice } from '../../../ui/notice';
import { similarPlaces, type SimilarTo } from './keep.queries';

/** Before a second sheet is made of one place: those that may be the same, and the way to take up a lead. */
export function SimilarPlaces(place: SimilarTo) {
  const { t } = useTranslation(['keep', 'desk', 'vocabulary', 'common']);
  const { data = [] } = useQuery(similarPlaces(place));
  if (data.length === 0) return null;
  return (
    <Notice role="status" tone="warning" title={t('desk:similar.title')}>
      <p>{t('desk:similar.text')}</p>
      <ul>
        {data.map(({ id, name, kind, shelf, commune, distanceM, sameParcel, sameIdentifier }) => (
          <li key={id}>
            <Link to="/lieux/$siteId" params={{ siteId: id }} target="_blank">
              {name}
            </Link>{' '}
            {[
              t(`vocabulary:kind.${kind}`),
              commune,
              sameIdentifier ? t('desk:similar.identifier') : null,
              sameParcel ? t('desk:similar.parcel') : null,
              distanceM === null ? null : t('desk:similar.away', { distance: formatDistance(distanceM, currentLanguage()) }),
            ]
              .filter(Boolean)
              .join(' · ')}{' '}
            {shelf === 'lead' ? (
              <Link to="/mes-lieux/reprendre" search={{ lieu: id }}>
                {t('desk:similar.claim')} <span className="visually-hidden">{name}</span>
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
