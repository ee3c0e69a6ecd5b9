/** What a new password must be: long, and not among those tried first. Nothing about capitals, digits or symbols (NIST SP 800-63B § 3.1.1). */

export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;

export type WeakPassword = 'too-short' | 'too-long' | 'common' | 'repeated' | 'sequence' | 'personal';

export interface PasswordContext {
  /** Is this word, in lower case without accents, a common password or an ordinary word? */
  readonly isCommon: (word: string) => boolean;
  /** The person's address and name: the first things tried. */
  readonly personal: readonly string[];
}

const ENOUGH_LEFT = 8;
const FEW_CHARACTERS = 5;
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'azertyuiop', 'qsdfghjklm', 'wxcvbn', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const BOTH_WAYS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
const RUN = 4;
const DISGUISES: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '€': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};
const PRODUCT = ['terraindentente', 'terrain', 'entente'];

/** One way to write each character, so that a keyboard's way of composing accents does not lock anyone out. */
export function normalisePassword(password: string): string {
  return password.normalize('NFC');
}

/** Why this password would be guessed, or null. @param password as {@link normalisePassword} gives it */
export function whyWeak(password: string, { isCommon, personal }: PasswordContext): WeakPassword | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.min) return 'too-short';
  if (length > PASSWORD_LENGTH.max) return 'too-long';
  const folded = fold(password);
  const unit = repeatedUnit(folded);
  if (unit.length < ENOUGH_LEFT) return 'repeated';
  if (isCommon(folded) || isCommon(unit)) return 'common';
  if (new Set(folded).size < FEW_CHARACTERS) return 'repeated';
  if (withoutRuns(folded).length < RUN + 2) return 'sequence';
  if (cores(folded).some((core) => core.length >= RUN && isCommon(core))) return 'common';
  const left = personalWords(personal).reduce((text, word) => text.replaceAll(word, ''), folded);
  return left !== folded && left.replace(/[^\p{L}\p{N}]/gu, '').length < ENOUGH_LEFT ? 'personal' : null;
}

/** Lower case, without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The shortest beginning whose repetition gives the whole: `ab` for `ababa`. */
function repeatedUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
}

/** What is left once alphabet, counting and keyboard rows are taken out. */
function withoutRuns(text: string): string {
  const isInRun = Array.from(text, () => false);
  for (let at = 0; at + RUN <= text.length; at += 1) {
    const part = text.slice(at, at + RUN);
    if (BOTH_WAYS.some((row) => row.includes(part))) isInRun.fill(true, at, at + RUN);
  }
  return text
    .split('')
    .filter((_character, at) => isInRun[at] !== true)
    .join('');
}

/** The word inside `Soleil2026!!` and `P@ssw0rd1234`: digits and signs around it taken off, then disguised letters put back. */
function cores(text: string): string[] {
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const undisguised = [...bare].map((character) => DISGUISES[character] ?? character).join('');
  return [bare, undisguised].map((core) => repeatedUnit(core.replace(/[\s_.-]/g, '')));
}

function personalWords(personal: readonly string[]): string[] {
  const words = personal.flatMap((text) => [fold(text), ...fold(text).split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set([...words, ...PRODUCT])].filter((word) => word.length >= RUN).sort((a, b) => b.length - a.length);
}
