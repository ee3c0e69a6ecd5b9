import type { Polygon } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawPolygonMode, TerraDrawRenderMode, ValidateNotSelfIntersecting } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Palette } from './palette';

type Hex = `#${string}`;

/** Starts terra-draw on a map and hands over each finished polygon. */
export function startDrawing(map: MapLibreMap, palette: Palette, onFinish: (polygon: Polygon) => void): TerraDraw {
  const ink = palette.highlight as Hex;
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
    modes: [
      new TerraDrawPolygonMode({
        // A corner that would make the outline cross itself is not taken.
        validation: (feature, { updateType }) => {
          const moment: string = updateType;
          return moment === 'finish' || moment === 'commit' ? ValidateNotSelfIntersecting(feature) : { valid: true };
        },
        styles: { fillColor: ink, fillOpacity: 0.12, outlineColor: ink, outlineWidth: 3, closingPointColor: ink, closingPointWidth: 7 },
      }),
      new TerraDrawRenderMode({ modeName: 'still', styles: {} }),
    ],
  });
  draw.start();
  draw.setMode('still');
  draw.on('finish', (id) => {
    const drawn = draw.getSnapshotFeature(id);
    if (drawn?.geometry.type !== 'Polygon') return;
    draw.setMode('still');
    onFinish(drawn.geometry);
  });
  return draw;
}
