import { METHOD_VERSION } from './criteria/criteria.js';
import { KNOWN_COMMUNES, blankOption, documentedOption, repairWorkshop } from './verification/match.examples.js';
import { explain } from './engine/match.explanation.js';
import { rankSites } from './engine/match.order.js';
import type { NeedProfile, OptionProfile } from './engine/match.profile.js';
import { dice, randomNeed, randomOption } from './verification/match.random.js';
import { evaluate } from './engine/match.rules.js';
import { whatIfForNeed } from './engine/match.what-if.js';

/**
 * What one version of the method answers to stored inputs, word for word. Kept in `methods/<version>.json`, written once
 * and never again: a rule, a weight or a sentence that changes needs a new version, and its own file.
 */
export interface PinnedCase {
  readonly need: NeedProfile;
  readonly options: readonly OptionProfile[];
  readonly result: unknown;
}

export const pinnedPath = `api/src/modules/matching/methods/${METHOD_VERSION}.json`;

export function resultOf(need: NeedProfile, options: readonly OptionProfile[]): unknown {
  const evaluations = options.map((option) => evaluate(option, need));
  const listed = rankSites(evaluations);
  return {
    version: METHOD_VERSION,
    order: listed.map((one) => one.siteId),
    matches: listed.map((one) => ({ ...one, fr: explain(one, 'fr'), en: explain(one, 'en', 'owner') })),
    whatIf: whatIfForNeed(evaluations),
  };
}

export function pinnedCases(): PinnedCase[] {
  const workshop = { need: repairWorkshop, options: [documentedOption, blankOption] };
  const madeUp = [1, 2, 3].map((seed) => {
    const roll = dice(seed);
    return { need: randomNeed(roll, KNOWN_COMMUNES), options: Array.from({ length: 5 }, () => randomOption(roll, KNOWN_COMMUNES)) };
  });
  return [workshop, ...madeUp].map(({ need, options }) => ({ need, options, result: resultOf(need, options) }));
}
