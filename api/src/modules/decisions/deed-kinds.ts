import { DEEDS } from '../legal/deed.rules.js';
import type { DeedKind } from '../legal/legal.vocabulary.js';
import { DEED_WORDS, REMEDIES_WORDS } from '../legal/words/deed.words.js';

/** What papers in French call the deed: in the middle of a sentence. */
export function deedName(deed: DeedKind): string {
  const { title } = DEED_WORDS[deed].fr;
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

/** What each letter says of remedies, with the article: it depends on the deed, never on the letter. Calls are made by public owners. */
export function remediesOf(deed: DeedKind): readonly string[] {
  const { article, fr } = REMEDIES_WORDS[DEEDS[deed].remedies];
  return [`${fr.text} (${article})`];
}
