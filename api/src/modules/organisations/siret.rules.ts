/** La Poste has too many offices for the usual key: the digits of its SIRET add up to a multiple of five instead. */
const LA_POSTE_SIREN = '356000000';

export type ReadSiret =
  | { readonly siret: string; readonly how: 'as_written' | 'zero_restored' }
  | { readonly siret: null; readonly how: 'missing' | 'ruined' | 'malformed' | 'wrong_key' };

/** A SIRET as people and spreadsheets write it: blanks and dots between digits, a leading zero lost, a number turned into 8,07E+13. */
export function readSiret(text: string): ReadSiret {
  const compact = text.replace(/[\s\u00a0\u202f.'-]/g, '');
  if (compact === '') return { siret: null, how: 'missing' };
  if (/^\d+(,\d+)?E\+\d+$/i.test(compact)) return { siret: null, how: 'ruined' };
  if (!/^\d{12,14}$/.test(compact)) return { siret: null, how: 'malformed' };
  const siret = compact.padStart(14, '0');
  if (!hasSoundKey(siret)) return { siret: null, how: compact.length === 14 ? 'wrong_key' : 'malformed' };
  return { siret, how: compact.length === 14 ? 'as_written' : 'zero_restored' };
}

/** Fourteen digits whose key is right (Luhn). */
export function hasSoundKey(siret: string): boolean {
  if (!/^\d{14}$/.test(siret) || /^0+$/.test(siret)) return false;
  const digits = [...siret].map(Number);
  if (siret.startsWith(LA_POSTE_SIREN) && sum(digits) % 5 === 0) return true;
  return sum(digits.map((digit, at) => (at % 2 === 0 ? doubled(digit) : digit))) % 10 === 0;
}

const doubled = (digit: number): number => (digit > 4 ? digit * 2 - 9 : digit * 2);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
