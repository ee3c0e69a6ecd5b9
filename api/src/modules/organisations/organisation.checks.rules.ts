import { plainText } from '../territories/place-name.rules.js';

/** One fact as the claimant declares it, beside what a register says. */
export interface FactCheck {
  readonly fact: 'name' | 'legalForm' | 'ownerKind' | 'commune' | 'siret' | 'rna' | 'siren' | 'active';
  readonly declared: string | null;
  readonly register: string | null;
  /** Null: one of the two says nothing, so they cannot differ. */
  readonly same: boolean | null;
}

export interface Declared {
  readonly name: string;
  readonly legalForm: string | null;
  readonly ownerKind: string | null;
  readonly commune: string | null;
  readonly siret: string | null;
  readonly rna: string | null;
}
export interface Registered extends Declared {
  readonly active: boolean | null;
}

/**
 * How the SIREN of local authorities begins: 21 communes, 22 departments, 23 regions, 24 groupings, and 20 for those made since 2008
 * or so. A sign for the moderator, not a proof.
 */
const SIREN_BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  commune: ['21', '20'],
  department: ['22', '20'],
  region: ['23', '20'],
  epci: ['24', '20'],
};

/** What a moderator looks at, differences marked. Words are compared without case, accents or punctuation. */
export function factChecks(declared: Declared, register: Registered | null): FactCheck[] {
  const compared = (['name', 'legalForm', 'ownerKind', 'commune', 'siret', 'rna'] as const)
    .map((fact): FactCheck => {
      const [said, written] = [declared[fact], register?.[fact] ?? null];
      return {
        fact,
        declared: said,
        register: written,
        same: said === null || written === null ? null : plainText(said) === plainText(written),
      };
    })
    .filter(({ declared: said, register: written }) => said !== null || written !== null);
  const beginnings = SIREN_BEGINNINGS[declared.ownerKind ?? ''];
  if (declared.siret !== null && beginnings !== undefined) {
    const begins = declared.siret.slice(0, 2);
    compared.push({ fact: 'siren', declared: begins, register: beginnings.join(', '), same: beginnings.includes(begins) });
  }
  if (register?.active === false) compared.push({ fact: 'active', declared: null, register: 'closed', same: false });
  return compared;
}
