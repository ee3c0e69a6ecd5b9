import { plainText } from './place-name.rules.js';

/** How many slips are forgiven: none in a word too short to be told from another, one in a name, two in a long one. */
const FORGIVEN = [
  { fromLetters: 9, slips: 2 },
  { fromLetters: 4, slips: 1 },
] as const;
export const SHORTEST_GUESSED = 4;

/** The words of a name without what people add, join or leave out at will: accents, capitals, hyphens. */
function wordsOf(name: string): string {
  return plainText(name)
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint');
}
const letters = (name: string) => wordsOf(name).replace(/ /g, '');

/** Spellings that French ears do not tell apart, in the order in which they are made one. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/e?au/g, 'o'],
  [/ph/g, 'f'],
  [/ch/g, '$'],
  [/[ae]i(?=[nm](?![aeiouynm]))/g, 'i'],
  [/y/g, 'i'],
  [/[ae]i/g, 'e'],
  [/e[nm](?=[^aeiounm])/g, 'an'],
  [/am(?=[bp])/g, 'an'],
  [/qu|q|c(?![ei])/g, 'k'],
  [/c/g, 's'],
  [/g(?=[ei])/g, 'j'],
  [/gu(?=[ei])/g, 'g'],
  [/z/g, 's'],
  [/w/g, 'v'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
  [/er$/, 'e'],
  // Written at the end of a word, and not said.
  [/(?<=.{3})[estdxp]+$/, ''],
];

/** A name as it sounds: “Chomont” and “Chaumont” are one. Only to compare, never to show. */
export function soundOf(name: string): string {
  const said = (word: string) => SAME_SOUND.reduce((sound, [spelt, heard]) => sound.replace(spelt, heard), word);
  return wordsOf(name).split(' ').map(said).join('');
}

/** Letters wrong, missing, added, or two neighbours exchanged: how many such slips part two words (optimal string alignment). */
export function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const wrong = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line[column] = Math.min(
        (above[column] ?? Infinity) + 1,
        (line[column - 1] ?? Infinity) + 1,
        (above[column - 1] ?? Infinity) + wrong,
        swapped ? (before[column - 2] ?? Infinity) + 1 : Infinity,
      );
    }
    before = above;
    above = line;
  }
  return above[other.length] ?? Infinity;
}

const forgivenIn = (typed: string) => FORGIVEN.find(({ fromLetters }) => typed.length >= fromLetters)?.slips ?? 0;

/**
 * How many slips part what was typed from a name, when it may be that name; null when it is another word. Who mistypes begins right:
 * a first letter that sounds otherwise is another name. Words that sound alike are one slip apart, however they are written.
 */
export function slipsFrom(typed: string, name: string): number | null {
  const [written, meant] = [letters(typed), letters(name)];
  const [said, heard] = [soundOf(typed), soundOf(name)];
  const forgiven = forgivenIn(written);
  if (forgiven === 0 || said[0] !== heard[0]) return null;
  const slips = slipsBetween(written, meant);
  if (said === heard && said.length >= SHORTEST_GUESSED) return Math.min(slips, 1);
  return slips <= forgiven ? slips : null;
}

/** The same for a name that is still being typed: whether it may begin so. */
export function mayBegin(typed: string, name: string): boolean {
  const [written, meant] = [letters(typed), letters(name)];
  const [said, heard] = [soundOf(typed), soundOf(name)];
  if (written.length < SHORTEST_GUESSED || said[0] !== heard[0]) return false;
  if (said.length >= SHORTEST_GUESSED && heard.startsWith(said)) return true;
  return [-1, 0, 1].some((more) => slipsBetween(written, meant.slice(0, written.length + more)) <= 1);
}
