import { keptList } from '../../../lib/kept-list';

export const MOST_COMPARED = 4;
/** Places chosen to be looked at side by side, until the tab is closed. */
export const comparedHere = keptList('compared', MOST_COMPARED, () => sessionStorage);
