import { Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMap } from 'react-map-gl/maplibre';
import { TERRITORY_BOUNDS, TERRITORY_NAMES, type TerritoryName } from './territories';

/** Our own buttons: in the page's language, in the page's colours, 44 px wide. */
export function MapControls() {
  const { t } = useTranslation('map');
  const { current: map } = useMap();
  const goTo = (name: TerritoryName) => map?.fitBounds([...TERRITORY_BOUNDS[name]], { padding: 16, duration: 700 });
  return (
    <>
      <div className="map-controls">
        <button type="button" className="map-control" aria-label={t('zoomIn')} onClick={() => map?.zoomIn()}>
          <Plus aria-hidden size={20} />
        </button>
        <button type="button" className="map-control" aria-label={t('zoomOut')} onClick={() => map?.zoomOut()}>
          <Minus aria-hidden size={20} />
        </button>
      </div>
      <label className="map-go">
        <span className="visually-hidden">{t('goTo')}</span>
        <select
          value=""
          onChange={(event) => {
            const name = TERRITORY_NAMES.find((territory) => territory === event.target.value);
            if (name) goTo(name);
          }}
        >
          <option value="">{t('goTo')}…</option>
          {TERRITORY_NAMES.map((name) => (
            <option key={name} value={name}>
              {t(`territories.${name}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
