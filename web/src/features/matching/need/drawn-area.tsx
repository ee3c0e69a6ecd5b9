import { PenTool } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { boundsOfCorners, type Corner, cornersOf, polygonOf, readCorners, writeCorners } from '../../../map/corners';
import { CornersByName } from '../../../map/corners-by-name';
import { MapFrame } from '../../../map/map-frame';
import type { Bounds, MapPoints } from '../../../map/map-types';
import { TERRITORY_BOUNDS } from '../../../map/territories';
import { Button } from '../../../ui/button';
import { readLonLat } from './need-search';
import type { StepProps } from './step-props';

const NO_POINTS: MapPoints = { type: 'FeatureCollection', features: [] };
/** What a need accepts. */
const MOST_CORNERS = 499;
const DEGREES_PER_KM = 1 / 111;

/** An outline of one's own: drawn on the map, or — without a mouse — by naming the communes at its corners. */
export function DrawnArea({ need, change, errorOf, territoryPicker }: StepProps) {
  const { t } = useTranslation('need');
  const corners = useMemo(() => readCorners(need.drawn), [need.drawn]);
  const [open, setOpen] = useState(corners.length > 0);
  const centre = useMemo(() => readLonLat(need.near), [need.near]);
  const bounds = useMemo(() => boundsOf(centre, need.radiusKm ?? 30, readCorners(need.drawn)), [centre, need.radiusKm, need.drawn]);
  const polygon = useMemo(() => polygonOf(corners), [corners]);
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
                onChange: (drawn) => change({ drawn: drawn ? writeCorners(cornersOf(drawn, MOST_CORNERS)) : undefined }),
              }}
            />
          </div>
          <CornersByName
            picker={(onPick) =>
              territoryPicker({
                id: 'need-corner',
                label: t('where.corner'),
                help: t('where.cornerHelp'),
                placeholder: t('where.centrePlaceholder'),
                kind: 'commune',
                onPick,
              })
            }
            onOutline={(drawn) => change({ drawn })}
          />
        </>
      ) : null}
    </div>
  );
}

function boundsOf(centre: { readonly lon: number; readonly lat: number } | null, radiusKm: number, corners: readonly Corner[]): Bounds {
  const reach = radiusKm * DEGREES_PER_KM * 1.3;
  const around: readonly Corner[] = centre
    ? [
        [centre.lon - reach * 1.5, centre.lat - reach],
        [centre.lon + reach * 1.5, centre.lat + reach],
      ]
    : [];
  return boundsOfCorners([...around, ...corners], 0.05) ?? TERRITORY_BOUNDS.metropole;
}
