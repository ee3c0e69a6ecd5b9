import { definePolicy } from '../../platform/access/permission.js';

/** A suspended or refused organisation invites nobody. */
const states = ['claimed', 'verified'] as const;

export const invitationsPolicy = definePolicy({
  listInvitations: { by: ['administrator'] },
  inviteMember: { by: ['administrator'], organisationStates: states },
  cancelInvitation: { by: ['administrator'] },
  /** Whoever holds the link may read it and say no: nobody has to make an account to be left in peace. */
  readInvitation: { by: ['everyone'] },
  declineInvitation: { by: ['everyone'] },
  acceptInvitation: { by: ['person'] },
});
