import { distanceM, type LonLat } from '../../territories/french-point.rules.js';
import { departmentOfCode } from '../../territories/territories.rules.js';
import type { IndexedCommune, TerritoryIndex } from '../../territories/territory.index.js';
import { said } from './friches.cells.js';
import type { Note } from '../import.types.js';

export interface ReadCommune {
  readonly commune: IndexedCommune | null;
  readonly departmentCode: string | null;
  readonly notes: readonly Note[];
}

/** The commune of today from the code a file gives: zero lost by a spreadsheet, merged communes and districts, name as a last resort. */
export function readCommune(codeCell: string | undefined, nameCell: string | undefined, territories: TerritoryIndex): ReadCommune {
  const field = 'comm_insee';
  const written = said(codeCell)?.replace(/\s/g, '').toUpperCase().replace(/\.0$/, '') ?? null;
  const name = said(nameCell);
  const code = written && /^\d{4}$/.test(written) ? `0${written}` : written;
  const notes: Note[] = code !== written ? [{ field, value: written, cause: 'insee_zero_restored', params: { found: code ?? '' } }] : [];
  const departmentCode = code && /^(?:\d{2}|2[AB])\d{3}$/.test(code) ? departmentOfCode(code) : null;
  const byCode = code ? territories.communeByCode(code) : null;
  const found = byCode ?? (name && departmentCode ? territories.communeByName(name, departmentCode) : null);
  if (!found) {
    notes.push({ field, value: [written, name].filter(Boolean).join(' ') || null, cause: 'commune_unknown' });
    return { commune: null, departmentCode: departmentCode && territories.department(departmentCode), notes };
  }
  const { commune, how } = found;
  const params = { found: `${commune.name} (${commune.code})` };
  if (!byCode) notes.push({ field, value: `${written} ${name}`, cause: 'commune_by_near_name', params });
  else if (how === 'merged') notes.push({ field, value: code, cause: 'commune_merged', params });
  return { commune, departmentCode: commune.departmentCode, notes };
}

/** How far a commune reaches: the box of its contour when contours are loaded, else its area. */
export interface CommuneExtent {
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number] | null;
  readonly areaHa: number | null;
}

/** Kilometres outside the commune: beyond the first it is told, beyond the second the point is not believed. */
const BY_CONTOUR = { slackKm: 0, told: 2, unbelieved: 5 };
/** A commune is rarely longer than five times the radius of a circle of its area. */
const BY_AREA = { reach: 2.5, told: 2, unbelieved: 10 };
/** Only the point of a town found by its name: it may itself be wrong, so only the gross is told. */
const BY_TOWN = { slackKm: 15, told: 0, unbelieved: 35 };

export interface Outside {
  readonly km: number;
  readonly believed: boolean;
}

/** Whether a point lies outside the commune its row names; null when it does not, or when nothing is known to compare with. */
export function outsideCommune(point: LonLat, commune: IndexedCommune, extent: CommuneExtent | undefined): Outside | null {
  if (extent?.box) {
    const [west, south, east, north] = extent.box;
    const nearest = { lon: Math.min(Math.max(point.lon, west), east), lat: Math.min(Math.max(point.lat, south), north) };
    return judge(distanceM(point, nearest) / 1000, BY_CONTOUR.slackKm, BY_CONTOUR);
  }
  if (commune.lon === null || commune.lat === null) return null;
  const km = distanceM(point, { lon: commune.lon, lat: commune.lat }) / 1000;
  const areaHa = extent?.areaHa;
  return areaHa ? judge(km, BY_AREA.reach * Math.sqrt(areaHa / 100 / Math.PI), BY_AREA) : judge(km, BY_TOWN.slackKm, BY_TOWN);
}

function judge(km: number, slackKm: number, { told, unbelieved }: { told: number; unbelieved: number }): Outside | null {
  return km - slackKm <= told ? null : { km: Math.round(km), believed: km - slackKm <= unbelieved };
}
