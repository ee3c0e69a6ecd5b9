/** Kinds of inclusion enterprises (Code du travail L. 5132-4): one per convention with the State, several per body. */
export const SIAE_STATUSES = ['EI', 'AI', 'ACI', 'ETTI', 'EITI'] as const;
/** Neighbours which a register may list with them, and which are not inclusion enterprises. */
export const NEIGHBOUR_STATUSES = ['GEIQ', 'EA', 'ESAT'] as const;

export type SiaeStatus = (typeof SIAE_STATUSES)[number];
export type RegisterStatus = SiaeStatus | (typeof NEIGHBOUR_STATUSES)[number];

export function isSiae(status: RegisterStatus): status is SiaeStatus {
  return (SIAE_STATUSES as readonly string[]).includes(status);
}

export const ORGANISATION_KINDS = ['public_owner', 'ess'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const PUBLIC_OWNER_KINDS = [
  'state',
  'region',
  'department',
  'epci',
  'commune',
  'sncf',
  'epf',
  'social_landlord',
  'other_public',
] as const;
export type PublicOwnerKind = (typeof PUBLIC_OWNER_KINDS)[number];

/** Law 2014-856, article 1. `other` comes from registers only: a claimant says which form it is. */
export const LEGAL_FORMS = ['association', 'scic', 'scop', 'cooperative', 'mutual', 'foundation', 'ess_company', 'other'] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];
