import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDistance, formatNumber } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import type { MatchResults } from '../match-types';
import { placeWords } from './match-card';

interface TiersLieuxNearProps {
  readonly near: MatchResults['tiersLieux'];
  readonly onHighlight: (id: string | null) => void;
}

/** Whom one may visit, ask or work beside: by distance, never scored. */
export function TiersLieuxNear({ near, onHighlight }: TiersLieuxNearProps) {
  const { t } = useTranslation(['results', 'vocabulary']);
  const language = currentLanguage();
  if (near.total === 0) return null;
  return (
    <section className="panel leads" id="tiers-lieux" aria-labelledby="tiers-lieux-title">
      <h2 id="tiers-lieux-title">{t('results:tiersLieux.title', { count: near.total, formatted: formatNumber(near.total, language) })}</h2>
      <p>{t('results:tiersLieux.text')}</p>
      <ul className="lead-list">
        {near.items.map((one) => (
          <li
            key={one.site.id}
            className="lead-row"
            onMouseEnter={() => onHighlight(one.site.id)}
            onMouseLeave={() => onHighlight(null)}
            onFocus={() => onHighlight(one.site.id)}
            onBlur={() => onHighlight(null)}
          >
            <p className="lead-name">
              <Link to="/lieux/$siteId" params={{ siteId: one.site.id }}>
                {one.site.name}
              </Link>{' '}
              <span>
                {[
                  one.runBy === null ? '' : t('results:tiersLieux.runBy', { name: one.runBy }),
                  placeWords(one, t('results:card.communeUnknown')),
                  one.distanceM === null ? '' : t('results:card.distance', { distance: formatDistance(one.distanceM, language) }),
                  ...(one.activities ?? []).map((activity) => t(`vocabulary:activity.${activity}`)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
