import { dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as french } from '@zxcvbn-ts/language-fr';
import { fold } from './password.rules.js';

const LISTS = [common['passwords-common'], french['commonWords-fr'], french['firstnames-fr'], french['lastnames-fr']];
let words: Set<string> | null = null;

/** Fifty thousand passwords from leaks, French words and names. Made at first use: starting the program does not need it. */
export function isCommonWord(word: string): boolean {
  words ??= new Set(LISTS.flatMap((list) => list.map((entry) => fold(entry))));
  return words.has(word);
}
