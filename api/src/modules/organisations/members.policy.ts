import { definePolicy, EVERY_ROLE } from '../../platform/access/permission.js';

export const membersPolicy = definePolicy({
  listMembers: { by: EVERY_ROLE },
  changeMemberRole: { by: ['administrator'] },
  removeMember: { by: ['administrator'] },
  /** Nobody is kept in an organisation: neither by its suspension, nor by a missing second factor or confirmation. */
  leaveOrganisation: { by: ['person'], unverified: true },
  transferAdministration: { by: ['administrator'], fresh: true },
  setSecondFactorRule: { by: ['administrator'], fresh: true },
});
