import type { OwnerKind } from '../sites/site.vocabulary.js';
import type { LEGAL_STATUSES } from './legal.vocabulary.js';

export interface Property {
  readonly ownerKind: OwnerKind | null;
  readonly status: (typeof LEGAL_STATUSES)[number];
  /** Of a place said to be in the private domain: the act by which it left the public domain, or shows that it never was in it. */
  readonly declassification: { readonly act: string; readonly date: string; readonly reference: string } | null;
}

/** `unproven`: disused does not mean private; until it is proven, everything treats it as public. */
export type Regime = 'public' | 'private' | 'private_owner' | 'unproven';

/** Bodies whose property no rule of public property governs. A social landlord may be public: it is taken for one. */
const PRIVATE_OWNERS: readonly OwnerKind[] = ['company', 'private_person', 'association'];
export const LOCAL_AUTHORITIES = ['region', 'department', 'epci', 'commune'] as const satisfies readonly OwnerKind[];

export function isLocalAuthority(kind: OwnerKind | null): boolean {
  return kind !== null && (LOCAL_AUTHORITIES as readonly OwnerKind[]).includes(kind);
}

/** The declassification is proven by an act with its date and reference; a blank one proves nothing. */
export function isDeclassified({ status, declassification }: Pick<Property, 'status' | 'declassification'>): boolean {
  const said = declassification === null ? [] : [declassification.act, declassification.date, declassification.reference];
  return status === 'private_domain' && said.length > 0 && said.every((part) => part.trim() !== '');
}

export function regimeOf(property: Property): Regime {
  if (property.status === 'public_domain') return 'public';
  if (property.ownerKind !== null && PRIVATE_OWNERS.includes(property.ownerKind)) return 'private_owner';
  return isDeclassified(property) ? 'private' : 'unproven';
}
