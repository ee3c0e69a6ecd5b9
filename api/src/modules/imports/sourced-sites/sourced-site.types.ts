import type { Activity, Condition, OwnerKind, SiteKind } from '../../sites/site.vocabulary.js';
import type { WithKey } from '../import.types.js';

/**
 * What one source says of a place. A key that is absent or null says nothing (unknown), and never erases what another source said.
 * Yes/no facts are flat keys (`constraints.soil_pollution`), so that each is decided, and traced, on its own.
 */
export interface SourcedValues {
  readonly name?: string | null;
  readonly summary?: string | null;
  readonly description?: string | null;
  readonly address?: string | null;
  readonly point?: { readonly lon: number; readonly lat: number } | null;
  /** GeoJSON MultiPolygon, WGS84. */
  readonly outline?: { readonly type: 'MultiPolygon'; readonly coordinates: unknown } | null;
  /** `commune:52269`; region and department follow from it. */
  readonly communeId?: string | null;
  /** Only used when the commune is unknown. */
  readonly departmentCode?: string | null;
  readonly landAreaM2?: number | null;
  readonly footprintM2?: number | null;
  readonly buildingCount?: number | null;
  readonly condition?: Condition | null;
  readonly builtYear?: number | null;
  readonly vacantSince?: number | null;
  readonly ownerKind?: OwnerKind | null;
  readonly ownerName?: string | null;
  readonly ownerTouchesNaturalPerson?: boolean | null;
  readonly planningDocument?: string | null;
  readonly planningZone?: string | null;
  readonly parcels?: readonly string[] | null;
  readonly formerActivity?: string | null;
  readonly projectNote?: string | null;
  readonly runBy?: string | null;
  readonly activitiesHere?: readonly Activity[] | null;
  readonly website?: string | null;
  readonly [fact: `features.${string}`]: boolean | null;
  readonly [fact: `constraints.${string}`]: boolean | null;
  readonly [fact: `uses.${string}`]: boolean | null;
  /** Kept with the source and given to `whyNotLead`, not shown as a column of the site. */
  readonly [fact: `facts.${string}`]: string | number | boolean | null;
}

export interface SourcedSite extends WithKey {
  /** ISO date of what the source says; null = older than any date. */
  readonly sourceDate: string | null;
  readonly values: SourcedValues;
  /** Causes kept with the source, shown on the page of the place. */
  readonly causes: readonly string[];
  /** Only written when the place is already known (a station that opened again); never creates one. */
  readonly onlyIfKnown?: boolean;
}

/** How the places of an importer are named and merged. */
export interface SourcedSiteRules {
  readonly kind: SiteKind;
  /** Over the merged values, when some places of the dataset are of another kind. */
  kindOf?(values: SourcedValues): SiteKind;
  /** What the keeper of a place may have written that its key is: a source of that key then joins the place instead of doubling it. */
  readonly keyIs?: 'uic' | 'inventory_id';
  /** What to call a place no source names; its key otherwise. */
  nameless?(values: SourcedValues): string;
  /**
   * Datasets that share their keys (the same place under the same key), in the order in which ties are settled: on equal dates the
   * first of this list wins, so the order of imports never matters.
   */
  readonly datasetOrder: readonly string[];
  /** Over the values once merged: why the place may not be shown as a lead (a code), or null when it may. */
  whyNotLead(values: SourcedValues): string | null;
}
