/** Crockford’s alphabet: no letter that reads like a digit or another letter. 32 of them, so each byte gives one without bias. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CHARACTERS = 16;
export const RECOVERY_CODES = 10;
/** 16 characters of 5 bits: 80 bits, beyond guessing, so that a plain hash protects them. */
export const RECOVERY_CODE_BYTES = CHARACTERS;

/** @param random {@link RECOVERY_CODE_BYTES} random bytes. @returns e.g. `7k2m-xp0d-9trw-4hbq` */
export function recoveryCodeOf(random: Uint8Array): string {
  const characters = [...random].slice(0, CHARACTERS).map((byte) => ALPHABET[byte % ALPHABET.length]);
  return (characters.join('').match(/.{4}/g) ?? []).join('-');
}

/** However it is typed: capitals, blanks or no dashes, O for 0 and L or I for 1. */
export function normaliseRecoveryCode(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
}

/** Six digits, perhaps in two groups: what the application shows. */
export function totpOf(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}
