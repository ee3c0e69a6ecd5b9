import { definePolicy, EVERY_ROLE } from '../../../platform/access/permission.js';

/** Who may say in what name an organisation speaks for a place, and who checks it. */
export const siteRolesPolicy = definePolicy({
  /** Each reads their own organisation's; moderators read all. */
  getAgentRole: { by: [...EVERY_ROLE, 'moderator'] },
  recordAgentRole: { by: ['editor', 'administrator'] },
  endAgentRole: { by: ['editor', 'administrator', 'moderator'], hidden: true },
  listAgentRolesToCheck: { by: ['moderator'] },
  checkAgentRole: { by: ['moderator'] },
  refuseAgentRole: { by: ['moderator'] },
});
