import { definePolicy, EVERY_ROLE } from '../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
const MEMBERS_KEEP = ['unclaimed', 'claimed', 'verified', 'refused', 'suspended'] as const;

/** Both sides of a file: the applicant's members, and the owner's agents once they may read it. To anybody else there is nothing. */
export const messagesPolicy = definePolicy({
  listMessages: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  sendMessage: { by: WRITERS, hidden: true },
  readMessages: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  closeMessages: { by: WRITERS, hidden: true },
  uploadMessageFile: { by: WRITERS, hidden: true },
  readMessageFile: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
});
