import { plain, said } from './friches.cells.js';
import type { LonLat } from './friches.location.js';
import type { Note } from './import.types.js';

export interface Commune {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly departmentCode: string;
  readonly point: LonLat | null;
  readonly areaHa: number | null;
  /** West, south, east, north of its contour, when contours are loaded. */
  readonly box: readonly [number, number, number, number] | null;
}
export interface Communes {
  readonly byCode: ReadonlyMap<string, Commune>;
  /** Old INSEE code → today's. */
  readonly formerCodes: ReadonlyMap<string, string>;
  /** `department:plain name`; null when two communes of the department share the name. */
  readonly byName: ReadonlyMap<string, Commune | null>;
}

export interface ReadCommune {
  readonly commune: Commune | null;
  readonly departmentCode: string | null;
  readonly notes: readonly Note[];
}

/** The commune of today from the code a file gives: zero lost by a spreadsheet, districts of Paris, Lyon and Marseille, merged communes. */
export function readCommune(codeCell: string | undefined, nameCell: string | undefined, communes: Communes): ReadCommune {
  const field = 'comm_insee';
  const written = said(codeCell)?.replace(/\s/g, '').toUpperCase().replace(/\.0$/, '') ?? null;
  const name = said(nameCell);
  const code = written && /^\d{4}$/.test(written) ? `0${written}` : written;
  const notes: Note[] = code !== written ? [{ field, value: written, cause: 'insee_zero_restored', params: { found: code ?? '' } }] : [];
  const departmentCode = code && /^(?:\d{2}|2[AB])\d{3}$/.test(code) ? departmentOf(code) : null;
  const current = code && (communes.byCode.get(code) ?? communes.byCode.get(cityOf(code) ?? ''));
  if (current) return { commune: current, departmentCode: current.departmentCode, notes };
  const merged = code && communes.byCode.get(communes.formerCodes.get(code) ?? '');
  if (merged) {
    const note: Note = { field, value: code, cause: 'commune_merged', params: { found: `${merged.name} (${merged.code})` } };
    return { commune: merged, departmentCode: merged.departmentCode, notes: [...notes, note] };
  }
  const named = name && departmentCode ? communes.byName.get(nameKey(departmentCode, name)) : null;
  if (named) {
    const note: Note = { field, value: written, cause: 'commune_by_near_name', params: { found: `${named.name} (${named.code})` } };
    return { commune: named, departmentCode, notes: [...notes, note] };
  }
  return {
    commune: null,
    departmentCode,
    notes: [...notes, { field, value: [written, name].filter(Boolean).join(' '), cause: 'commune_unknown' }],
  };
}

export const nameKey = (departmentCode: string, name: string): string =>
  `${departmentCode}:${plain(name)
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')
    .replace(/ /g, '')}`;

function departmentOf(code: string): string {
  return code.startsWith('97') || code.startsWith('98') ? code.slice(0, 3) : code.slice(0, 2);
}
function cityOf(code: string): string | null {
  if (/^751(?:0[1-9]|1\d|20)$/.test(code)) return '75056';
  if (/^132(?:0[1-9]|1[0-6])$/.test(code)) return '13055';
  return /^6938[1-9]$/.test(code) ? '69123' : null;
}

/** Beyond the first the place is told to be outside its commune; beyond the second its point is not believed. */
export const OUTSIDE_KM = { told: 2, unbelieved: 5 };

/** How far outside its commune a point is; null when nothing is known to compare with. */
export function kmOutside(point: LonLat, commune: Commune): number | null {
  const kmPerLon = 111.32 * Math.cos((point.lat * Math.PI) / 180);
  if (commune.box) {
    const [west, south, east, north] = commune.box;
    const x = Math.max(west - point.lon, 0, point.lon - east) * kmPerLon;
    return Math.hypot(x, Math.max(south - point.lat, 0, point.lat - north) * 111.32);
  }
  if (!commune.point) return null;
  const away = Math.hypot((point.lon - commune.point.lon) * kmPerLon, (point.lat - commune.point.lat) * 111.32);
  // A commune is rarely longer than five times the radius of a circle of its area; 25 km² when its area is not known.
  return Math.max(0, away - 2.5 * Math.sqrt((commune.areaHa ?? 2500) / 100 / Math.PI));
}
