import { DEED_WORDS, REMEDIES_WORDS } from './deed.words.js';
import { FEE_WARNING_WORDS, FEE_WORDS, OTHER_WORDS } from './fee.words.js';
import { GROUND_WORDS } from './ground.words.js';
import { PATH_WORDS } from './path.words.js';
import type { RuleWords } from './rule.words.js';

/** Sections of the page on the law, in its order. */
const SECTIONS = {
  path: PATH_WORDS,
  ground: GROUND_WORDS,
  deed: DEED_WORDS,
  fee: FEE_WORDS,
  warning: FEE_WARNING_WORDS,
  remedies: REMEDIES_WORDS,
  other: OTHER_WORDS,
} as const;
export type RuleSection = keyof typeof SECTIONS;
export const RULE_SECTIONS = Object.keys(SECTIONS) as RuleSection[];

/** `path:public-called`: by it a correction names its rule. */
export type RuleKey = `${RuleSection}:${string}`;

export interface KeyedRule {
  readonly key: RuleKey;
  readonly section: RuleSection;
  readonly words: RuleWords;
}

export const LEGAL_RULES: readonly KeyedRule[] = RULE_SECTIONS.flatMap((section) =>
  Object.entries(SECTIONS[section]).map(([id, words]: [string, RuleWords]) => ({ key: `${section}:${id}` as const, section, words })),
);

export function ruleOf(key: string): KeyedRule | null {
  return LEGAL_RULES.find((rule) => rule.key === key) ?? null;
}
