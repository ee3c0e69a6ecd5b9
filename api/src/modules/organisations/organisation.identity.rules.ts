import { readSiret } from './siret.rules.js';
import type { LegalForm, OrganisationKind, PublicOwnerKind } from './organisation.vocabulary.js';

/** Owners that are one territory, of the kind of the same name. */
export const TERRITORIAL_OWNERS = ['region', 'department', 'epci', 'commune'] as const satisfies readonly PublicOwnerKind[];
type TerritorialOwner = (typeof TERRITORIAL_OWNERS)[number];

/** W, then the department's three digits (in overseas departments a 9, a letter and a digit), then six digits. Has no check digit. */
const RNA = /^W(\d{3}|9[A-Z]\d)\d{6}$/;

/** An RNA number as people write it, or null. */
export function readRna(text: string): string | null {
  const compact = text.replace(/[\s\u00a0\u202f.-]/g, '').toUpperCase();
  return RNA.test(compact) ? compact : null;
}

export type BodyNumber = { readonly siret: string } | { readonly rna: string };

/** What someone typed, if it is the number of a body: for searches that accept names and numbers alike. */
export function readBodyNumber(text: string): BodyNumber | null {
  const rna = readRna(text);
  if (rna !== null) return { rna };
  const { siret } = readSiret(text);
  return siret === null ? null : { siret };
}

export function isTerritorial(ownerKind: PublicOwnerKind | null): ownerKind is TerritorialOwner {
  return ownerKind !== null && (TERRITORIAL_OWNERS as readonly string[]).includes(ownerKind);
}

export interface Identity {
  readonly kind: OrganisationKind;
  readonly ownerKind: PublicOwnerKind | null;
  readonly legalForm: LegalForm | null;
  readonly siret: string | null;
  readonly rna: string | null;
  readonly territoryId: string | null;
}
export type IdentityFault =
  | 'owner-kind-needed'
  | 'legal-form-needed'
  | 'not-for-this-kind'
  | 'territory-needed'
  | 'territory-of-another-kind'
  | 'territory-not-for-this-owner'
  | 'siret-needed'
  | 'number-needed'
  | 'rna-for-associations'
  | 'siret-of-another-epci';

/** What is missing or contradictory in what a claimant gives: each field with its fault. An empty list is a body we can tell from others. */
export function identityFaults(body: Identity): [field: keyof Identity, fault: IdentityFault][] {
  return body.kind === 'public_owner' ? ownerFaults(body) : essFaults(body);
}

function ownerFaults({ ownerKind, legalForm, siret, rna, territoryId }: Identity): [keyof Identity, IdentityFault][] {
  const faults: [keyof Identity, IdentityFault][] = [];
  if (ownerKind === null) faults.push(['ownerKind', 'owner-kind-needed']);
  if (legalForm !== null) faults.push(['legalForm', 'not-for-this-kind']);
  if (rna !== null) faults.push(['rna', 'rna-for-associations']);
  if (!isTerritorial(ownerKind)) {
    if (territoryId !== null) faults.push(['territoryId', 'territory-not-for-this-owner']);
    if (ownerKind !== null && siret === null) faults.push(['siret', 'siret-needed']);
    return faults;
  }
  const [kind, code] = territoryId?.split(':') ?? [];
  if (territoryId === null) faults.push(['territoryId', 'territory-needed']);
  else if (kind !== ownerKind) faults.push(['territoryId', 'territory-of-another-kind']);
  // The code of an EPCI in the official code is its SIREN.
  else if (ownerKind === 'epci' && siret !== null && !siret.startsWith(String(code))) faults.push(['siret', 'siret-of-another-epci']);
  return faults;
}

function essFaults({ ownerKind, legalForm, siret, rna, territoryId }: Identity): [keyof Identity, IdentityFault][] {
  const faults: [keyof Identity, IdentityFault][] = [];
  if (legalForm === null) faults.push(['legalForm', 'legal-form-needed']);
  if (ownerKind !== null) faults.push(['ownerKind', 'not-for-this-kind']);
  if (territoryId !== null) faults.push(['territoryId', 'territory-not-for-this-owner']);
  if (rna !== null && legalForm !== null && legalForm !== 'association') faults.push(['rna', 'rna-for-associations']);
  // An association being declared, or of Alsace-Moselle, may have neither number yet: a moderator decides on its proof.
  if (siret === null && rna === null && legalForm !== null && legalForm !== 'association') faults.push(['siret', 'number-needed']);
  return faults;
}
