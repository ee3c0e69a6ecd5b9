import type { OwnerKind } from '../sites/site.vocabulary.js';
import type { LegalAnswers } from './legal.schemas.js';

export interface Sheet {
  readonly role: LegalAnswers['role'] | null;
  readonly status: 'public_domain' | 'private_domain' | null;
  readonly ownerKind: OwnerKind | null;
  readonly act: string | null;
  readonly actDate: string | null;
  readonly actReference: string | null;
}

/** What the sheets of several places have in common; where they differ the strictest stands, and what none says is unknown. */
export function suggestedAnswers(sheets: readonly Sheet[]): LegalAnswers {
  const [first] = sheets;
  const same = <K extends keyof Sheet>(key: K): Sheet[K] | null =>
    first !== undefined && sheets.every((sheet) => sheet[key] === first[key]) ? first[key] : null;
  const weakest = (['signals', 'lists'] as const).find((role) => sheets.some((sheet) => sheet.role === role));
  const isPublic = sheets.some(({ status }) => status === 'public_domain');
  const isPrivate = sheets.length > 0 && sheets.every(({ status }) => status === 'private_domain');
  const [act, date, reference] = [same('act'), same('actDate'), same('actReference')];
  return {
    role: weakest ?? same('role') ?? 'unknown',
    ordersForItself: 'unknown',
    ownerKind: same('ownerKind'),
    status: isPublic ? 'public_domain' : isPrivate ? 'private_domain' : 'unknown',
    declassification: isPrivate && act !== null && date !== null && reference !== null ? { act, date, reference } : null,
    economic: 'unknown',
    length: 'unknown',
    unlimitedTitles: 'unknown',
    deed: null,
    ground: null,
    motive: null,
    proof: null,
  };
}

/** A role recorded for a place cannot be answered away: whoever only lists or signals it may not award it. */
export function isRoleContradicted(answers: Pick<LegalAnswers, 'role'>, sheets: readonly Pick<Sheet, 'role'>[]): boolean {
  const claims = answers.role === 'owns' || answers.role === 'manages';
  return claims && sheets.some(({ role }) => role === 'lists' || role === 'signals');
}
