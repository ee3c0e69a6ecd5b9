import { definePolicy, EVERY_ROLE, type Permission } from '../../platform/access/permission.js';
import { ORGANISATION_STATES } from './organisation.rules.js';

/** Members of a suspended organisation still read why, and what was decided. */
const whateverTheState = { organisationStates: ORGANISATION_STATES } as const;

/** Finding, claiming and describing organisations. */
export const organisationsPolicy = definePolicy({
  searchOrganisations: { by: ['everyone'] },
  getOrganisation: { by: ['everyone'] },
  lookUpRegister: { by: ['person'] },
  claimOrganisation: { by: ['person'] },
  claimOrganisationAgain: { by: ['administrator'] },
  updateOrganisation: { by: ['administrator', 'editor', 'moderator'] },
  listEvidence: { by: [...EVERY_ROLE, 'moderator'], ...whateverTheState },
  addEvidence: { by: ['administrator', 'editor'] },
  withdrawEvidence: { by: ['administrator', 'editor'] },
  readOrganisationJournal: { by: ['administrator', 'moderator'], ...whateverTheState },
});

/** What moderators decide, and what they read to decide. */
export const moderationPolicy = definePolicy({
  listOrganisationsToVerify: { by: ['moderator'] },
  verifyOrganisation: { by: ['moderator'] },
  refuseOrganisation: { by: ['moderator'] },
  releaseOrganisation: { by: ['moderator'] },
  suspendOrganisation: { by: ['moderator'] },
  reinstateOrganisation: { by: ['moderator'] },
  listEvidenceToCheck: { by: ['moderator'] },
  checkEvidence: { by: ['moderator'] },
  refuseEvidence: { by: ['moderator'] },
  readJournal: { by: ['moderator'] },
});

/** The part of an organisation's page that its members and the moderators see: no route of its own. */
export const organisationInside: Permission = { by: [...EVERY_ROLE, 'moderator'], ...whateverTheState };
