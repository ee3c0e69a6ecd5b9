import { definePolicy, EVERY_ROLE } from '../../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
const MEMBERS_KEEP = ['unclaimed', 'claimed', 'verified', 'refused', 'suspended'] as const;

/** Who writes a file together. The one that leads invites and removes; an invited organisation answers by somebody entitled in it. */
export const partnersPolicy = definePolicy({
  listPartners: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  invitePartner: { by: WRITERS, hidden: true },
  answerPartnership: { by: WRITERS },
  removePartner: { by: WRITERS, hidden: true },
  listPartnerships: { by: EVERY_ROLE },
});
