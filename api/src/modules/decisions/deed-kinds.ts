import type { EntityManager } from 'typeorm';
import { DEEDS } from '../legal/deed.rules.js';
import type { DeedKind } from '../legal/legal.vocabulary.js';
import type { LegalRulesService } from '../legal/rule-corrections.service.js';

export const DEFAULT_DEED: DeedKind = 'temporary_occupation';

/** What papers in French say of a deed. */
export interface DeedWords {
  /** In the middle of a sentence. */
  readonly name: string;
  /** With the article: it depends on the deed, never on the letter. Calls are made by public owners. */
  readonly remedies: readonly string[];
}

/** As the rules read today, corrections included: a paper keeps the words of the day it was made. */
export async function deedWords(tx: EntityManager, rules: LegalRulesService, deed: DeedKind): Promise<DeedWords> {
  const { title } = (await rules.current(tx, `deed:${deed}`)).fr;
  const { article, fr } = await rules.current(tx, `remedies:${DEEDS[deed].remedies}`);
  return { name: `${title.charAt(0).toLowerCase()}${title.slice(1)}`, remedies: [`${fr.text} (${article})`] };
}
