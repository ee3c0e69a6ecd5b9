import { definePolicy, EVERY_ROLE } from '../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;
const MEMBERS_KEEP = ['unclaimed', 'claimed', 'verified', 'refused', 'suspended'] as const;
/** An agreement binds its owner: only one that somebody has verified makes it. */
const VERIFIED = ['verified'] as const;

/** Who may do what with agreements: each side in its own part. To anybody else they do not exist. */
export const agreementsPolicy = definePolicy({
  createAgreement: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  listAgreements: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP },
  getAgreement: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  listAgreementHistory: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  printAgreement: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  downloadAgreement: { by: EVERY_ROLE, organisationStates: MEMBERS_KEEP, hidden: true },
  /** The owner's side. */
  updateAgreement: { by: WRITERS, hidden: true },
  settleAgreement: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  takeBackAgreement: { by: WRITERS, hidden: true },
  meetAgreementCondition: { by: WRITERS, hidden: true },
  signAgreement: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  renewAgreement: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  terminateAgreement: { by: WRITERS, hidden: true },
  publishAgreementPlaceAgain: { by: WRITERS, organisationStates: VERIFIED, hidden: true },
  /** The occupant's side. */
  acceptAgreement: { by: WRITERS, hidden: true },
  reportOnAgreement: { by: WRITERS, hidden: true },
  /** Either side. */
  commentOnAgreement: { by: WRITERS, hidden: true },
  giveAgreementNotice: { by: WRITERS, hidden: true },
});
