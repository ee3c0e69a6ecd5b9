import { definePolicy, EVERY_ROLE } from '../../../platform/access/permission.js';

/** Who may say in what name an organisation speaks for a place, and who checks it. */
export const siteRolesPolicy = definePolicy({
  /** Anyone may ask; what is answered are the roles that `readAgentRole` lets them read: their own organisations'. */
  getAgentRole: { by: ['person'] },
  readAgentRole: { by: EVERY_ROLE },
  recordAgentRole: { by: ['editor', 'administrator'] },
  endAgentRole: { by: ['editor', 'administrator', 'moderator'], hidden: true },
  listAgentRolesToCheck: { by: ['moderator'] },
  checkAgentRole: { by: ['moderator'] },
  refuseAgentRole: { by: ['moderator'] },
});
