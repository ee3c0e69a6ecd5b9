import { definePolicy } from '../../platform/access/permission.js';

/** People and their own account. Signing up, signing in and following a link are open to everyone. */
export const accountsPolicy = definePolicy({
  signOut: { by: ['person'], unverified: true },
  confirmItIsMe: { by: ['self'], unverified: true },
  resendVerification: { by: ['self'], unverified: true },
  updateMe: { by: ['self'], unverified: true },
  changePassword: { by: ['self'], fresh: true },
  requestEmailChange: { by: ['self'], fresh: true },
  listMySessions: { by: ['self'], unverified: true },
  revokeMySession: { by: ['self'], unverified: true },
  revokeMyOtherSessions: { by: ['self'], unverified: true },
  // Never behind the second factor itself: those who must have one have to be able to set it up.
  startSecondFactor: { by: ['self'], fresh: true },
  confirmSecondFactor: { by: ['self'] },
  removeSecondFactor: { by: ['self'], fresh: true },
  renewRecoveryCodes: { by: ['self'], fresh: true },
});
