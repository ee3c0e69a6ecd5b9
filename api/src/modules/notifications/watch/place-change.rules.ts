import type { SiteState } from '../../sites/site.vocabulary.js';

/** How the public sees a place: nothing is on offer in a lead, nor in a place that was given to a project. */
export type PlaceStanding = 'offered' | 'taken' | 'lead' | 'gone';

/** The public facts of a place that a change is told of. Blanks are null: learning one is a change too. */
export interface PlaceFacts {
  readonly name: string;
  readonly commune: string | null;
  readonly communeId: string | null;
  readonly organisationId: string | null;
  readonly state: SiteState;
  readonly standing: PlaceStanding;
  readonly tenures: readonly string[];
  readonly costCentsPerYear: number | null;
  readonly priceCents: number | null;
  readonly availableFrom: string | null;
  readonly floorMinM2: number | null;
  readonly floorMaxM2: number | null;
  readonly landAreaM2: number | null;
}

export const PLACE_CHANGES = ['tenure', 'cost', 'availability', 'area', 'land'] as const;
export type PlaceChange = (typeof PLACE_CHANGES)[number];

const COMPARED: Readonly<Record<PlaceChange, readonly (keyof PlaceFacts)[]>> = {
  tenure: ['tenures'],
  cost: ['costCentsPerYear', 'priceCents'],
  availability: ['availableFrom'],
  area: ['floorMinM2', 'floorMaxM2'],
  land: ['landAreaM2'],
};

export type PlaceEventKind =
  | 'place_offered'
  | 'place_offered_again'
  | 'place_changed'
  | 'place_paused'
  | 'place_withdrawn'
  | 'place_closed'
  | 'place_awarded'
  | 'place_occupied';

export interface PlaceEvent {
  readonly kind: PlaceEventKind;
  readonly changes: readonly PlaceChange[];
}

export function changesOf(before: PlaceFacts, after: PlaceFacts): PlaceChange[] {
  return PLACE_CHANGES.filter((change) => COMPARED[change].some((fact) => JSON.stringify(before[fact]) !== JSON.stringify(after[fact])));
}

/**
 * What happened to a place between two looks, or null when there is nothing to tell.
 * @param before null when the place was never looked at
 * @param isFresh for such a place: it was published so lately that its being on offer is news
 */
export function placeEvent(before: PlaceFacts | null, after: PlaceFacts, isFresh: boolean): PlaceEvent | null {
  const was = before?.standing ?? 'lead';
  if (after.standing === 'offered') return offered(before, after, isFresh);
  if (was !== 'offered' && was !== 'taken') return null;
  if (after.standing === 'taken') return taken(before, after);
  return { kind: leaving(after), changes: [] };
}

function offered(before: PlaceFacts | null, after: PlaceFacts, isFresh: boolean): PlaceEvent | null {
  if (before === null) return isFresh ? { kind: 'place_offered', changes: [] } : null;
  if (before.standing === 'lead') return { kind: 'place_offered', changes: [] };
  if (before.standing !== 'offered') return { kind: 'place_offered_again', changes: [] };
  const changes = changesOf(before, after);
  return changes.length > 0 ? { kind: 'place_changed', changes } : null;
}

function taken(before: PlaceFacts | null, after: PlaceFacts): PlaceEvent | null {
  if (before?.state === after.state) return null;
  return { kind: after.state === 'occupied' ? 'place_occupied' : 'place_awarded', changes: [] };
}

function leaving(after: PlaceFacts): PlaceEventKind {
  if (after.state === 'paused') return 'place_paused';
  return after.state === 'closed' ? 'place_closed' : 'place_withdrawn';
}
