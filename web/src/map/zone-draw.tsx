import type { Polygon } from 'geojson';
import { Eraser, PenTool } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap } from 'react-map-gl/maplibre';
import type { TerraDraw } from 'terra-draw';
import type { DrawnZone } from './map-types';
import type { Palette } from './palette';

interface ZoneDrawProps {
  readonly zone: DrawnZone;
  readonly palette: Palette;
}

/** One polygon drawn on the map; drawing again replaces it. terra-draw is loaded on the first press. */
export function ZoneDraw({ zone, palette }: ZoneDrawProps) {
  const { t } = useTranslation('map');
  const { current: map } = useMap();
  const tool = useRef<TerraDraw | null>(null);
  const onChange = useRef(zone.onChange);
  onChange.current = zone.onChange;
  const [drawing, setDrawing] = useState(false);

  useEffect(
    () => () => {
      tool.current?.stop();
      tool.current = null;
    },
    [],
  );

  const prepare = async (): Promise<TerraDraw | null> => {
    if (tool.current || !map) return tool.current;
    const { startDrawing } = await import('./terra-draw');
    tool.current = startDrawing(map.getMap(), palette, (polygon) => {
      setDrawing(false);
      onChange.current(polygon);
    });
    return tool.current;
  };

  const start = async () => {
    const draw = await prepare();
    draw?.clear();
    draw?.setMode('polygon');
    setDrawing(true);
    zone.onChange(null);
  };

  // A zone restored from saved answers is shown as if it had just been drawn.
  const restored = useRef(false);
  useEffect(() => {
    if (restored.current || !zone.polygon || !map) return;
    restored.current = true;
    void prepare().then((draw) => zone.polygon && draw?.addFeatures([asDrawing(zone.polygon)]));
  });

  const corners = zone.polygon ? (zone.polygon.coordinates[0]?.length ?? 1) - 1 : 0;
  return (
    <div className="zone-draw">
      <button type="button" className="map-action" aria-pressed={drawing} onClick={() => void start()}>
        <PenTool aria-hidden size={18} /> {t('draw.start')}
      </button>
      {zone.polygon ? (
        <button
          type="button"
          className="map-action"
          onClick={() => {
            tool.current?.clear();
            zone.onChange(null);
          }}
        >
          <Eraser aria-hidden size={18} /> {t('draw.clear')}
        </button>
      ) : null}
      <p className="zone-hint" role="status">
        {drawing ? t('draw.hint') : corners > 0 ? t('draw.done', { count: corners }) : t('draw.hintKeyboard')}
      </p>
    </div>
  );
}

function asDrawing(polygon: Polygon) {
  return { type: 'Feature' as const, properties: { mode: 'polygon' }, geometry: polygon };
}
