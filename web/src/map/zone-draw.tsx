import { Eraser, PenTool } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMap } from 'react-map-gl/maplibre';
import type { TerraDraw } from 'terra-draw';
import type { DrawnZone } from './map-types';
import type { Palette } from './palette';

/** The press that ends a drawing is also a press on the map: it must not open what lies under it. */
const LAST_PRESS_MS = 400;

interface ZoneDrawProps {
  readonly zone: DrawnZone;
  readonly palette: Palette;
}

/** One polygon drawn on the map; drawing again replaces it. terra-draw is loaded on the first press; what is drawn, the map shows. */
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

  const mark = (isDrawing: boolean) => {
    const canvas = map?.getCanvas();
    setDrawing(isDrawing);
    if (isDrawing && canvas) canvas.dataset['drawing'] = 'yes';
    else if (canvas) setTimeout(() => delete canvas.dataset['drawing'], LAST_PRESS_MS);
  };

  const prepare = async (): Promise<TerraDraw | null> => {
    if (tool.current || !map) return tool.current;
    const { startDrawing } = await import('./terra-draw');
    tool.current ??= startDrawing(map.getMap(), palette, (polygon) => {
      tool.current?.clear();
      mark(false);
      onChange.current(polygon);
    });
    return tool.current;
  };

  const start = async () => {
    const draw = await prepare();
    draw?.clear();
    draw?.setMode('polygon');
    mark(true);
    if (zone.polygon) zone.onChange(null);
  };

  const stop = () => {
    tool.current?.clear();
    tool.current?.setMode('still');
    mark(false);
  };

  const corners = zone.polygon ? (zone.polygon.coordinates[0]?.length ?? 1) - 1 : 0;
  const idleHint = corners > 0 ? t('draw.done', { count: corners }) : t('draw.hintKeyboard');
  const hint = drawing ? t('draw.hint') : (zone.hintWhenIdle ?? true) ? idleHint : null;
  return (
    <div className="zone-draw">
      <button type="button" className="map-action" aria-pressed={drawing} onClick={() => (drawing ? stop() : void start())}>
        <PenTool aria-hidden size={18} /> {t(drawing ? 'draw.stop' : 'draw.start')}
      </button>
      {zone.polygon && !drawing ? (
        <button type="button" className="map-action" onClick={() => zone.onChange(null)}>
          <Eraser aria-hidden size={18} /> {t('draw.clear')}
        </button>
      ) : null}
      <p className={hint === null ? 'visually-hidden' : 'zone-hint'} role="status">
        {hint}
      </p>
    </div>
  );
}
