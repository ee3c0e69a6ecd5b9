import { definePolicy, EVERY_ROLE } from '../../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
const MEMBERS_KEEP = ['unclaimed', 'claimed', 'verified', 'refused', 'suspended'] as const;

/** Who may write places. Strangers to a place that is not public are told that it does not exist. */
export const keptSitesPolicy = definePolicy({
  createSite: { by: WRITERS },
  /** Moderators read what awaits them, and nothing before it is submitted: the service looks at its state. */
  getKeptSite: { by: [...EVERY_ROLE, 'moderator'], organisationStates: MEMBERS_KEEP, hidden: true },
  updateSite: { by: WRITERS, hidden: true },
  restoreSite: { by: WRITERS, hidden: true },
  listSiteHistory: { by: [...EVERY_ROLE, 'moderator'], organisationStates: MEMBERS_KEEP, hidden: true },
});
