import { useTranslation } from 'react-i18next';
import { PlaceDrawing } from '../features/sites/place-drawing';
import { usePageTitle } from '../lib/page-title';
import { LinkButton } from '../ui/link-button';

export function AboutPage() {
  const { t } = useTranslation('about');
  usePageTitle(t('title'));
  return (
    <div className="page about">
      <article className="prose">
        <h1 tabIndex={-1}>{t('title')}</h1>
        <p className="lead">{t('lead')}</p>
        <h2>{t('whyTitle')}</h2>
        <p>{t('why')}</p>
        <h2>{t('howTitle')}</h2>
        <ul>
          <li>{t('how1')}</li>
          <li>{t('how2')}</li>
          <li>{t('how3')}</li>
          <li>{t('how4')}</li>
        </ul>
        <h2 id="owners">{t('ownersTitle')}</h2>
        <p>{t('owners')}</p>
        <LinkButton to="/lieux" search={{ shelf: ['lead'] }}>
          {t('ownersAction')}
        </LinkButton>
        <h2 id="residents">{t('residentsTitle')}</h2>
        <p>{t('residents')}</p>
        <LinkButton to="/lieux">{t('residentsAction')}</LinkButton>
      </article>
      <div className="about-drawing">
        <PlaceDrawing kind="disused_station" id="about" />
      </div>
    </div>
  );
}
