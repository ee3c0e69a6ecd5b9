import type { OwnerKind } from '../sites/site.vocabulary.js';
import { type Answer, DEED_KINDS, type DeedKind, type ReceiverForm } from './legal.vocabulary.js';
import { LOCAL_AUTHORITIES, type Property, regimeOf } from './property.rules.js';

const YEAR = 12;
/** Nothing may bind for ever. */
const NINETY_NINE_YEARS = 99 * YEAR;

export interface DeedRule {
  /** Null = any owner. */
  readonly owners: readonly OwnerKind[] | null;
  readonly property: 'public' | 'private' | 'both';
  readonly minMonths: number | null;
  /** Null = without a legal maximum; but never open-ended on the public domain. */
  readonly maxMonths: number | null;
  readonly endDateNeeded: boolean;
  readonly receivers: 'anyone' | 'micro_enterprises' | 'traders';
  readonly notOnRailwayPublicDomain?: true;
  /** Only by a solidarity land body (organisme de foncier solidaire). */
  readonly solidarityLandBodyOnly?: true;
  readonly sources: readonly string[];
  /** Which remedies text goes with it. */
  readonly remedies: RemediesId;
}

export const REMEDIES = ['public-contract', 'private-contract', 'private-owner'] as const;
export type RemediesId = (typeof REMEDIES)[number];

/** Deeds by which a place may be given for use, or sold (domain §2). */
export const DEEDS = {
  temporary_occupation: {
    owners: null,
    property: 'public',
    minMonths: null,
    maxMonths: 70 * YEAR,
    endDateNeeded: true,
    receivers: 'anyone',
    sources: ['CG3P L. 2122-1 à L. 2122-3', 'CG3P L. 2122-6', 'CGCT L. 1311-5'],
    remedies: 'public-contract',
  },
  administrative_emphyteutic_lease: {
    owners: LOCAL_AUTHORITIES,
    property: 'both',
    // The lease of C. rur. L. 451-1, which is for more than eighteen years.
    minMonths: 18 * YEAR + 1,
    maxMonths: NINETY_NINE_YEARS,
    endDateNeeded: true,
    receivers: 'anyone',
    notOnRailwayPublicDomain: true,
    sources: ['CGCT L. 1311-2', 'C. rur. L. 451-1'],
    remedies: 'public-contract',
  },
  emphyteutic_lease: {
    owners: null,
    property: 'private',
    minMonths: 18 * YEAR + 1,
    maxMonths: NINETY_NINE_YEARS,
    endDateNeeded: true,
    receivers: 'anyone',
    sources: ['C. rur. L. 451-1'],
    remedies: 'private-contract',
  },
  loan_for_use: {
    owners: null,
    property: 'private',
    minMonths: null,
    maxMonths: null,
    endDateNeeded: false,
    receivers: 'anyone',
    sources: ['C. civ. 1875 à 1891'],
    remedies: 'private-contract',
  },
  solidarity_lease: {
    owners: null,
    property: 'private',
    minMonths: 12 * YEAR,
    maxMonths: NINETY_NINE_YEARS,
    endDateNeeded: true,
    receivers: 'micro_enterprises',
    solidarityLandBodyOnly: true,
    sources: ['CCH L. 256-1 s.'],
    remedies: 'private-contract',
  },
  civil_lease: {
    owners: null,
    property: 'private',
    minMonths: null,
    maxMonths: NINETY_NINE_YEARS,
    endDateNeeded: false,
    receivers: 'anyone',
    sources: ['C. civ. 1709, 1713 s.'],
    remedies: 'private-contract',
  },
  commercial_lease: {
    owners: null,
    property: 'private',
    minMonths: 9 * YEAR,
    maxMonths: NINETY_NINE_YEARS,
    endDateNeeded: true,
    receivers: 'traders',
    sources: ['C. com. L. 145-1', 'C. com. L. 145-4'],
    remedies: 'private-contract',
  },
  short_commercial_lease: {
    owners: null,
    property: 'private',
    minMonths: null,
    maxMonths: 3 * YEAR,
    endDateNeeded: true,
    receivers: 'traders',
    sources: ['C. com. L. 145-5'],
    remedies: 'private-contract',
  },
  sale: {
    owners: null,
    property: 'private',
    minMonths: null,
    maxMonths: null,
    endDateNeeded: false,
    receivers: 'anyone',
    sources: ['CG3P L. 3111-1', 'CG3P L. 3211-1 s.'],
    remedies: 'private-contract',
  },
} as const satisfies Readonly<Record<DeedKind, DeedRule>>;

