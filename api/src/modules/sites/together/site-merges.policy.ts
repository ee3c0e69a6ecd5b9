import { definePolicy } from '../../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;

/** Who makes one of two sheets: whoever writes both; moderators, once both have been submitted to them or come from open data. */
export const siteMergesPolicy = definePolicy({
  listTwins: { by: [...WRITERS, 'moderator'], hidden: true },
  compareSites: { by: [...WRITERS, 'moderator'], hidden: true },
  mergeSites: { by: [...WRITERS, 'moderator'], hidden: true },
  undoSiteMerge: { by: [...WRITERS, 'moderator'], hidden: true },
});
