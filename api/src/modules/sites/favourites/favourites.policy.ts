import { definePolicy } from '../../../platform/access/permission.js';

/** Places a person keeps with a star. Without an account they stay in the browser. */
export const favouritesPolicy = definePolicy({
  listMyFavourites: { by: ['self'], unverified: true },
  keepFavourites: { by: ['self'], unverified: true },
  dropFavourite: { by: ['self'], unverified: true },
});
