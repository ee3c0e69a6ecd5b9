import { definePolicy, EVERY_ROLE } from '../../../platform/access/permission.js';

const WRITERS = ['editor', 'administrator'] as const;

/** Anyone proposes. Who keeps the place decides; moderators where nobody does, and where a keeper does not answer. */
export const siteProposalsPolicy = definePolicy({
  listMyProposals: { by: ['self'] },
  listOrganisationProposals: { by: EVERY_ROLE },
  listProposalsToModerate: { by: ['moderator'] },
  acceptSiteProposal: { by: [...WRITERS, 'moderator'], hidden: true },
  refuseSiteProposal: { by: [...WRITERS, 'moderator'], hidden: true },
});
