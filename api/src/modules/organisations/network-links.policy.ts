import { definePolicy, EVERY_ROLE } from '../../platform/access/permission.js';

export const networkLinksPolicy = definePolicy({
  listNetworkLinks: { by: EVERY_ROLE },
  /** Whoever follows others sees more than the public does: moderators have checked who they are. */
  askToFollow: { by: ['administrator'], organisationStates: ['verified'] },
  listFollowedOrganisations: { by: EVERY_ROLE, organisationStates: ['verified'] },
  acceptFollow: { by: ['administrator'] },
  declineFollow: { by: ['administrator'] },
  withdrawFollow: { by: ['administrator'] },
  endFollow: { by: ['administrator'] },
});
