import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/card';
import type { SiteView } from '../site-types';
import { Unknown } from './unknown';

/** Of a tiers-lieu: who runs it and what is done there. */
export function LivingPanel({ site }: { readonly site: Pick<SiteView, 'kind' | 'living'> }) {
  const { t } = useTranslation(['place', 'vocabulary']);
  const { runBy, activities, website } = site.living;
  if (site.kind !== 'tiers_lieu') return null;
  return (
    <Panel title={t('place:living.title')} id="living">
      <dl className="fact-list">
        <div className="fact-row">
          <dt>{t('place:living.runBy')}</dt>
          <dd>{runBy ?? <Unknown />}</dd>
        </div>
        <div className="fact-row">
          <dt>{t('place:living.activities')}</dt>
          <dd>{activities ? activities.map((activity) => t(`vocabulary:activity.${activity}`)).join(', ') : <Unknown />}</dd>
        </div>
        {website ? (
          <div className="fact-row">
            <dt>{t('place:living.website')}</dt>
            <dd>
              <a href={website} rel="noopener noreferrer nofollow" target="_blank">
                {website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
              </a>
            </dd>
          </div>
        ) : null}
      </dl>
    </Panel>
  );
}
