import { definePolicy, EVERY_ROLE } from '../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
const MEMBERS_KEEP = ['unclaimed', 'claimed', 'verified', 'refused', 'suspended'] as const;
/** A call binds its owner: only one that somebody has verified launches it. */
const VERIFIED = ['verified'] as const;

/** Who may do what with calls. Strangers to one that was never published are told that it does not exist. */
export const callsPolicy = definePolicy({
  createCall: { by: WRITERS },
  updateCall: { by: WRITERS },
  publishCall: { by: WRITERS, organisationStates: VERIFIED },
  extendCall: { by: WRITERS, organisationStates: VERIFIED },
  cancelCall: { by: WRITERS },
  declareCallUnsuccessful: { by: WRITERS },
  readCallDraft: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP },
  listCallHistory: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP },
  listOrganisationCalls: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP },
  getCallLegalPath: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  answerCallLegalPath: { by: WRITERS, hidden: true },
  askOnCall: { by: ['person'] },
  answerOnCall: { by: WRITERS },
});
