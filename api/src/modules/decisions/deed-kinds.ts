import type { EntityManager } from 'typeorm';
import { type DeedRule, DEEDS } from '../legal/deed.rules.js';
import type { DeedKind } from '../legal/legal.vocabulary.js';
import type { LegalRulesService } from '../legal/rule-corrections.service.js';

export const DEFAULT_DEED: DeedKind = 'temporary_occupation';

/** What papers in French say of a deed. */
export interface DeedWords {
  /** In the middle of a sentence. */
  readonly name: string;
  /** With the article: it depends on the deed, never on the letter. Calls are made by public owners. */
  readonly remedies: readonly string[];
  /** By which the deed is governed, as the rule reads today. */
  readonly article: string;
  readonly property: DeedRule['property'];
}

/** As the rules read today, corrections included: a paper keeps the words of the day it was made. */
export async function deedWords(tx: EntityManager, rules: LegalRulesService, deed: DeedKind): Promise<DeedWords> {
  const { property, remedies }: DeedRule = DEEDS[deed];
  const rule = await rules.current(tx, `deed:${deed}`);
  const { title } = rule.fr;
  const { article, fr } = await rules.current(tx, `remedies:${remedies}`);
  return {
    name: `${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    remedies: [`${fr.text} (${article})`],
    article: rule.article,
    property,
  };
}
