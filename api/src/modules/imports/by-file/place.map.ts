import { mailAddress } from '../../../platform/mail/mail-address.js';
import { distanceM, type LonLat } from '../../territories/french-point.rules.js';
import { plainText } from '../../territories/place-name.rules.js';
import type { IndexedCommune, TerritoryIndex } from '../../territories/territory.index.js';
import { type CommuneExtent, outsideCommune } from '../friches/friches.communes.js';
import { asDate, asNumber, asYear, asYesNo, said, several } from '../friches/friches.cells.js';
import { type ReadLocation, readLocation } from '../friches/friches.location.js';
import type { Mapped, Note, SourceRow } from '../import.types.js';
import { compactValues } from '../sourced-sites/sourced-site.rules.js';
import type { SourcedSite, SourcedValues } from '../sourced-sites/sourced-site.types.js';
import { CONDITIONS, PROPERTY_STATUSES, SITE_KINDS, TENURES } from '../../sites/site.vocabulary.js';
import { YES_NO_FACTS } from './place.fields.js';
import { readCondition, readKind, readPropertyStatus, readTenure } from './place.words.js';

export interface PlacesContext {
  readonly territories: TerritoryIndex;
  readonly extents: ReadonlyMap<string, CommuneExtent>;
}

const LIMITS = {
  name: 150,
  summary: 300,
  description: 10_000,
  address: 300,
  formerActivity: 300,
  ownerName: 200,
  planningZone: 60,
  key: 120,
} as const;
const MAX_AREA_M2 = 100_000_000;
const MAX_EUROS = 1_000_000_000;
const MAX_PARCELS = 500;

/** A row of an owner's own table → what it says of a place. What cannot be read stays unknown, and is told. */
export function mapPlace(row: SourceRow, context: PlacesContext): Mapped<SourcedSite> {
  const read = new PlaceReading(row);
  const name = read.text('name', LIMITS.name);
  const uic = readUic(read.cell('uic'));
  const where = readWhere(read, row, context);
  const key = read.text('key', LIMITS.key) ?? uic ?? keyOf(name, where);
  if (name === null) return refused(read, key, { field: 'name', value: null, cause: 'place_name_missing' });
  if (!where.commune && !where.point && uic === null) {
    return refused(read, key, { field: 'commune', value: read.cell('commune'), cause: 'place_nowhere' });
  }
  const values = compactValues({
    name,
    summary: read.text('summary', LIMITS.summary),
    description: read.text('description', LIMITS.description),
    address: read.text('address', LIMITS.address),
    point: where.point,
    outline: where.outline ?? null,
    communeId: where.commune?.id ?? null,
    landAreaM2: read.figure('landAreaM2', MAX_AREA_M2),
    footprintM2: read.figure('footprintM2', MAX_AREA_M2),
    buildingCount: read.count('buildingCount'),
    condition: read.word('condition', readCondition, CONDITIONS),
    builtYear: read.year('builtYear'),
    vacantSince: read.year('vacantSince'),
    formerActivity: read.text('formerActivity', LIMITS.formerActivity),
    ownerName: read.text('ownerName', LIMITS.ownerName),
    planningZone: read.text('planningZone', LIMITS.planningZone),
    parcels: several(row.values['parcels']?.replace(/[;,]\s*/g, '|')).slice(0, MAX_PARCELS),
    'facts.property_status': read.word('propertyStatus', readPropertyStatus, PROPERTY_STATUSES),
    'facts.contact_email': read.mailbox('contactEmail'),
    ...yesNoFacts(read),
    ...whatIsOnOffer(read),
    'facts.kind': read.word('kind', readKind, SITE_KINDS),
    'facts.uic': uic,
  });
  return { outcome: 'record', notes: read.notes, record: { sourceKey: key ?? '', sourceDate: null, values, causes: [] } };
}

/** Kept beside the fields of the place: they make its premises and its offer. */
function whatIsOnOffer(read: PlaceReading): Partial<SourcedValues> {
  const month = read.figure('rentPerMonth', MAX_EUROS, 0);
  const year = read.figure('rentPerYear', MAX_EUROS, 0) ?? (month === null ? null : month * 12);
  const price = read.figure('price', MAX_EUROS, 0);
  return {
    'facts.floor_area_m2': read.figure('floorAreaM2', MAX_AREA_M2),
    'facts.tenure': read.word('tenure', readTenure, TENURES),
    'facts.rent_cents_per_year': year === null ? null : Math.round(year * 100),
    'facts.price_cents': price === null ? null : Math.round(price * 100),
    'facts.available_from': read.date('availableFrom'),
  };
}

