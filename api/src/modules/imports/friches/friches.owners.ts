import type { OwnerKind } from '../../sites/site.vocabulary.js';
import { plainText } from '../../territories/place-name.rules.js';

/** Classes of owners of the land files (Cerema, level 3): longest prefix first. `null` = a legal person of no kind of ours. */
const KIND_OF_CLASS: readonly (readonly [prefix: string, kind: OwnerKind | null])[] = [
  ['P1b', 'state'], ['P2', 'region'], ['P3', 'department'], ['P4a', 'epci'], ['P5', 'commune'], ['P', 'other_public'],
  ['R2a', 'sncf'], ['R2b', 'other_public'], ['R4', 'other_public'], ['R', 'company'],
  ['F1', 'social_landlord'], ['F2', 'epf'], ['F4', 'company'], ['F5b', 'other_public'], ['F7g', 'other_public'], ['F', 'company'],
  ['A1g', 'other_public'], ['A1', 'company'], ['A2c', 'other_public'], ['A3a', 'association'], ['A3', 'other_public'], ['A4', 'company'],
  ['E1', 'other_public'], ['E2', 'other_public'], ['S1a', 'other_public'], ['S2b', 'other_public'],
  ['G1', 'company'], ['L1a', 'company'], ['L1b', 'company'], ['L3a', 'other_public'], ['L4', 'association'],
  ['M2', 'other_public'], ['X', 'private_person'], ['Z4a', 'other_public'], ['Z', 'company'],
]; // prettier-ignore

export interface Owners {
  readonly kind: OwnerKind | null;
  /** Legal persons only. */
  readonly name: string | null;
  readonly classes: readonly string[];
  /** True as soon as one owner is, or may be behind a masked name, a natural person; null when the source names none. */
  readonly touchesNaturalPerson: true | null;
  readonly nameDropped: boolean;
}

/** How the land files mask the names of people. */
const MASK = '_X_';

/** Who owns, from the three cells that say it. One natural person among the owners is enough: then no name is kept. */
export function readOwners(classes: readonly string[], persons: readonly string[], names: readonly string[]): Owners {
  const codes = classes.filter((code) => /^[A-Z]\d[a-z]$/i.test(code));
  const touches =
    codes.some((code) => /^x/i.test(code)) ||
    persons.some((person) => plainText(person).includes('personne physique')) ||
    names.includes(MASK);
  const kinds = new Set(codes.map(kindOfClass));
  const kind = kinds.size === 1 ? ([...kinds][0] ?? null) : null;
  const legal = names.filter((name) => name !== MASK);
  const alone = touches && persons.length <= 1 && codes.length === 0;
  return {
    kind: kind ?? (alone ? 'private_person' : null),
    name: touches || legal.length === 0 ? null : legal.join(' | '),
    classes: codes,
    touchesNaturalPerson: touches ? true : null,
    nameDropped: touches && legal.length > 0,
  };
}

function kindOfClass(code: string): OwnerKind | null {
  return KIND_OF_CLASS.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null;
}
