import type { SiteEdit, SiteFields } from './keep.queries';

/** Fields are named by their path, as the server names them: `name`, `features.water`, `premises.<id>.floorAreaM2`. */

type Bag = Readonly<Record<string, unknown>>;

export function valueAt(fields: SiteFields, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return (value as readonly { id?: unknown }[]).find((item) => item.id === key);
    return typeof value === 'object' && value !== null ? (value as Bag)[key] : undefined;
  }, fields);
}

/** The body that says one thing and nothing else. */
export function editOf(path: string, value: unknown): SiteEdit {
  return path
    .split('.')
    .reverse()
    .reduce<unknown>((inner, key) => ({ [key]: inner }), value) as SiteEdit;
}

/** `/premises/<id>/floorAreaM2` or deeper → the field of the page that repairs it. */
export function isAbout(pointer: string, path: string): boolean {
  const named = pointer.split('/').filter(Boolean).join('.');
  return named === path || named.startsWith(`${path}.`);
}

/** Two numbers in the order people write them: latitude, longitude. Undefined when they are not two numbers. */
export function readPoint(text: string): { lon: number; lat: number } | null | undefined {
  if (text.trim() === '') return null;
  const [lat, lon, ...more] = text
    .trim()
    .split(/\s*[;\s]\s*|,\s+|,(?=-?\d+\.)/)
    .map((part) => Number(part.replace(',', '.')));
  if (lat === undefined || lon === undefined || more.length > 0 || !Number.isFinite(lat) || !Number.isFinite(lon)) return undefined;
  return { lon, lat };
}

const PARCEL = /^[0-9][0-9AB][0-9]{6}[0-9A-Z]{2}[0-9]{4}$/;
const INVENTORY_ID = /^[0-9][0-9AB][0-9]{3}_[0-9A-Za-z._-]{1,40}$/;

export interface Reference {
  readonly uic?: string;
  readonly inventoryId?: string;
  readonly parcel?: string;
}

/** What a register calls the place: a station code, an inventory number or a land parcel, told apart by their form. Undefined when it is none. */
export function readReference(text: string): Reference | null | undefined {
  const code = text.replace(/\s/g, '');
  if (code === '') return null;
  if (/^(?:00)?[0-9]{8}$/.test(code)) return { uic: code.slice(-8) };
  if (INVENTORY_ID.test(code)) return { inventoryId: code };
  return PARCEL.test(code.toUpperCase()) ? { parcel: code.toUpperCase() } : undefined;
}

type Outline = NonNullable<SiteFields['outline']>;

/** A polygon out of whatever a GIS copies: a geometry, a feature, a collection. Undefined when there is none. */
export function readOutline(text: string): Outline | undefined {
  try {
    const polygons = polygonsIn(JSON.parse(text));
    return polygons.length === 0 ? undefined : { type: 'MultiPolygon', coordinates: polygons };
  } catch {
    return undefined;
  }
}

function polygonsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, coordinates, geometry, features, geometries } = value as Bag;
  if (type === 'Polygon') return [coordinates];
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) return coordinates as unknown[];
  if (type === 'Feature') return polygonsIn(geometry);
  const parts = type === 'FeatureCollection' ? features : type === 'GeometryCollection' ? geometries : [];
  return Array.isArray(parts) ? parts.flatMap(polygonsIn) : [];
}
