import { useTranslation } from 'react-i18next';

export function MapLegend() {
  const { t } = useTranslation('map');
  return (
    <ul className="map-legend" aria-label={t('legend')}>
      <li>
        <span className="legend-dot legend-offered" aria-hidden />
        {t('legendOffered')}
      </li>
      <li>
        <span className="legend-dot legend-living" aria-hidden />
        {t('legendLiving')}
      </li>
      <li>
        <span className="legend-dot legend-lead" aria-hidden />
        {t('legendPotential')}
      </li>
    </ul>
  );
}