export interface DeedInputs extends Property {
  readonly railway: Answer;
  readonly solidarityLandBody: Answer;
  readonly receiver: {
    readonly form: ReceiverForm;
    /** Fewer than ten people, two million euros at most. */
    readonly microEnterprise: Answer;
    /** Entered in the register of commerce or of trades. */
    readonly trader: Answer;
  };
}

export const DEED_REFUSALS = [
  'deed-owner',
  'deed-owner-unknown',
  'deed-public-domain',
  'deed-private-domain',
  'deed-status-not-proven',
  'deed-railway',
  'deed-railway-unknown',
  'deed-receiver',
  'deed-receiver-unknown',
  'deed-solidarity-land-body',
] as const;
export type DeedRefusal = (typeof DEED_REFUSALS)[number];

export interface DeedAllowed {
  readonly deed: DeedKind;
  /** Null = may be chosen; else the first reason against it. Unknown is refused, and says which answer is missing. */
  readonly refusal: DeedRefusal | null;
  readonly rule: DeedRule;
}

/** Every deed, with why it may not be chosen for this owner, place and receiver; null = it may. */
export function deedsAllowed(inputs: DeedInputs): readonly DeedAllowed[] {
  return DEED_KINDS.map((deed) => ({ deed, refusal: whyNotDeed(deed, inputs), rule: DEEDS[deed] }));
}

export function whyNotDeed(deed: DeedKind, inputs: DeedInputs): DeedRefusal | null {
  const rule: DeedRule = DEEDS[deed];
  const { ownerKind, railway, solidarityLandBody, receiver } = inputs;
  const found = regimeOf(inputs);
  const regime = found === 'private_owner' ? 'private' : found;
  if (rule.owners !== null && ownerKind === null) return 'deed-owner-unknown';
  if (rule.owners !== null && ownerKind !== null && !rule.owners.includes(ownerKind)) return 'deed-owner';
  if (rule.property === 'private' && regime !== 'private') return regime === 'public' ? 'deed-public-domain' : 'deed-status-not-proven';
  if (rule.property === 'public' && regime === 'private') return 'deed-private-domain';
  if (rule.notOnRailwayPublicDomain && regime !== 'private' && railway !== 'no')
    return railway === 'yes' ? 'deed-railway' : 'deed-railway-unknown';
  if (rule.solidarityLandBodyOnly && solidarityLandBody !== 'yes') return 'deed-solidarity-land-body';
  return whyNotReceiver(rule, receiver);
}

function whyNotReceiver({ receivers }: DeedRule, { microEnterprise, trader }: DeedInputs['receiver']): DeedRefusal | null {
  if (receivers === 'anyone') return null;
  const answer = receivers === 'micro_enterprises' ? microEnterprise : trader;
  if (answer === 'yes') return null;
  return answer === 'no' ? 'deed-receiver' : 'deed-receiver-unknown';
}

export const TERM_REFUSALS = ['term-too-short', 'term-too-long', 'term-open-ended'] as const;
export type TermRefusal = (typeof TERM_REFUSALS)[number];

/** @param months null = open-ended */
export function whyNotTerm(deed: DeedKind, months: number | null): TermRefusal | null {
  const { minMonths, maxMonths, endDateNeeded }: DeedRule = DEEDS[deed];
  if (months === null) return endDateNeeded ? 'term-open-ended' : null;
  if (minMonths !== null && months < minMonths) return 'term-too-short';
  return maxMonths !== null && months > maxMonths ? 'term-too-long' : null;
}

/** Which remedies text a decision carries: it depends on the deed; between private persons none is owed. */
export function remediesOf(deed: DeedKind, property: Property): RemediesId {
  return regimeOf(property) === 'private_owner' ? 'private-owner' : DEEDS[deed].remedies;
}
