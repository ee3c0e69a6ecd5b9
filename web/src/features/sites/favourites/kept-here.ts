import { keptList } from '../../../lib/kept-list';

/** Places kept with a star in this browser. */
export const favouritesHere = keptList('favourites', 200, () => localStorage);
