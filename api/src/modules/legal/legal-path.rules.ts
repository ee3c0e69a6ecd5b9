import {
  type Answer,
  type DeedKind,
  type Ground,
  GROUNDS_LISTED,
  type LEGAL_ROLES,
  type LENGTHS,
  type ORIGINS,
  type Path,
  type Step,
  type StrictReason,
} from './legal.vocabulary.js';
import { type Property, regimeOf } from './property.rules.js';

/** What is asked (domain §2). `unknown` and null are answers: they take the strict path. */
export interface LegalInputs extends Property {
  readonly role: (typeof LEGAL_ROLES)[number];
  /** The owner pays for, or orders, works or services for itself: public procurement. */
  readonly ordersForItself: Answer;
  readonly economic: Answer;
  readonly length: (typeof LENGTHS)[number];
  /** As many titles may be given as are asked for. */
  readonly unlimitedTitles: Answer;
  readonly origin: (typeof ORIGINS)[number];
  readonly deed: DeedKind | null;
  readonly ground: Ground | null;
  /** The considerations of law and of fact that a ground of L. 2122-1-3 must be given with. */
  readonly motive: string | null;
}

/** Inputs once the unknown has become strict: what the table is about. */
interface Facts {
  readonly power: 'held' | 'lacking';
  readonly procurement: 'yes' | 'no';
  readonly regime: 'public' | 'private' | 'private_owner';
  readonly economic: 'yes' | 'no';
  readonly lightened: 'yes' | 'no';
  readonly origin: 'called' | 'spontaneous';
  readonly right: 'use' | 'sale';
  readonly exception: 'none' | 'listed' | 'reasoned';
  readonly state: 'yes' | 'no';
}

/** One row of the decision table: the facts it is about (a fact left out may be anything), and what follows. */
export interface PathRule {
  readonly when: { readonly [Fact in keyof Facts]?: Facts[Fact] };
  readonly path: Path;
  readonly sources: readonly string[];
  readonly steps: readonly Step[];
}

const HELD = { power: 'held', procurement: 'no' } as const;
const PUBLIC_ECONOMIC = { ...HELD, regime: 'public', right: 'use', economic: 'yes' } as const;

/** The decision table. Rows exclude each other: every situation meets exactly one, whatever their order. */
export const PATH_RULES = {
  'no-power': { when: { power: 'lacking' }, path: 'may_not_award', sources: ['CG3P L. 2122-1-1', 'C. civ. 1599'], steps: ['answers'] },
  procurement: {
    when: { power: 'held', procurement: 'yes' },
    path: 'outside_tool',
    sources: ['CCP L. 1111-1', 'CCP L. 1121-1'],
    steps: ['answers'],
  },
  'private-owner': {
    when: { ...HELD, regime: 'private_owner' },
    path: 'no_duty',
    sources: ['C. civ. 537'],
    steps: ['answers', 'decision'],
  },
  'public-sale': {
    when: { ...HELD, regime: 'public', right: 'sale' },
    path: 'not_for_sale',
    sources: ['CG3P L. 3111-1'],
    steps: ['answers'],
  },
  'public-not-economic': {
    when: { ...HELD, regime: 'public', right: 'use', economic: 'no' },
    path: 'no_duty',
    sources: ['CG3P L. 2122-1', 'CG3P L. 2122-1-1'],
    steps: ['answers', 'decision'],
  },
  'public-ground-listed': {
    when: { ...PUBLIC_ECONOMIC, exception: 'listed' },
    path: 'direct_ground_listed',
    sources: ['CG3P L. 2122-1-2'],
    steps: ['answers', 'ground_recorded', 'decision'],
  },
  'public-ground-reasoned': {
    when: { ...PUBLIC_ECONOMIC, exception: 'reasoned' },
    path: 'direct_reasoned_and_published',
    sources: ['CG3P L. 2122-1-3'],
    steps: ['answers', 'ground_recorded', 'decision', 'motive_published'],
  },
  'public-spontaneous': {
    when: { ...PUBLIC_ECONOMIC, exception: 'none', origin: 'spontaneous' },
    path: 'publicity_first',
    sources: ['CG3P L. 2122-1-4'],
    steps: ['answers', 'publicity', 'window_over', 'decision'],
  },
  'public-called-short': {
    when: { ...PUBLIC_ECONOMIC, exception: 'none', origin: 'called', lightened: 'yes' },
    path: 'prior_publicity',
    sources: ['CG3P L. 2122-1-1 al. 2'],
    steps: ['answers', 'publicity', 'window_over', 'decision'],
  },
  'public-called': {
    when: { ...PUBLIC_ECONOMIC, exception: 'none', origin: 'called', lightened: 'no' },
    path: 'selection',
    sources: ['CG3P L. 2122-1-1'],
    steps: ['answers', 'publicity', 'window_over', 'impartial_selection', 'decision', 'result_published'],
  },
  'private-use': {
    when: { ...HELD, regime: 'private', right: 'use' },
    path: 'no_duty',
    sources: ['CE 2 déc. 2022, n° 460100'],
    steps: ['answers', 'decision'],
  },
  'private-sale-state': {
    when: { ...HELD, regime: 'private', right: 'sale', state: 'yes' },
    path: 'sale_with_competition',
    sources: ['CG3P R. 3211-2'],
    steps: ['answers', 'publicity', 'window_over', 'valuation', 'impartial_selection', 'decision', 'result_published'],
  },
  'private-sale': {
    when: { ...HELD, regime: 'private', right: 'sale', state: 'no' },
    path: 'sale_with_valuation',
    sources: ['CGCT L. 2241-1, L. 3213-2, L. 4221-4, L. 5211-37', 'CE 3 nov. 1997, n° 169473'],
    steps: ['answers', 'valuation', 'decision'],
  },
} as const satisfies Readonly<Record<string, PathRule>>;
export type PathRuleId = keyof typeof PATH_RULES;
export const PATH_RULE_IDS = Object.keys(PATH_RULES) as PathRuleId[];

