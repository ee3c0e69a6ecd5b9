/** Kinds of inclusion enterprises (Code du travail L. 5132-4): one per convention with the State, several per body. */
export const SIAE_STATUSES = ['EI', 'AI', 'ACI', 'ETTI', 'EITI'] as const;
/** Neighbours which a register may list with them, and which are not inclusion enterprises. */
export const NEIGHBOUR_STATUSES = ['GEIQ', 'EA', 'ESAT'] as const;

export type SiaeStatus = (typeof SIAE_STATUSES)[number];
export type RegisterStatus = SiaeStatus | (typeof NEIGHBOUR_STATUSES)[number];

export function isSiae(status: RegisterStatus): status is SiaeStatus {
  return (SIAE_STATUSES as readonly string[]).includes(status);
}
