import type { LonLat } from '../../territories/french-point.rules.js';
import { plainText } from '../../territories/place-name.rules.js';
import type { TerritoryIndex } from '../../territories/territory.index.js';
import type { CommuneExtent } from './friches.communes.js';

/** What `mapFriche` looks up. */
export interface FrichesContext {
  readonly territories: TerritoryIndex;
  readonly extents: ReadonlyMap<string, CommuneExtent>;
  /** Date given to rows without one. */
  readonly asOf: string | null;
  readonly today: string;
  readonly places: PlaceIndex;
}

export interface KnownPlace {
  readonly key: string;
  readonly aliases: readonly string[];
  readonly point: LonLat | null;
  readonly name: string | null;
}

/**
 * One place, one key. Two rows at the same point (to the metre) under the same name are one place even when their producers numbered
 * it twice: the first key met is kept, and what the database already holds comes before the file.
 */
export class PlaceIndex {
  private readonly keyOfPlace = new Map<string, string>();
  private readonly keyOfAlias = new Map<string, string>();

  constructor(known: Iterable<KnownPlace> = []) {
    for (const { key, aliases, point, name } of known) {
      for (const alias of [key, ...aliases]) this.keyOfAlias.set(alias, key);
      this.remember(point, name, key);
    }
  }

  keyOf(siteId: string | null, point: LonLat | null, name: string | null): string | null {
    const known = siteId && this.keyOfAlias.get(siteId);
    if (known) return known;
    const key = this.keyAt(point, name) ?? siteId ?? placeOf(point, name);
    if (!key) return null;
    this.remember(point, name, key);
    if (siteId) this.keyOfAlias.set(siteId, key);
    return key;
  }

  private remember(point: LonLat | null, name: string | null, key: string): void {
    const place = placeOf(point, name);
    if (place && !this.keyOfPlace.has(place)) this.keyOfPlace.set(place, key);
  }

  /** Files print the same point with five or six decimals: the neighbouring metre is looked at too. */
  private keyAt(point: LonLat | null, name: string | null): string | null {
    for (const [east, north] of NEAREST_FIRST) {
      const found = this.keyOfPlace.get(placeOf(point, name, east, north) ?? '');
      if (found) return found;
    }
    return null;
  }
}

const NEAREST_FIRST = [0, 1, -1].flatMap((east) => [0, 1, -1].map((north) => [east, north] as const));

function placeOf(point: LonLat | null, name: string | null, east = 0, north = 0): string | null {
  const word = plainText(name ?? '');
  const metre = (degrees: number, shift: number) => Math.round(degrees * 1e5) + shift;
  return point && word ? `${metre(point.lon, east)},${metre(point.lat, north)} ${word}` : null;
}