export interface LegalOutcome {
  readonly rule: PathRuleId;
  readonly path: Path;
  readonly sources: readonly string[];
  readonly steps: readonly Step[];
  /** Answers that were missing or not proven, for which the strict path was taken; only those that changed something. */
  readonly strictBecause: readonly StrictReason[];
}

/** @returns the only path that the answers leave, and what it asks for */
export function legalPath(inputs: LegalInputs): LegalOutcome {
  const { facts, strictBecause } = strictly(inputs);
  const [rule] = rulesMet(facts);
  if (rule === undefined) throw new Error('The decision table leaves a situation without a path.');
  const { path, sources, steps } = PATH_RULES[rule];
  return {
    rule,
    path,
    sources,
    steps,
    strictBecause: strictBecause
      .filter(({ facts: about }) => about.some((fact) => fact in PATH_RULES[rule].when))
      .map(({ reason }) => reason),
  };
}

/** The rows that a situation meets: exactly one, which a test walks through. */
export function rulesMetBy(inputs: LegalInputs): readonly PathRuleId[] {
  return rulesMet(strictly(inputs).facts);
}

/** Prepared once: a test walks through every situation. */
const CONDITIONS = PATH_RULE_IDS.map((id) => ({ id, when: Object.entries(PATH_RULES[id].when) as [keyof Facts, string][] }));

function rulesMet(facts: Facts): PathRuleId[] {
  return CONDITIONS.filter(({ when }) => when.every(([fact, value]) => facts[fact] === value)).map(({ id }) => id);
}

type Doubt = { readonly reason: StrictReason; readonly facts: readonly (keyof Facts)[] };

function strictly(inputs: LegalInputs): { readonly facts: Facts; readonly strictBecause: readonly Doubt[] } {
  const { role, ordersForItself, ownerKind, status, economic, length, unlimitedTitles, origin, deed } = inputs;
  const regime = regimeOf(inputs);
  const { exception, doubt } = exceptionOf(inputs);
  const lightened = length === 'short' || unlimitedTitles === 'yes';
  const facts: Facts = {
    power: role === 'owns' || role === 'manages' ? 'held' : 'lacking',
    procurement: ordersForItself === 'no' ? 'no' : 'yes',
    regime: regime === 'unproven' ? 'public' : regime,
    economic: economic === 'no' ? 'no' : 'yes',
    lightened: lightened ? 'yes' : 'no',
    origin,
    right: deed === 'sale' || (deed === null && regime === 'private') ? 'sale' : 'use',
    exception,
    state: ownerKind === 'state' || ownerKind === null ? 'yes' : 'no',
  };
  const doubts: [boolean, StrictReason, ...(keyof Facts)[]][] = [
    [role === 'unknown', 'role-unknown', 'power'],
    [ordersForItself === 'unknown', 'procurement-unknown', 'procurement'],
    [regime === 'unproven' && status === 'unknown', 'status-unknown', 'regime'],
    [regime === 'unproven' && status === 'private_domain', 'declassification-not-proven', 'regime'],
    [economic === 'unknown', 'economic-unknown', 'economic'],
    [length === 'unknown' && !lightened, 'length-unknown', 'lightened'],
    [unlimitedTitles === 'unknown' && !lightened, 'titles-unknown', 'lightened'],
    [ownerKind === null, 'owner-unknown', 'state'],
    [deed === null && regime === 'private', 'deed-unknown', 'right'],
    [doubt !== null, doubt ?? 'motive-missing', 'exception'],
  ];
  return { facts, strictBecause: doubts.filter(([isSo]) => isSo).map(([, reason, ...about]) => ({ reason, facts: about })) };
}

/** A ground counts only under its own conditions: a motive in writing, or a year at most. */
function exceptionOf({ ground, motive, length }: LegalInputs): {
  readonly exception: Facts['exception'];
  readonly doubt: StrictReason | null;
} {
  if (ground === null) return { exception: 'none', doubt: null };
  if (ground === 'urgency' && length !== 'short' && length !== 'within_year') return { exception: 'none', doubt: 'urgency-over-a-year' };
  if (isListed(ground)) return { exception: 'listed', doubt: null };
  return (motive ?? '').trim() === '' ? { exception: 'none', doubt: 'motive-missing' } : { exception: 'reasoned', doubt: null };
}

export const isListed = (ground: Ground): boolean => (GROUNDS_LISTED as readonly string[]).includes(ground);
/** What a direct grant must be given with, and made public. */
