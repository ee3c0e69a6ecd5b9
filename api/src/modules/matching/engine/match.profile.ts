import type { Activity, Condition, Constraint, Feature, SiteKind, Tenure, Use } from '../../sites/site.vocabulary.js';

/**
 * The two plain inputs of the matching engine. `null` always means “unknown”; nothing here reads a table or a clock.
 * Distances are integer metres in the legal projection of the territory (`grid` = its EPSG code): never compared across grids.
 */
export type Grid = 2154 | 5490 | 2972 | 2975 | 4471 | 4467;
export interface GridPoint {
  readonly grid: Grid;
  readonly xM: number;
  readonly yM: number;
}

/** A: published by someone entitled with area, tenure and availability known. B: owner known, one of the three missing. Leads (C) never enter. */
export type Shelf = 'offered' | 'owner_known';

/** One thing that can be taken: these premises under this tenure. A site has one option per premises × offer, at least one. */
export interface OptionProfile {
  readonly optionId: string;
  readonly siteId: string;
  readonly shelf: Shelf;
  readonly kind: SiteKind;
  readonly regionCode: string | null;
  readonly departmentCode: string | null;
  readonly epciCode: string | null;
  readonly communeCode: string | null;
  readonly point: GridPoint | null;
  /** Usable indoor floor area, whole m². */
  readonly floorAreaM2: number | null;
  /** A term of the offer, not a fact: any area from here up to `floorAreaM2` can be taken; `null` = offered as a whole. */
  readonly floorAreaFromM2: number | null;
  readonly landAreaM2: number | null;
  readonly tenure: Tenure | null;
  /** Rent + charges + taxes for a year; 0 = free. `null` when any of the three is unknown (or for a sale). */
  readonly costCentsPerYear: number | null;
  readonly priceCents: number | null;
  /** Days since 1970-01-01. `availableUntilDay` null = unknown; `OPEN_ENDED_DAY` = no end. */
  readonly availableFromDay: number | null;
  readonly availableUntilDay: number | null;
  readonly features: Readonly<Record<Feature, boolean | null>>;
  readonly constraints: Readonly<Record<Constraint, boolean | null>>;
  readonly uses: Readonly<Record<Use, boolean | null>>;
  readonly condition: Condition | null;
  /** Works still to be done (0 when the premises are ready), and whether the owner pays for them. */
  readonly worksCentsEstimate: number | null;
  readonly worksPaidByOwner: boolean | null;
  /** Straight line × 1.3 to the nearest stop served on a weekday; `null` unknown (outside the source's coverage, or none near). */
  readonly walkToStopM: number | null;
  readonly stopDeparturesPerDay: number | null;
  readonly activitiesWelcome: readonly Activity[] | null;
  readonly priorityArea: boolean | null;
}
export const OPEN_ENDED_DAY = 2_932_896; // 9999-12-31

export type ZonePart =
  | {
      readonly type: 'territories';
      readonly regions: readonly string[];
      readonly departments: readonly string[];
      readonly epcis: readonly string[];
      readonly communes: readonly string[];
    }
  | { readonly type: 'circle'; readonly centre: GridPoint; readonly radiusM: number }
  | {
      readonly type: 'polygon';
      readonly grid: Grid;
      /** Closed ring, integer metres [x, y]. */ readonly ring: readonly (readonly [number, number])[];
    };

/** Groups intersect; inside a group the parts are united. Empty = anywhere. */
export type Zone = readonly (readonly ZonePart[])[];

export type Strength = 'required' | 'preferred';

/** One need, normalised. A condition that is `null` or empty was not asked and takes no part. */
export interface NeedProfile {
  readonly needId: string;
  /** The day the need is looked at: an input like the others, so that a stored match can be replayed. */
  readonly asOfDay: number;
  readonly zone: Zone;
  readonly kinds: readonly SiteKind[];
  readonly floorAreaMinM2: number | null;
  readonly floorAreaMaxM2: number | null;
  readonly landAreaMinM2: number | null;
  readonly landAreaMaxM2: number | null;
  /** Whole percent by which area bounds may be missed and still count as met. */
  readonly areaTolerancePercent: number;
  readonly tenures: readonly Tenure[];
  readonly budgetCentsPerYear: number | null;
  readonly priceMaxCents: number | null;
  readonly neededByDay: number | null;
  readonly durationMonths: number | null;
  readonly mustHave: readonly Feature[];
  readonly wish: readonly Feature[];
  readonly uses: readonly Use[];
  readonly excludedConstraints: readonly Constraint[];
  readonly worksCapacityCents: number | null;
  readonly walkToStopMaxM: number | null;
  /** The preferred point for the distance preference. */
  readonly preferredPoint: GridPoint | null;
  readonly activity: Activity | null;
  /** Conditions the holder downgraded from required to preferred, by criterion id. */
  readonly preferred: readonly string[];
  /** Up to three criterion ids that matter most. */
  readonly matterMost: readonly string[];
}
