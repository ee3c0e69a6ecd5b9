import type { LegalForm, PublicOwnerKind } from '../organisation.vocabulary.js';

/**
 * Legal categories of the Sirene register (INSEE, “catégories juridiques”, level III) that say our word without doubt. A SCIC and an
 * ESS company have no category of their own: they are left unknown.
 */
const FORMS: readonly (readonly [pattern: RegExp, form: LegalForm])[] = [
  [/^92(1|2|3|6)\d$/, 'association'],
  [/^93\d\d$/, 'foundation'],
  [/^82\d\d$/, 'mutual'],
  [/^5[456]58$/, 'scop'],
  [/^5[456]60$/, 'cooperative'],
];
const OWNERS: readonly (readonly [pattern: RegExp, owner: PublicOwnerKind])[] = [
  [/^7210$/, 'commune'],
  [/^7220$/, 'department'],
  [/^7230$/, 'region'],
  [/^734[3468]$/, 'epci'],
  [/^71\d\d$/, 'state'],
];

export function legalFormOf(category: string | null): LegalForm | null {
  return FORMS.find(([pattern]) => pattern.test(category ?? ''))?.[1] ?? null;
}

export function ownerKindOf(category: string | null): PublicOwnerKind | null {
  return OWNERS.find(([pattern]) => pattern.test(category ?? ''))?.[1] ?? null;
}
