import type { Shelf } from './site-types';

/** What is shown when nobody chose: what is on offer. */
export const USUAL_SHELVES: readonly Shelf[] = ['offered', 'owner_known'];

/** An empty choice is no choice. */
export function isUsual(shelves: readonly Shelf[]): boolean {
  return shelves.length === 0 || (shelves.length === USUAL_SHELVES.length && USUAL_SHELVES.every((shelf) => shelves.includes(shelf)));
}
