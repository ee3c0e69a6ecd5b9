import { definePolicy, EVERY_ROLE } from '../../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
const MEMBERS_KEEP = ['unclaimed', 'claimed', 'verified', 'refused', 'suspended'] as const;

/** Opinions asked outside: who asks and takes back; the applicant reads those that are shared. Answering needs the link of the letter. */
export const opinionsPolicy = definePolicy({
  askOpinion: { by: WRITERS, hidden: true },
  revokeOpinion: { by: WRITERS, hidden: true },
  listSharedOpinions: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
});
