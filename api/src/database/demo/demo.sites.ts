import { AUVERGNE_BERRY_SITES } from './auvergne-berry.sites.js';
import { BRITTANY_SITES } from './brittany.sites.js';
import { BURGUNDY_SITES } from './burgundy.sites.js';
import { CHAMPAGNE_LORRAINE_SITES } from './champagne-lorraine.sites.js';
import { HAUTE_MARNE_OTHER_SITES } from './haute-marne-other.sites.js';
import { HAUTE_MARNE_QUESTIONS } from './haute-marne-questions.sites.js';
import { HAUTE_MARNE_SITES } from './haute-marne.sites.js';
import { LEADS } from './leads.sites.js';
import { LIMOUSIN_SITES } from './limousin.sites.js';
import { LIVING_TIERS_LIEUX } from './living-tiers-lieux.sites.js';
import { NORTH_SITES } from './north.sites.js';
import { SOUTH_EAST_SITES } from './south-east.sites.js';
import { SOUTH_WEST_SITES } from './south-west.sites.js';
import type { DemoSite } from './demo.types.js';

export const DEMO_SITES: readonly DemoSite[] = [
  ...HAUTE_MARNE_SITES,
  ...HAUTE_MARNE_QUESTIONS,
  ...HAUTE_MARNE_OTHER_SITES,
  ...CHAMPAGNE_LORRAINE_SITES,
  ...BURGUNDY_SITES,
  ...LIMOUSIN_SITES,
  ...AUVERGNE_BERRY_SITES,
  ...SOUTH_WEST_SITES,
  ...SOUTH_EAST_SITES,
  ...BRITTANY_SITES,
  ...NORTH_SITES,
  ...LEADS,
  ...LIVING_TIERS_LIEUX,
];
