import { definePolicy } from '../../../platform/access/permission.js';

/** One's own data is one's own even before the address is confirmed. */
export const accountPrivacyPolicy = definePolicy({
  exportMyData: { by: ['self'], fresh: true, unverified: true },
  eraseMyAccount: { by: ['self'], fresh: true, unverified: true },
});
