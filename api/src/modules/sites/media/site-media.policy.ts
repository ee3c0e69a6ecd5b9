import { definePolicy, EVERY_ROLE } from '../../../platform/access/permission.js';

/** Who keeps the photos and documents of a place: the organisation that owns it, or one with a checked role for it. */
export const siteMediaPolicy = definePolicy({
  listSiteMedia: { by: EVERY_ROLE, hidden: true },
  uploadSiteMedia: { by: ['editor', 'administrator'], hidden: true },
  orderSiteMedia: { by: ['editor', 'administrator'], hidden: true },
  updateSiteMedia: { by: ['editor', 'administrator'], hidden: true },
  removeSiteMedia: { by: ['editor', 'administrator', 'moderator'], hidden: true },
  restoreSiteMedia: { by: ['editor', 'administrator'], hidden: true },
});