function yesNoFacts(read: PlaceReading): Partial<SourcedValues> {
  return Object.fromEntries(Object.entries(YES_NO_FACTS).map(([field, fact]) => [fact, read.yesNo(field)]));
}

interface Where {
  readonly commune: IndexedCommune | null;
  readonly point: LonLat | null;
  readonly outline: SourcedValues['outline'];
}

function readWhere(read: PlaceReading, row: SourceRow, context: PlacesContext): Where {
  const wkt = read.cell('wkt') ?? '';
  const isPoint = /^(?:SRID=\d+;\s*)?POINT/i.test(wkt);
  const [first = '', second = ''] = (read.cell('latLon') ?? '').replace(/[[\]()]/g, '').split(/\s*[,;]\s+|[,;](?=-?\d+\.)|\s+/);
  const [x, y] = [read.cell('x') ?? '', read.cell('y') ?? ''];
  const written = {
    ...(isPoint ? { geompoint: wkt } : { geomsurf: wkt }),
    // “lat, lon” is the habit of a single cell; the boxes of France decide anyway.
    longitude: x === '' && y === '' ? second : x,
    latitude: x === '' && y === '' ? first : y,
  };
  const asWritten = readLocation(written, row.geometry);
  const commune = readCommune(read, asWritten.point, context.territories);
  const location = nearerTo(commune, asWritten, () => readLocation(written, row.geometry, 'web_mercator'));
  for (const note of location.notes) if (note.cause !== 'point_missing') read.notes.push({ ...note, field: fieldOf(note.field, x !== '') });
  const outside = location.point && commune ? outsideCommune(location.point, commune, context.extents.get(commune.id)) : null;
  if (!commune || !outside) return { commune, point: location.point, outline: location.outline };
  const params = { km: outside.km, commune: `${commune.name} (${commune.code})` };
  const cause = outside.believed ? 'point_far_from_commune' : 'point_far_dropped';
  read.notes.push({ field: x === '' ? null : 'x', value: `${location.point?.lon} ${location.point?.lat}`, cause, params });
  return outside.believed ? { commune, point: location.point, outline: location.outline } : { commune, point: null, outline: null };
}

/** Metres that are French ground in two systems: the commune stated settles which. */
function nearerTo(commune: IndexedCommune | null, first: ReadLocation, readOther: () => ReadLocation): ReadLocation {
  const isProjected = first.notes.some(({ cause }) => cause === 'point_projected');
  if (!isProjected || first.point === null || commune === null || commune.lon === null || commune.lat === null) return first;
  const other = readOther();
  const seat = { lon: commune.lon, lat: commune.lat };
  return other.point !== null && distanceM(other.point, seat) < distanceM(first.point, seat) ? other : first;
}

/** The fields of the reader of brownfields, in ours. */
function fieldOf(field: string | null, hasTwoCells: boolean): string | null {
  if (field === 'longitude') return hasTwoCells ? 'x' : 'latLon';
  return field === 'geompoint' || field === 'geomsurf' ? 'wkt' : field;
}

/** By code, by name and department, by name around the point, by a name that only one commune of France bears. */
function readCommune(read: PlaceReading, point: LonLat | null, territories: TerritoryIndex): IndexedCommune | null {
  const code = read.cell('inseeCode')?.replace(/\s|\.0+$/g, '') ?? null;
  const byCode = code === null ? null : territories.communeByCode(code);
  const name = read.cell('commune')?.replace(/\s*\(\s*(?:\d[\dAB]\d?|\d{5})\s*\)\s*$/, '') ?? null;
  const inside = /\(\s*(\d[\dAB]\d?|\d{5})\s*\)\s*$/.exec(read.cell('commune') ?? '')?.[1] ?? null;
  const department = departmentOf(read.cell('department') ?? inside, territories);
  const byName = name !== null && department !== null ? territories.communeByName(name, department) : null;
  const found = byCode ?? byName;
  if (found) {
    const params = { found: `${found.commune.name} (${found.commune.code})` };
    if (found.how === 'merged')
      read.notes.push({ field: byCode ? 'inseeCode' : 'commune', value: code ?? name, cause: 'commune_merged', params });
    if (found.how === 'near') read.notes.push({ field: 'commune', value: name, cause: 'commune_by_near_name', params });
    return found.commune;
  }
  if (name === null) {
    if (code !== null) read.notes.push({ field: 'inseeCode', value: code, cause: 'commune_unknown' });
    return null;
  }
  const around = point && territories.communeAround(name, point, AROUND_M);
  if (around) return around;
  const named = department === null ? territories.communesNamed(name) : [];
  if (named.length !== 1) {
    read.notes.push({ field: 'commune', value: name, cause: named.length > 1 ? 'commune_ambiguous' : 'commune_unknown' });
  }
  return named.length === 1 ? (named[0] ?? null) : null;
}
const AROUND_M = 15_000;

