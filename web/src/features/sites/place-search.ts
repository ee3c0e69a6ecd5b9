import { asChoice, asChoices, asList, asNumber, asText, withoutBlanks } from '../../lib/search-string';
import type { Feature, OwnerKind, Shelf, SiteKind, Tenure } from './site-types';
import { FEATURES, OWNER_KINDS, SHELVES, SITE_KINDS, TENURES } from './site-words';

export const SORTS = ['relevance', 'recent', 'distance', 'area'] as const;
export type Sort = (typeof SORTS)[number];

/** Everything that decides which places are shown, exactly as it stands in the address. */
export interface PlaceSearch {
  readonly q?: string | undefined;
  readonly kind?: SiteKind[] | undefined;
  readonly tenure?: Tenure[] | undefined;
  readonly features?: Feature[] | undefined;
  readonly ownerKind?: OwnerKind[] | undefined;
  readonly shelf?: Shelf[] | undefined;
  readonly territory?: string[] | undefined;
  /** “longitude,latitude”, with the name people gave it. */
  readonly near?: string | undefined;
  readonly nearName?: string | undefined;
  readonly radiusKm?: number | undefined;
  /** “west,south,east,north”: the piece of map being looked at, when it is used as a filter. */
  readonly bbox?: string | undefined;
  /** “lon,lat,lon,lat,…”: corners of a zone drawn on the map, not closed. */
  readonly zone?: string | undefined;
  readonly areaMinM2?: number | undefined;
  readonly areaMaxM2?: number | undefined;
  readonly costMaxEurosPerMonth?: number | undefined;
  readonly availableBy?: string | undefined;
  readonly includeUnknown?: boolean | undefined;
  readonly sort?: Sort | undefined;
  /** “west,south,east,north”: where the map stands; it filters nothing. */
  readonly view?: string | undefined;
}

const LON_LAT = /^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/;
const BBOX = /^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/;
const ZONE = /^-?\d+(\.\d+)?,-?\d+(\.\d+)?(,-?\d+(\.\d+)?,-?\d+(\.\d+)?){2,39}$/;
export const MOST_ZONE_CORNERS = 40;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TERRITORY = /^(region|department|epci|commune):[0-9AB]{2,9}$/;

const matching = (value: unknown, form: RegExp) => (form.test(asText(value) ?? '') ? asText(value) : undefined);

/** Reads an address; what it does not understand is left out rather than refused. */
export function readPlaceSearch(search: Record<string, unknown>): PlaceSearch {
  const near = matching(search['near'], LON_LAT);
  const sort = asChoice(search['sort'], SORTS);
  return withoutBlanks({
    q: asText(search['q'])?.slice(0, 200),
    kind: asChoices(search['kind'], SITE_KINDS),
    tenure: asChoices(search['tenure'], TENURES),
    features: asChoices(search['features'], FEATURES),
    ownerKind: asChoices(search['ownerKind'], OWNER_KINDS),
    shelf: asChoices(search['shelf'], SHELVES),
    territory: asList(search['territory'])?.filter((id) => TERRITORY.test(id)),
    near,
    nearName: near ? asText(search['nearName']) : undefined,
    radiusKm: near ? asNumber(search['radiusKm']) : undefined,
    bbox: matching(search['bbox'], BBOX),
    zone: matching(search['zone'], ZONE),
    areaMinM2: asNumber(search['areaMinM2']),
    areaMaxM2: asNumber(search['areaMaxM2']),
    costMaxEurosPerMonth: asNumber(search['costMaxEurosPerMonth']),
    availableBy: matching(search['availableBy'], DAY),
    includeUnknown: asText(search['includeUnknown']) === 'true' || undefined,
    sort: sort === 'distance' && !near ? undefined : sort,
    view: matching(search['view'], BBOX),
  });
}

/** The same search as the API's query parameters: lists joined by commas, everything text. */
export function toSiteQuery(search: PlaceSearch): Record<string, string> {
  const { nearName: _name, view: _view, ...asked } = search;
  return Object.fromEntries(
    Object.entries(withoutBlanks(asked)).map(([key, value]) => [key, Array.isArray(value) ? value.join(',') : String(value)]),
  );
}

/** The filters a person can take off one by one: what chips show and an empty result offers to relax. */
export const RELAXABLE = [
  'q',
  'kind',
  'tenure',
  'features',
  'ownerKind',
  'territory',
  'near',
  'bbox',
  'zone',
  'areaMinM2',
  'areaMaxM2',
  'costMaxEurosPerMonth',
  'availableBy',
] as const satisfies readonly (keyof PlaceSearch)[];
export type RelaxableKey = (typeof RELAXABLE)[number];

export function withoutFilter(search: PlaceSearch, key: RelaxableKey): PlaceSearch {
  const { [key]: _dropped, ...rest } = search;
  if (key !== 'near') return rest;
  const { nearName: _name, radiusKm: _radius, ...farther } = rest;
  return farther.sort === 'distance' ? readPlaceSearch({ ...farther, sort: undefined }) : farther;
}

export function activeFilters(search: PlaceSearch): RelaxableKey[] {
  return RELAXABLE.filter((key) => search[key] !== undefined);
}
