import { useNavigate } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FigureRow } from '../features/figures/figure-row';
import { RegionList } from '../features/figures/region-list';
import { HeroScene } from '../features/sites/hero-scene';
import { HomeSearch } from '../features/sites/home-search';
import { PlaceMap } from '../features/sites/place-map';
import { RecentPlaces } from '../features/sites/recent-places';
import { usePageTitle } from '../lib/page-title';
import { TERRITORY_BOUNDS } from '../map/territories';
import { LinkButton } from '../ui/link-button';
import { HomeDoors } from './home-doors';
import { home } from '../text/fr/home';
import { addFrench } from '../text/i18n';

addFrench({ home });

export function HomePage() {
  const { t } = useTranslation(['home', 'common']);
  usePageTitle(t('common:productName'));
  const navigate = useNavigate();
  return (
    <div className="home">
      <section className="hero">
        <div className="hero-inner">
          <div className="hero-words">
            <h1 tabIndex={-1}>{t('home:headline')}</h1>
            <p className="hero-lead">{t('home:lead')}</p>
            <HomeSearch
              need={
                <LinkButton to="/besoin" look="primary">
                  {t('home:search.needAction')}
                </LinkButton>
              }
            />
          </div>
          <div className="hero-picture">
            <HeroScene />
            <FigureRow />
          </div>
        </div>
      </section>

      <HomeDoors />

      <section className="home-section home-map" aria-labelledby="home-map-title">
        <div className="section-head">
          <div>
            <h2 id="home-map-title">{t('home:map.title')}</h2>
            <p>{t('home:map.text')}</p>
          </div>
          <LinkButton to="/lieux" icon={<ArrowRight aria-hidden size={18} />}>
            {t('home:map.open')}
          </LinkButton>
        </div>
        <div className="home-map-columns">
          <div className="home-map-frame">
            <PlaceMap
              search={{}}
              bounds={TERRITORY_BOUNDS.metropole}
              onMove={ignore}
              highlightedId={null}
              onLight={ignore}
              onPick={(siteId) => void navigate({ to: '/lieux/$siteId', params: { siteId } })}
            />
          </div>
          <RegionList />
        </div>
      </section>

      <section className="home-section" aria-labelledby="recent-title">
        <div className="section-head">
          <h2 id="recent-title">{t('home:recent.title')}</h2>
          <LinkButton to="/lieux" icon={<ArrowRight aria-hidden size={18} />}>
            {t('home:recent.all')}
          </LinkButton>
        </div>
        <RecentPlaces />
      </section>

      <section className="home-section honest" aria-labelledby="honest-title">
        <h2 id="honest-title">{t('home:honest.title')}</h2>
        <p>{t('home:honest.text')}</p>
        <LinkButton to="/a-propos">{t('home:honest.action')}</LinkButton>
      </section>
    </div>
  );
}

function ignore(): void {
  // The home page has no list to light.
}
