import { distanceM, type LonLat, readPoint } from '../../territories/french-point.rules.js';
import { plainText } from '../../territories/place-name.rules.js';
import type { FoundCommune, TerritoryIndex } from '../../territories/territory.index.js';
import { asDate } from '../friches/friches.cells.js';
import { holdsContact } from '../friches/friches.persons.js';
import type { Mapped, Note, SourceRow } from '../import.types.js';
import type { SourcedSite } from '../sourced-sites/sourced-site.types.js';
import { isNameOfPerson, opened, readActivities, withArticleFirst } from './tiers-lieux.words.js';

export interface TiersLieuxContext {
  readonly territories: TerritoryIndex;
  readonly asOf: string | null;
  /** The points of this file are those of communes. */
  readonly pointsAreOfCommunes: boolean;
  /** Only rows that say coworking, fablab or tiers-lieu are ones. */
  readonly isMixed: boolean;
}

/** A seat of a commune is rarely further than this from what stands in it. */
const FAR_M = 20_000;
const LIMITS = { name: 160, runBy: 160, summary: 300, description: 2_000 } as const;

type Tell = (field: string | null, value: string | null, cause: string, params?: Note['params']) => void;

/** A row of a list of tiers-lieux: one that is there. */
export function mapTiersLieu(row: SourceRow, context: TiersLieuxContext): Mapped<SourcedSite> {
  const notes: Note[] = [];
  const tell: Tell = (field, value, cause, params) => notes.push({ field, value, cause, ...(params ? { params } : {}) });
  const cell = (field: string): string => row.values[field] ?? '';
  const text = (field: string): string | null => opened(cell(field)) || null;

  const activities = activitiesOf(row, context, tell);
  const id = keyIn(cell('id'));
  if (context.isMixed && activities === null) {
    const what = [text('labels'), text('activities')].filter(Boolean).join(' · ') || null;
    return { outcome: 'not_concerned', sourceKey: id, notes: [{ field: 'activities', value: what, cause: 'not_a_tiers_lieu' }] };
  }
  const website = readWebsite(text('website'), tell);
  const said = saidIn(row, website, tell);
  if (said.name === null) return refused(id, 'name', null, 'tiers_lieu_nameless', notes);
  const where = readWhere(row, context, tell);
  if (where.communeId === null && where.point === null)
    return refused(id, 'city', text('city') ?? text('insee'), 'tiers_lieu_nowhere', notes);
  const key = id ?? `${plainText(said.name)}@${where.communeId?.slice('commune:'.length) ?? `${where.point?.lon} ${where.point?.lat}`}`;
  if (id === null) tell('id', null, 'tiers_lieu_keyless');
  const stepFree = { oui: true, true: true, non: false, false: false }[plainText(cell('stepFree'))];
  const seenOn = asDate(cell('seenOn').slice(0, 10).replaceAll('/', '-'));
  return {
    outcome: 'record',
    notes,
    record: {
      sourceKey: key,
      sourceDate: seenOn && seenOn !== 'sentinel' ? seenOn.iso : context.asOf,
      causes: notes.map(({ cause }) => cause),
      values: {
        ...said,
        name: said.name,
        ...where,
        address: text('address'),
        website,
        activitiesHere: activities?.length ? activities : null,
        'features.step_free': stepFree ?? null,
        'facts.postal_code': cell('postalCode') || null,
      },
    },
  };
}

/** Null when nothing says that it is one. */
function activitiesOf(row: SourceRow, { isMixed }: TiersLieuxContext, tell: Tell) {
  const { known, unknown } = readActivities([row.values['activities'], row.values['labels']].filter(Boolean).join(','));
  if (/^(?:true|oui|1|vrai)$/i.test(row.values['coworking'] ?? '')) known.push('coworking');
  if (/^(?:true|oui|1|vrai)$/i.test(row.values['fablab'] ?? '')) known.push('fablab');
  const distinct = [...new Set(known)];
  if (isMixed) return distinct.some((activity) => ['coworking', 'fablab', 'tiers_lieu'].includes(activity)) ? distinct : null;
  for (const word of unknown) tell('activities', word.slice(0, 80), 'activity_unknown');
  return distinct;
}

/** The names and texts, without what is personal. A label on several lines is a name, then what it says of itself. */
function saidIn(row: SourceRow, website: string | null, tell: Tell) {
  const lines = (row.values['label'] ?? '').split(/\r?\n/).map(opened).filter(Boolean);
  const text = (field: string): string | null => opened(row.values[field] ?? '') || null;
  const harmless = (field: string, value: string | null): string | null => {
    if (value === null || !holdsContact(value)) return value;
    tell(field, null, 'contact_dropped');
    return null;
  };
  const carried = lines.map((line) => /^port[ée]e?s? par\s+(.+)$/i.exec(line)?.[1]).find((found) => found !== undefined) ?? null;
  const runBy = harmless('runBy', text('runBy') ?? carried);
  const written = withArticleFirst(text('name') ?? lines[0] ?? '').slice(0, LIMITS.name) || null;
  const isPerson = written !== null && isNameOfPerson(written, runBy, website);
  if (isPerson) tell('name', null, 'person_as_name');
  const sharing = harmless('sharing', text('sharing'));
  const rest = lines.slice(1).filter((line) => !/^port[ée]e?s? par\s/i.test(line));
  const more = harmless('label', rest.join(' — ') || null);
  return {
    name: (isPerson ? runBy : (written ?? runBy))?.slice(0, LIMITS.name) ?? null,
    runBy: runBy?.slice(0, LIMITS.runBy) ?? null,
    summary: harmless('summary', text('summary'))?.slice(0, LIMITS.summary) ?? null,
    description: [more, sharing && `À partager : ${sharing}`].filter(Boolean).join('\n').slice(0, LIMITS.description) || null,
  };
}

