import { definePolicy, EVERY_ROLE } from '../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
const VERIFIED = ['verified'] as const;
const MEMBERS_KEEP = ['unclaimed', 'claimed', 'verified', 'refused', 'suspended'] as const;
/** What binds the owner is recorded by an administrator of an organisation somebody has verified, who has just shown who they are. */
const AUTHORITY = { by: ['administrator'], organisationStates: VERIFIED, fresh: true } as const;

/** Who may do what with the award of a call. Until its results are published it exists for the owner's members only. */
export const decisionsPolicy = definePolicy({
  getAward: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP },
  saveAward: { by: WRITERS, organisationStates: VERIFIED },
  proposeAward: { by: WRITERS, organisationStates: VERIFIED },
  takeBackAward: { by: WRITERS, organisationStates: VERIFIED },
  decideAward: AUTHORITY,
  publishResults: { by: WRITERS, organisationStates: VERIFIED },
  exportCall: { by: WRITERS, organisationStates: VERIFIED },
  readCouncilKit: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP },
  reopenApplication: { ...AUTHORITY, hidden: true },
  decideAgain: { ...AUTHORITY, hidden: true },
  /** The applicant's side, and the owner's members once results are published. */
  getApplicationDecision: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  readDecisionLetter: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  giveUpAward: { by: WRITERS, hidden: true },
});
