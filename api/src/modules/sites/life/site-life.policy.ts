import { definePolicy } from '../../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
/** An organisation that nobody has verified submits its places: what the public sees has been read, or has a known body behind it. */
const VERIFIED = ['verified'] as const;

/** Who moves a place through its life. Strangers to a place that is not public are told that it does not exist. */
export const siteLifePolicy = definePolicy({
  submitSite: { by: WRITERS, hidden: true },
  takeBackSite: { by: WRITERS, hidden: true },
  publishSite: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  pauseSite: { by: [...WRITERS, 'moderator'], hidden: true },
  resumeSite: { by: [...WRITERS, 'moderator'], hidden: true },
  closeSite: { by: [...WRITERS, 'moderator'], hidden: true },
  listSitesToRead: { by: ['moderator'] },
  acceptSite: { by: ['moderator'] },
  sendBackSite: { by: ['moderator'] },
  /** Many at once: each place is decided by its own line, and answered apart. */
  actOnSites: { by: ['person'] },
  undoOnSites: { by: ['person'] },
});
