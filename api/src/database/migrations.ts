import { Extensions1763900000100 } from './migrations/1763900000100-extensions.js';
import { Territories1763900000200 } from './migrations/1763900000200-territories.js';
import { Sites1763900000300 } from './migrations/1763900000300-sites.js';
import { Projects1763900000400 } from './migrations/1763900000400-projects.js';

/** Every migration, in order; add one line per new file. */
export const migrations = [Extensions1763900000100, Territories1763900000200, Sites1763900000300, Projects1763900000400];
