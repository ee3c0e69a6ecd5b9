import { CONSTRAINTS, FEATURES, USES } from '../../sites/site.vocabulary.js';
import type { GridPoint, NeedProfile, OptionProfile } from '../engine/match.profile.js';
import type { KnownCommune } from './match.random.js';

/** A documented place near Langres and a need it suits: what examples and rules tests start from. */

export const LANGRES: GridPoint = { grid: 2154, xM: 874_300, yM: 6_753_800 };

const all = <K extends string>(names: readonly K[], value: boolean | null): Record<K, boolean | null> =>
  Object.fromEntries(names.map((name) => [name, value])) as Record<K, boolean | null>;

export const documentedOption: OptionProfile = {
  optionId: '00000000-0000-7000-8000-000000000001',
  siteId: '00000000-0000-7000-8000-0000000000a1',
  shelf: 'offered',
  kind: 'station_premises',
  regionCode: '44',
  departmentCode: '52',
  epciCode: '200072999',
  communeCode: '52269',
  point: { grid: 2154, xM: 875_300, yM: 6_754_800 },
  floorAreaM2: 220,
  floorAreaFromM2: null,
  landAreaM2: 900,
  tenure: 'temporary_occupation',
  costCentsPerYear: 600_000,
  priceCents: null,
  availableFromDay: 20_800,
  availableUntilDay: 24_500,
  features: { ...all(FEATURES, true), internet: null },
  constraints: all(CONSTRAINTS, false),
  uses: all(USES, true),
  condition: 'refresh',
  worksCentsEstimate: 1_000_000,
  worksPaidByOwner: false,
  walkToStopM: 650,
  stopDeparturesPerDay: 14,
  activitiesWelcome: null,
  priorityArea: null,
};

/** The same place when only open data speak of it. */
export const blankOption: OptionProfile = {
  ...documentedOption,
  optionId: '00000000-0000-7000-8000-000000000002',
  siteId: '00000000-0000-7000-8000-0000000000a2',
  shelf: 'owner_known',
  floorAreaM2: null,
  landAreaM2: null,
  tenure: null,
  costCentsPerYear: null,
  availableFromDay: null,
  availableUntilDay: null,
  features: all(FEATURES, null),
  constraints: all(CONSTRAINTS, null),
  uses: all(USES, null),
  condition: null,
  worksCentsEstimate: null,
  worksPaidByOwner: null,
  walkToStopM: null,
  stopDeparturesPerDay: null,
};

/** A need that asks for nothing yet. */
export const openNeed: NeedProfile = {
  needId: '00000000-0000-7000-8000-0000000000f0',
  asOfDay: 20_780,
  zone: [],
  kinds: [],
  floorAreaMinM2: null,
  floorAreaMaxM2: null,
  landAreaMinM2: null,
  landAreaMaxM2: null,
  areaTolerancePercent: 0,
  tenures: [],
  budgetCentsPerYear: null,
  priceMaxCents: null,
  neededByDay: null,
  durationMonths: null,
  mustHave: [],
  wish: [],
  uses: [],
  excludedConstraints: [],
  worksCapacityCents: null,
  walkToStopMaxM: null,
  preferredPoint: null,
  activity: null,
  preferred: [],
  matterMost: [],
};

/** The repair workshop of the first example: within 40 km of Langres and inside Haute-Marne. */
export const repairWorkshop: NeedProfile = {
  ...openNeed,
  needId: '00000000-0000-7000-8000-0000000000f1',
  zone: [
    [{ type: 'circle', centre: LANGRES, radiusM: 40_000 }],
    [{ type: 'territories', regions: [], departments: ['52'], epcis: [], communes: [] }],
  ],
  floorAreaMinM2: 150,
  floorAreaMaxM2: 300,
  tenures: ['temporary_occupation', 'commercial_lease', 'civil_lease'],
  budgetCentsPerYear: 720_000,
  neededByDay: 20_900,
  durationMonths: 36,
  mustHave: ['electricity', 'step_free'],
  wish: ['parking', 'internet'],
  uses: ['workshop'],
  excludedConstraints: ['asbestos'],
  worksCapacityCents: 2_000_000,
  walkToStopMaxM: 800,
  preferredPoint: LANGRES,
  activity: 'repair',
  matterMost: ['cost', 'walk_to_stop'],
};

/** Places that belong together, over two grids. */
export const KNOWN_COMMUNES: readonly KnownCommune[] = [
  { regionCode: '44', departmentCode: '52', epciCode: '200072999', communeCode: '52269', point: LANGRES },
  {
    regionCode: '44',
    departmentCode: '52',
    epciCode: '200072999',
    communeCode: '52140',
    point: { grid: 2154, xM: 882_100, yM: 6_749_000 },
  },
  {
    regionCode: '44',
    departmentCode: '52',
    epciCode: '200044253',
    communeCode: '52121',
    point: { grid: 2154, xM: 858_700, yM: 6_781_600 },
  },
  {
    regionCode: '27',
    departmentCode: '21',
    epciCode: '242100410',
    communeCode: '21231',
    point: { grid: 2154, xM: 854_200, yM: 6_692_300 },
  },
  { regionCode: '27', departmentCode: '21', epciCode: null, communeCode: '21247', point: null },
  {
    regionCode: '04',
    departmentCode: '974',
    epciCode: '249740119',
    communeCode: '97411',
    point: { grid: 2975, xM: 338_600, yM: 7_691_300 },
  },
];