/** A name, a code, or the beginning of a postcode (Corsica’s is 20, overseas ones have three figures). */
function departmentOf(text: string | null, territories: TerritoryIndex): string | null {
  if (text === null) return null;
  const digits = /^\d{4,5}$/.test(text) ? text.padStart(5, '0') : null;
  if (digits === null) return territories.department(text);
  if (digits.startsWith('20')) return digits < '20200' ? '2A' : '2B';
  return territories.department(/^9[78]/.test(digits) ? digits.slice(0, 3) : digits.slice(0, 2));
}

function readUic(text: string | null): string | null {
  const digits = (text ?? '').replace(/\s|\.0+$/g, '').replace(/^00(?=\d{8}$)/, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}

/** Without an identifier of its own, a place is its name where it is. */
function keyOf(name: string | null, { commune, point }: Where): string | null {
  if (name === null) return null;
  const place = commune?.code ?? (point ? `${point.lon.toFixed(3)},${point.lat.toFixed(3)}` : '');
  return `${plainText(name)} | ${place}`.slice(0, 200);
}

function refused(read: PlaceReading, sourceKey: string | null, note: Note): Mapped<never> {
  return { outcome: 'refused', sourceKey, notes: [note, ...read.notes] };
}

/** One row being read: each cell by its field, what cannot be used told under it. */
class PlaceReading {
  readonly notes: Note[] = [];

  constructor(private readonly row: SourceRow) {}

  cell(field: string): string | null {
    return said(this.row.values[field]);
  }

  text(field: string, limit: number): string | null {
    const text = this.cell(field);
    if (text === null || text.length <= limit) return text;
    this.notes.push({ field, value: `${text.slice(0, 60)}…`, cause: 'text_cut', params: { limit } });
    return text.slice(0, limit);
  }

  figure(field: string, most: number, least = Number.MIN_VALUE): number | null {
    const text = this.cell(field);
    if (text === null) return null;
    const number = asNumber(text.replace(/\s*(?:€|euros?|m2|m²|ha)\.?$/i, ''));
    const value = number !== null && /\bha\.?$/i.test(text) ? number * 10_000 : number;
    return value !== null && value >= least && value <= most ? value : this.unread(field, text, 'figure_unreadable');
  }

  count(field: string): number | null {
    const figure = this.figure(field, 10_000, 0);
    return figure === null || Number.isInteger(figure) ? figure : this.unread(field, String(figure), 'figure_unreadable');
  }

  year(field: string): number | null {
    const text = this.cell(field);
    const year = text === null ? null : asYear(text);
    return text === null || typeof year === 'number' ? (year as number | null) : this.unread(field, text, 'date_unreadable');
  }

  date(field: string): string | null {
    const text = this.cell(field);
    const date = text === null ? null : asDate(text);
    if (text === null) return null;
    return date !== null && date !== 'sentinel' ? date.iso : this.unread(field, text, 'date_unreadable');
  }

  yesNo(field: string): boolean | null {
    const text = this.cell(field);
    if (text === null) return null;
    return asYesNo(text) ?? this.unread(field, text, 'yes_no_unreadable');
  }

  mailbox(field: string): string | null {
    const text = this.cell(field);
    if (text === null) return null;
    const address = mailAddress.safeParse(text);
    return address.success ? address.data : this.unread(field, text, 'mailbox_unreadable');
  }

  word<T extends string>(field: string, read: (text: string) => T | null, accepted: readonly T[]): T | null {
    const text = this.cell(field);
    if (text === null) return null;
    return read(text) ?? this.unread(field, text, 'word_unknown', { accepted: accepted.join(', ') });
  }

  private unread(field: string, text: string, cause: string, params?: Note['params']): null {
    this.notes.push({ field, value: text.slice(0, 80), cause, ...(params ? { params } : {}) });
    return null;
  }
}
