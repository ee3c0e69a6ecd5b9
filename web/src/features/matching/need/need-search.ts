import { roundDegrees } from '../../../map/corners';
import { asChoice, asChoices, asList, asNumber, asText, withoutBlanks } from '../../../lib/search-string';
import {
  ACTIVITIES,
  type Activity,
  CONSTRAINTS,
  type Constraint,
  FEATURES,
  type Feature,
  SITE_KINDS,
  type SiteKind,
  TENURES,
  type Tenure,
  USES,
  type Use,
} from './need-words';

type Given<T> = T | undefined;

/** A whole need exactly as it stands in an address: short, readable, shareable. An absent answer is “not asked”. */
export interface NeedSearch {
  readonly activity?: Given<Activity>;
  readonly kinds?: Given<SiteKind[]>;
  readonly floorMin?: Given<number>;
  readonly floorMax?: Given<number>;
  readonly landMin?: Given<number>;
  readonly landMax?: Given<number>;
  /** Percent by which areas may be missed. */
  readonly tolerance?: Given<number>;
  /** Territory ids, e.g. `department:52`. */
  readonly in?: Given<string[]>;
  /** “longitude,latitude” of a centre, with the name people know it by. */
  readonly near?: Given<string>;
  readonly nearName?: Given<string>;
  readonly radiusKm?: Given<number>;
  /** “lon,lat,lon,lat,…”: corners of a drawn area, not closed. */
  readonly drawn?: Given<string>;
  /** `any` = inside one of the areas is enough; by default a place must be inside all of them. */
  readonly combine?: Given<'any'>;
  readonly tenures?: Given<Tenure[]>;
  /** Euros a month, charges and taxes included. */
  readonly budget?: Given<number>;
  /** Euros. */
  readonly price?: Given<number>;
  readonly by?: Given<string>;
  readonly months?: Given<number>;
  readonly must?: Given<Feature[]>;
  readonly wish?: Given<Feature[]>;
  readonly uses?: Given<Use[]>;
  readonly without?: Given<Constraint[]>;
  /** Euros of works the project can pay. */
  readonly works?: Given<number>;
  /** Minutes on foot to a served stop. */
  readonly walk?: Given<number>;
  readonly prefer?: Given<string>;
  readonly preferName?: Given<string>;
  /** Conditions that are only preferred: a subject (`use`, `free_of`) or a criterion id. */
  readonly soft?: Given<string[]>;
  /** Up to three criterion ids that matter most. */
  readonly first?: Given<string[]>;
}

const LON_LAT = /^-?\d{1,3}(\.\d+)?,-?\d{1,2}(\.\d+)?$/;
const CORNERS = /^-?\d+(\.\d+)?,-?\d+(\.\d+)?(,-?\d+(\.\d+)?,-?\d+(\.\d+)?){2,}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TERRITORY = /^(region|department|epci|commune):[0-9AB]{2,9}$/;
const CRITERION = /^[a-z_]{2,60}$/;
const LONGEST_NAME = 80;

const fitting = (value: unknown, form: RegExp) => (form.test(asText(value) ?? '') ? asText(value) : undefined);
const amount = (value: unknown) => {
  const number = asNumber(value);
  return number === undefined || number < 0 ? undefined : number;
};

/** Reads an address; what it does not understand is left out rather than refused. */
export function readNeed(search: Record<string, unknown>): NeedSearch {
  const near = fitting(search['near'], LON_LAT);
  const prefer = fitting(search['prefer'], LON_LAT);
  const must = asChoices(search['must'], FEATURES);
  return withoutBlanks<NeedSearch>({
    activity: asChoice(search['activity'], ACTIVITIES),
    kinds: asChoices(search['kinds'], SITE_KINDS),
    floorMin: amount(search['floorMin']),
    floorMax: amount(search['floorMax']),
    landMin: amount(search['landMin']),
    landMax: amount(search['landMax']),
    tolerance: amount(search['tolerance']),
    in: asList(search['in'])?.filter((id) => TERRITORY.test(id)),
    near,
    nearName: near ? asText(search['nearName'])?.slice(0, LONGEST_NAME) : undefined,
    radiusKm: near ? (amount(search['radiusKm']) ?? 30) : undefined,
    drawn: fitting(search['drawn'], CORNERS),
    combine: asText(search['combine']) === 'any' ? 'any' : undefined,
    tenures: asChoices(search['tenures'], TENURES),
    budget: amount(search['budget']),
    price: amount(search['price']),
    by: fitting(search['by'], DAY),
    months: amount(search['months']),
    must,
    wish: asChoices(search['wish'], FEATURES)?.filter((feature) => !must?.includes(feature)),
    uses: asChoices(search['uses'], USES),
    without: asChoices(search['without'], CONSTRAINTS),
    works: amount(search['works']),
    walk: amount(search['walk']),
    prefer,
    preferName: prefer ? asText(search['preferName'])?.slice(0, LONGEST_NAME) : undefined,
    soft: asList(search['soft'])?.filter((id) => CRITERION.test(id)),
    first: asList(search['first'])
      ?.filter((id) => CRITERION.test(id))
      .slice(0, 3),
  });
}

export function isBlank(need: NeedSearch): boolean {
  return Object.keys(withoutBlanks(need)).length === 0;
}

export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

export function readLonLat(text: string | undefined): LonLat | null {
  const [lon, lat] = (text ?? '').split(',').map(Number);
  return text === undefined || lon === undefined || lat === undefined ? null : { lon, lat };
}

export function writeLonLat({ lon, lat }: LonLat): string {
  return `${roundDegrees(lon)},${roundDegrees(lat)}`;
}
