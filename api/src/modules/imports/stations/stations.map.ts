import { distanceM, overseasDepartmentOf, readPoint, type LonLat } from '../../territories/french-point.rules.js';
import type { TerritoryIndex } from '../../territories/territory.index.js';
import type { Mapped, Note, SourceRow } from '../import.types.js';
import type { SourcedSite } from '../sourced-sites/sourced-site.types.js';

export interface KnownStop extends LonLat {
  readonly trains: number;
  readonly coaches: number;
}
export interface StationsContext {
  readonly territories: TerritoryIndex;
  /** Regional stops by UIC. */
  readonly stops: ReadonlyMap<string, KnownStop>;
  readonly asOf: string | null;
}

/** A seat of a commune is rarely further than this from its station. */
const FAR_M = 15_000;

/** A row of the station list: one line that crosses one station. Closed to both services = a potential place; open = not concerned. */
export function mapStation(row: SourceRow, context: StationsContext): Mapped<SourcedSite> {
  const notes: Note[] = [];
  const uic = readUic(cell(row, 'uic'));
  if (!uic) return refused(null, 'uic', cell(row, 'uic'), 'uic_unreadable');
  const freight = readService(cell(row, 'freight'));
  const passengers = readService(cell(row, 'passengers'));
  if (freight === null) return refused(uic, 'freight', cell(row, 'freight'), 'service_unreadable');
  if (passengers === null) return refused(uic, 'passengers', cell(row, 'passengers'), 'service_unreadable');
  const open = freight || passengers;

  const point = readStationPoint(row, notes);
  const department = context.territories.department(cell(row, 'department')) ?? (point && overseasDepartmentOf(point));
  if (!department) notes.push(note('department', cell(row, 'department'), 'department_unknown'));
  const communeId = readStationCommune(row, department, point, context, notes);
  const name = cell(row, 'name');
  if (!name) notes.push(note('name', null, 'name_missing'));
  if (open) notes.push(note(null, null, 'still_open'));
  else notes.push(...servedNotes(uic, point, context));

  return {
    outcome: 'record',
    notes: open ? notes.filter(({ cause }) => cause === 'still_open') : notes,
    record: {
      sourceKey: uic,
      sourceDate: context.asOf,
      onlyIfKnown: open,
      causes: causesToKeep(notes),
      values: {
        name: stationName(name || uic),
        point,
        communeId,
        departmentCode: department,
        formerActivity: 'Gare ferroviaire',
        'facts.uic': uic,
        'facts.freight': freight,
        'facts.passengers': passengers,
        'facts.lines': cell(row, 'line') || null,
        'facts.commune': cell(row, 'commune') || null,
      },
    },
  };
}

/** Rows of one UIC are the lines that cross it: open as soon as one row says so; the first row names and places it. */
export function mergeStations(first: SourcedSite, next: SourcedSite): { record: SourcedSite; notes: readonly Note[] } {
  const service = (key: 'facts.freight' | 'facts.passengers') => first.values[key] === true || next.values[key] === true;
  const differ = (['facts.freight', 'facts.passengers'] as const).some((key) => first.values[key] !== next.values[key]);
  const [home, other] = [first.values.communeId ?? null, next.values.communeId ?? null];
  const elsewhere = home !== null && other !== null && home !== other;
  const lines = new Set([first, next].flatMap(({ values }) => String(values['facts.lines'] ?? '').split(' ')).filter(Boolean));
  const values = {
    ...next.values,
    ...Object.fromEntries(Object.entries(first.values).filter(([, value]) => value !== null && value !== undefined)),
    'facts.freight': service('facts.freight'),
    'facts.passengers': service('facts.passengers'),
    'facts.lines': [...lines].sort().join(' ') || null,
  };
  return {
    record: {
      ...first,
      values,
      onlyIfKnown: service('facts.freight') || service('facts.passengers'),
      causes: [...new Set([...first.causes, ...next.causes, ...(differ ? ['services_differ'] : [])])],
    },
    notes: [
      ...(differ ? [note('passengers', null, 'services_differ')] : []),
      ...(elsewhere ? [note('commune', String(next.values['facts.commune'] ?? other), 'communes_differ')] : []),
    ],
  };
}

