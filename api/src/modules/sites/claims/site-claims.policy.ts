import { definePolicy } from '../../../platform/access/permission.js';

export const siteClaimsPolicy = definePolicy({
  /** Taking a place out of the open data in one's own name: a verified body only. */
  claimSites: { by: ['editor', 'administrator'], organisationStates: ['verified'] },
});
