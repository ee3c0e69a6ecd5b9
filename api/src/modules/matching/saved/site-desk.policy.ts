import { definePolicy, EVERY_ROLE } from '../../../platform/access/permission.js';

const WHATEVER_STATE = ['unclaimed', 'claimed', 'verified', 'refused', 'suspended'] as const;

export const siteDeskPolicy = definePolicy({
  listOrganisationSites: { by: EVERY_ROLE, organisationStates: WHATEVER_STATE },
});
