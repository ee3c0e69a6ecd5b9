import type { DemoSite } from './demo.types.js';
import { EAST_SITES } from './east.sites.js';
import { HAUTE_MARNE_SITES } from './haute-marne.sites.js';
import { MORE_HAUTE_MARNE_SITES } from './haute-marne-more.sites.js';
import { LEADS } from './leads.sites.js';
import { NORTH_WEST_SITES } from './north-west.sites.js';
import { SOUTH_SITES } from './south.sites.js';
import { CENTRE_SITES } from './centre.sites.js';

export const DEMO_SITES: readonly DemoSite[] = [
  ...HAUTE_MARNE_SITES,
  ...MORE_HAUTE_MARNE_SITES,
  ...EAST_SITES,
  ...CENTRE_SITES,
  ...SOUTH_SITES,
  ...NORTH_WEST_SITES,
  ...LEADS,
];