interface Where {
  readonly communeId: string | null;
  readonly departmentCode: string | null;
  readonly point: LonLat | null;
}

function readWhere(row: SourceRow, context: TiersLieuxContext, tell: Tell): Where {
  const commune = readCommune(row, context, tell)?.commune ?? null;
  const read = readOwnPoint(row, context, tell);
  const seat = commune && commune.lon !== null && commune.lat !== null ? { lon: commune.lon, lat: commune.lat } : null;
  const away = seat && read ? distanceM(seat, read) : 0;
  if (commune && away > FAR_M) {
    tell('city', commune.name, 'point_far_from_commune', { km: Math.round(away / 1000), commune: commune.name });
    return { communeId: commune.id, departmentCode: commune.departmentCode, point: null };
  }
  return { communeId: commune?.id ?? null, departmentCode: commune?.departmentCode ?? null, point: read };
}

/** The code, unless the postcode is of another department and names a commune there: then the code was mistyped. */
function readCommune(row: SourceRow, { territories }: TiersLieuxContext, tell: Tell): FoundCommune | null {
  const insee = keyIn(row.values['insee'] ?? '') ?? '';
  const city = opened(row.values['city'] ?? '');
  const postal = keyIn(row.values['postalCode'] ?? '')?.padStart(5, '0') ?? '';
  const byCode = insee === '' ? null : territories.communeByCode(insee);
  const departments = departmentsOf(postal);
  const byName = departments.map((code) => territories.communeByName(city, code)).find((found) => found !== null) ?? null;
  const department = byCode?.commune.departmentCode ?? null;
  if (byCode && byName && department !== null && !departments.includes(department)) {
    tell('insee', insee, 'insee_contradicted', { found: `${byName.commune.name} (${byName.commune.code})` });
    return byName;
  }
  const found = byCode ?? byName ?? alone(territories, city);
  if (found === null) tell('city', city || insee || null, 'commune_unknown');
  else if (found.how === 'merged')
    tell('insee', insee || city, 'commune_merged', { found: `${found.commune.name} (${found.commune.code})` });
  return found;
}

function alone(territories: TerritoryIndex, city: string): FoundCommune | null {
  const [only, ...others] = city === '' ? [] : territories.communesNamed(city);
  return only && others.length === 0 ? { commune: only, how: 'exact' } : null;
}

/** Corsica shares one beginning, overseas takes three signs. */
function departmentsOf(postal: string): string[] {
  if (!/^\d{5}$/.test(postal)) return [];
  if (postal.startsWith('20')) return ['2A', '2B'];
  return [postal.slice(0, postal.startsWith('97') ? 3 : 2)];
}

function readOwnPoint(row: SourceRow, { pointsAreOfCommunes }: TiersLieuxContext, tell: Tell): LonLat | null {
  const drawn = row.geometry?.type === 'Point' && Array.isArray(row.geometry.coordinates) ? row.geometry.coordinates.map(String) : null;
  const [x, y] = drawn ?? [row.values['x'] ?? '', row.values['y'] ?? ''];
  if (pointsAreOfCommunes) {
    tell(null, null, 'point_of_commune');
    return null;
  }
  const { point, how } = readPoint(x ?? '', y ?? '');
  if (how === 'unreadable') tell('x', `${x} ${y}`, 'point_unreadable');
  if (!point) return null;
  const found = `${point.lon} ${point.lat}`;
  if (how === 'swapped') tell('x', `${x} ${y}`, 'point_swapped', { found });
  return { lon: Number(point.lon.toFixed(7)), lat: Number(point.lat.toFixed(7)) };
}

function readWebsite(written: string | null, tell: Tell): string | null {
  if (written === null) return null;
  const address = /^https?:\/\//i.test(written) ? written : /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(written) ? `https://${written}` : '';
  const url = URL.canParse(address) && address.length <= 300 ? new URL(address) : null;
  if (url === null || !url.hostname.includes('.') || url.username !== '') {
    tell('website', written.slice(0, 120), 'website_unreadable');
    return null;
  }
  return url.href;
}

/** A spreadsheet makes numbers of codes: `8.0` is 8, `29600.0` is 29600. */
function keyIn(cell: string): string | null {
  return cell.trim().replace(/\.0+$/, '').slice(0, 120) || null;
}

function refused(sourceKey: string | null, field: string, value: string | null, cause: string, notes: readonly Note[]): Mapped<never> {
  return { outcome: 'refused', sourceKey, notes: [{ field, value, cause }, ...notes] };
}
