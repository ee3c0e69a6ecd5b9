import { definePolicy } from '../../../platform/access/permission.js';

/**
 * Linking waits until the address is confirmed: somebody who prepared an account with a stranger's address would otherwise keep a way in
 * after the stranger has confirmed it.
 */
export const oidcPolicy = definePolicy({
  listMyIdentities: { by: ['self'], unverified: true },
  linkIdentity: { by: ['self'], fresh: true },
  unlinkIdentity: { by: ['self'], fresh: true },
});
