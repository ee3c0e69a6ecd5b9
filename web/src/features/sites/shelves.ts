import type { PlaceSearch } from './place-search';
import type { Shelf } from './site-types';

/** What is shown when nobody chose: what is on offer, with the tiers-lieux that are there where tiers-lieux are asked for. */
export function usualShelves({ kind }: Pick<PlaceSearch, 'kind'>): readonly Shelf[] {
  return kind?.includes('tiers_lieu') ? ['offered', 'owner_known', 'living'] : ['offered', 'owner_known'];
}

/** An empty choice is no choice. */
export function sameShelves(chosen: readonly Shelf[], usual: readonly Shelf[]): boolean {
  return chosen.length === 0 || (chosen.length === usual.length && usual.every((shelf) => chosen.includes(shelf)));
}