/** Eight digits; ten with two leading zeros in some registers. */
function readUic(text: string): string | null {
  const digits = text
    .replace(/\s/g, '')
    .replace(/\.0+$/, '')
    .replace(/^00(?=\d{8}$)/, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}

function readService(text: string): boolean | null {
  const word = text.trim().toUpperCase();
  if (['O', 'OUI', 'TRUE', '1'].includes(word)) return true;
  return ['N', 'NON', 'FALSE', '0'].includes(word) ? false : null;
}

/** Degrees first; then the pair “lat, lon”; then Lambert-93. Metres under a WGS84 heading are converted and told. */
function readStationPoint(row: SourceRow, notes: Note[]): LonLat | null {
  const drawn = row.geometry?.type === 'Point' && Array.isArray(row.geometry.coordinates) ? row.geometry.coordinates.map(String) : null;
  const [lat = '', lon = ''] = cell(row, 'geo').replace(/[[\]]/g, '').split(',');
  const written: readonly (readonly [string, string, string])[] = [
    ...(drawn ? [['geo', drawn[0] ?? '', drawn[1] ?? ''] as const] : []),
    ['x', cell(row, 'x'), cell(row, 'y')],
    ['geo', lon, lat],
    ['xLambert', cell(row, 'xLambert'), cell(row, 'yLambert')],
  ];
  const given = written.filter(([, x, y]) => x !== '' || y !== '');
  for (const [field, x, y] of given) {
    const { point, how } = readPoint(x, y, field === 'xLambert' ? 'lambert_93' : 'web_mercator');
    if (!point) continue;
    const found = `${point.lon} ${point.lat}`;
    if (how === 'swapped') notes.push(note(field, `${x} ${y}`, 'point_swapped', { found }));
    if (how === 'web_mercator') notes.push(note(field, `${x} ${y}`, 'point_projected', { found, system: 'Web Mercator' }));
    return { lon: round7(point.lon), lat: round7(point.lat) };
  }
  const [first] = given;
  notes.push(first ? note(first[0], `${first[1]} ${first[2]}`, 'point_unreadable') : note('x', null, 'point_missing'));
  return null;
}

function readStationCommune(row: SourceRow, department: string | null, point: LonLat | null, context: StationsContext, notes: Note[]) {
  const name = cell(row, 'commune');
  const found = department ? context.territories.communeByName(name, department) : null;
  if (!found) {
    const around = point && context.territories.communeAround(name, point, FAR_M);
    notes.push(
      around
        ? note('department', cell(row, 'department'), 'commune_in_other_department', { commune: around.name, found: around.code })
        : note('commune', name || null, 'commune_unknown'),
    );
    return around?.id ?? null;
  }
  const { commune, how } = found;
  if (how === 'merged') notes.push(note('commune', name, 'commune_merged', { found: `${commune.name} (${commune.code})` }));
  if (how === 'near') notes.push(note('commune', name, 'commune_by_near_name', { found: `${commune.name} (${commune.code})` }));
  const seat = commune.lon !== null && commune.lat !== null ? { lon: commune.lon, lat: commune.lat } : null;
  const away = seat && point ? distanceM(seat, point) : 0;
  if (away > FAR_M) notes.push(note('commune', name, 'point_far_from_commune', { km: Math.round(away / 1000), commune: commune.name }));
  return commune.id;
}

function servedNotes(uic: string, point: LonLat | null, { stops }: StationsContext): Note[] {
  const stop = stops.get(uic);
  if (!stop) return [];
  const cause = stop.trains > 0 ? 'served_by_train' : stop.coaches > 0 ? 'served_by_coach' : 'listed_as_stop';
  const departures = (stop.trains + stop.coaches).toLocaleString('fr-FR', { maximumFractionDigits: 1 });
  return [note('passengers', 'N', cause, { departures, metres: point ? Math.round(distanceM(point, stop)) : '?' })];
}

/** What depends on another file (the stops) belongs to the report, not to the source: importing in any order ends the same. */
const NOT_KEPT = new Set(['still_open', 'served_by_train', 'served_by_coach', 'listed_as_stop']);
function causesToKeep(notes: readonly Note[]): string[] {
  return notes.map(({ cause }) => cause).filter((cause) => !NOT_KEPT.has(cause));
}

/** French joins the article: gare du Mans, gare des Aubrais, gare d’Orléans. */
export function stationName(label: string): string {
  if (/^gare\b/i.test(label)) return label;
  if (label.startsWith('Le ')) return `Gare du ${label.slice(3)}`;
  if (label.startsWith('Les ')) return `Gare des ${label.slice(4)}`;
  return /^[aeiouyhâàéèêëîïôöûùœæ]/i.test(label) ? `Gare d’${label}` : `Gare de ${label}`;
}

function cell(row: SourceRow, field: string): string {
  return row.values[field]?.replace(/\s+/g, ' ').trim() ?? '';
}
function note(field: string | null, value: string | null, cause: string, params?: Note['params']): Note {
  return params ? { field, value, cause, params } : { field, value, cause };
}
function refused(sourceKey: string | null, field: string, value: string, cause: string): Mapped<never> {
  return { outcome: 'refused', sourceKey, notes: [note(field, value || null, cause)] };
}
function round7(value: number): number {
  return Number(value.toFixed(7));
}
