import { PenTool } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapFrame } from '../../../map/map-frame';
import type { Bounds, MapPoints } from '../../../map/map-types';
import { TERRITORY_BOUNDS } from '../../../map/territories';
import { Button } from '../../../ui/button';
import { Chip } from '../../../ui/chip';
import { type LonLat, readCorners, readLonLat, writeCorners } from './need-search';
import { aroundTheirMiddle } from './ring';
import { PointPicker } from './point-picker';
import type { StepProps } from './step-props';

const NO_POINTS: MapPoints = { type: 'FeatureCollection', features: [] };
const DEGREES_PER_KM = 1 / 111;

/** An outline of one's own: drawn on the map, or — without a mouse — by naming the communes at its corners. */
export function DrawnArea({ need, change, errorOf, territoryPicker }: StepProps) {
  const { t } = useTranslation('need');
  const corners = useMemo(() => readCorners(need.drawn), [need.drawn]);
  const [open, setOpen] = useState(corners.length > 0);
  const centre = useMemo(() => readLonLat(need.near), [need.near]);
  const bounds = useMemo(() => boundsOf(centre, need.radiusKm ?? 30, readCorners(need.drawn)), [centre, need.radiusKm, need.drawn]);
  const polygon = useMemo(() => {
    const [first] = corners;
    return first ? { type: 'Polygon' as const, coordinates: [[...corners, first]] } : null;
  }, [corners]);
  return (
    <div className="question">
      <Button className="start" aria-expanded={open} icon={<PenTool aria-hidden size={18} />} onClick={() => setOpen(!open)}>
        {t('where.drawSummary')}
      </Button>
      {open ? (
        <>
          <p className="field-help">{t('where.drawHelp')}</p>
          {errorOf('need-drawn') ? <p className="field-error">{errorOf('need-drawn')}</p> : null}
          <div className="need-map" id="need-drawn" tabIndex={-1}>
            <MapFrame
              label={t('where.mapLabel')}
              points={NO_POINTS}
              bounds={bounds}
              circle={centre ? { ...centre, radiusM: (need.radiusKm ?? 30) * 1000 } : null}
              draw={{
                polygon,
                onChange: (drawn) => change({ drawn: drawn ? writeCorners((drawn.coordinates[0] ?? []).slice(0, -1)) : undefined }),
              }}
            />
          </div>
          <CornersByName territoryPicker={territoryPicker} onOutline={(drawn) => change({ drawn })} />
        </>
      ) : null}
    </div>
  );
}

interface CornersByNameProps {
  readonly territoryPicker: StepProps['territoryPicker'];
  readonly onOutline: (drawn: string) => void;
}

interface Corner {
  readonly id: string;
  readonly name: string;
  readonly point: LonLat;
}

function CornersByName({ territoryPicker, onOutline }: CornersByNameProps) {
  const { t } = useTranslation('need');
  const [chosen, setChosen] = useState<readonly Corner[]>([]);
  const outline = () => onOutline(writeCorners(aroundTheirMiddle(chosen.map(({ point }) => [point.lon, point.lat] as const))));
  return (
    <div className="corners">
      <PointPicker
        id="need-corner"
        label={t('where.corner')}
        help={t('where.cornerHelp')}
        territoryPicker={territoryPicker}
        onPick={(commune) => setChosen((before) => [...before.filter(({ id }) => id !== commune.id), commune])}
      />
      <ul className="chip-row" aria-label={t('where.corners')}>
        {chosen.map((territory) => (
          <li key={territory.id}>
            <Chip
              onRemove={() => setChosen(chosen.filter(({ id }) => id !== territory.id))}
              removeLabel={t('where.removeTerritory', { name: territory.name })}
            >
              {territory.name}
            </Chip>
          </li>
        ))}
      </ul>
      {chosen.length >= 3 ? <Button onClick={outline}>{t('where.outline', { count: chosen.length })}</Button> : null}
    </div>
  );
}

function boundsOf(
  centre: { readonly lon: number; readonly lat: number } | null,
  radiusKm: number,
  corners: readonly (readonly [number, number])[],
): Bounds {
  const reach = radiusKm * DEGREES_PER_KM * 1.3;
  const around: readonly (readonly [number, number])[] = centre
    ? [
        [centre.lon - reach * 1.5, centre.lat - reach],
        [centre.lon + reach * 1.5, centre.lat + reach],
      ]
    : [];
  const all = [...around, ...corners];
  if (all.length === 0) return TERRITORY_BOUNDS.metropole;
  const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)];
  return [Math.min(...lons) - 0.05, Math.min(...lats) - 0.05, Math.max(...lons) + 0.05, Math.max(...lats) + 0.05];
}
