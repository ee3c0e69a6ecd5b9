import { crossings, type Fields } from '../../../platform/field-changes.js';
import type { SiteFields } from './kept-site.fields.js';
import type { Change } from '../../../platform/http/edit-history.js';
import type { SiteEdit } from './kept-site.schemas.js';

/** A place as a flat list of fields: `name`, `features.water`, `premises.<id>.floorAreaM2`, whatever section they are in. */
const PARTS = ['premises', 'offers'] as const;
const MAPS = ['features', 'constraints', 'uses'] as const;
const isMap = (key: string): boolean => (MAPS as readonly string[]).includes(key);
const isPart = (key: string): boolean => (PARTS as readonly string[]).includes(key);

type Values = Readonly<Record<string, unknown>>;

function entriesOf(values: Values, prefix: string): (readonly [string, unknown])[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if (value === undefined || key === 'id') return [];
    if (isMap(key)) return entriesOf((value ?? {}) as Values, `${prefix}${key}.`);
    return [[`${prefix}${key}`, value] as const];
  });
}

export function flatten({ premises, offers, ...site }: SiteFields): Fields {
  const parts = Object.entries({ premises, offers }).flatMap(([list, items]) =>
    items.flatMap((item) => entriesOf(item, `${list}.${item.id}.`)),
  );
  return new Map([...entriesOf(site, ''), ...parts].filter(([, value]) => value !== null));
}

/** What an edit says, path by path; null = unknown again, or taken away. */
export function editedFields(now: Fields, { premises, offers, addPremises, addOffers, ...site }: SiteEdit, nextId: () => string): Fields {
  const said = new Map(entriesOf(site, ''));
  const add = (list: string, id: string, item: object) => {
    for (const [path, value] of entriesOf(item as Values, `${list}.${id}.`)) said.set(path, value);
  };
  for (const [list, items] of [
    ['premises', premises],
    ['offers', offers],
  ] as const)
    for (const [id, item] of Object.entries(items ?? {})) {
      if (item === null) for (const path of goneWith(now, list, id)) said.set(path, null);
      else add(list, id, item as object);
    }
  for (const item of addPremises ?? []) add('premises', nextId(), item);
  for (const item of addOffers ?? []) add('offers', nextId(), { openEnded: false, ...item });
  return said;
}

/** Premises that go take along what was offered of them. */
function goneWith(now: Fields, list: string, id: string): string[] {
  const offered = list === 'premises' ? [...now].filter(([path, value]) => path.endsWith('.premisesId') && value === id) : [];
  const prefixes = [`${list}.${id}.`, ...offered.map(([path]) => path.slice(0, -'premisesId'.length))];
  return [...now.keys()].filter((path) => prefixes.some((prefix) => path.startsWith(prefix)));
}

/** What others changed meanwhile that this edit would undo without having seen it: the rest merges by itself. */
export function conflicts(said: Fields, meanwhile: readonly Change[]): Change[] {
  const crossed = new Set(crossings(said, meanwhile));
  return meanwhile.filter((change) => {
    const { field, to } = change;
    if (said.has(field)) return crossed.has(change);
    const part = /^(premises|offers)\.[^.]+\./.exec(field)?.[0];
    const isTakenAway = part !== undefined && to === null && field === `${part}${part.startsWith('offers') ? 'openEnded' : 'name'}`;
    return isTakenAway && [...said].some(([path, value]) => path.startsWith(part) && value !== null);
  });
}

const BLANK_PREMISES = {
  ...nulls(['usedAs', 'floorAreaM2', 'divisibleFromM2', 'floorLevel', 'ceilingHeightCm', 'condition', 'access', 'powerKva', 'powerPhases']),
  ...nulls(['erpType', 'erpCategory', 'erpCapacity', 'worksNeeded', 'worksPaidBy']),
};
const BLANK_OFFER = {
  ...nulls(['premisesId', 'tenure', 'rentCentsPerYear', 'chargesCentsPerYear', 'taxesCentsPerYear', 'depositCents', 'priceCents']),
  ...nulls(['freeGround', 'availableFrom', 'availableUntil', 'minTermMonths', 'maxTermMonths', 'worksCentsEstimate']),
  ...nulls(['worksPaidByOwner', 'activitiesWelcome', 'activitiesExcluded']),
};
const BLANK_SITE = {
  ...nulls([
    'summary',
    'description',
    'formerActivity',
    'builtYear',
    'vacantSince',
    'buildingCount',
    'condition',
    'ownerKind',
    'ownerName',
  ]),
  ...nulls([
    'communeId',
    'address',
    'point',
    'outline',
    'parcels',
    'uic',
    'inventoryId',
    'landAreaM2',
    'footprintM2',
    'planningDocument',
    'planningZone',
  ]),
  ...nulls([
    'surroundings',
    'propertyStatus',
    'propertyAct',
    'propertyActDate',
    'propertyActReference',
    'runBy',
    'activitiesHere',
    'website',
    'contactPublic',
    'contactEmail',
  ]),
  locationShown: 'exact',
};

function nulls(keys: readonly string[]): Values {
  return Object.fromEntries(keys.map((key) => [key, null]));
}

/** The place back from its fields; parts come in the order they were first written. */
export function unflatten(fields: Fields): SiteFields {
  const site: Record<string, unknown> = { ...BLANK_SITE, features: {}, constraints: {}, uses: {} };
  const parts = { premises: new Map<string, Record<string, unknown>>(), offers: new Map<string, Record<string, unknown>>() };
  for (const [path, value] of fields) {
    const [first = '', second = '', ...rest] = path.split('.');
    if (isPart(first)) set(partOf(parts[first as 'premises'], first, second), rest, value);
    else set(site, second === '' ? [first] : [first, second], value);
  }
  // A part without what makes it one (a name, terms) has been taken away.
  const premises = [...parts.premises.values()].filter((part) => typeof part['name'] === 'string');
  const offers = [...parts.offers.values()].filter((part) => typeof part['openEnded'] === 'boolean');
  return { ...site, premises, offers } as unknown as SiteFields;
}

function partOf(items: Map<string, Record<string, unknown>>, list: string, id: string): Record<string, unknown> {
  const part = items.get(id) ?? (list === 'premises' ? { id, ...BLANK_PREMISES, features: {}, uses: {} } : { id, ...BLANK_OFFER });
  items.set(id, part);
  return part;
}

function set(target: Record<string, unknown>, [key = '', word]: readonly string[], value: unknown): void {
  target[key] = word === undefined ? value : { ...(target[key] as object), [word]: value };
}
