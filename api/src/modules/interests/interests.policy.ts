import { definePolicy, EVERY_ROLE } from '../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
const MEMBERS_KEEP = ['unclaimed', 'claimed', 'verified', 'refused', 'suspended'] as const;
const VERIFIED = ['verified'] as const;
/** A deadline does not wait for a verification under way. */
const KNOWN = ['claimed', 'verified'] as const;

/** Who decides on spontaneous requests, who reads them, who comes forward. To anybody else they do not exist. */
export const interestsPolicy = definePolicy({
  listOrganisationInterests: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP },
  /** Members of the owner, and of whoever asked: the service knows which. */
  getInterest: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  getApplicationInterest: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  getInterestLegalPath: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  answerInterestLegalPath: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  refuseInterestAdmission: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  declineInterest: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  openInterestPublicity: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  grantInterest: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  turnInterestIntoCall: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  closeInterest: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  declareRival: { by: WRITERS, organisationStates: KNOWN },
  withdrawRival: { by: WRITERS, organisationStates: KNOWN },
  listMyRivals: { by: ['person'] },
});
