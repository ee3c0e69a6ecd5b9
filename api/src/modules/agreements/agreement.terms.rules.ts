import { DEEDS, type DeedInputs, whyNotDeed, whyNotTerm } from '../legal/deed.rules.js';
import { type FeeGroundId, feeGrounds } from '../legal/fee.rules.js';
import { type Answer, DEED_KINDS, type DeedKind, type ReceiverForm } from '../legal/legal.vocabulary.js';
import type { Property } from '../legal/property.rules.js';
import { monthsBetween, monthsCovering } from './agreement-days.rules.js';

export const CONDITION_KINDS = [
  'insurance',
  'safety_commission',
  'council_vote',
  'building_permit',
  'deposit_paid',
  'works_done',
  'inventory',
  'other',
] as const;

/** What the law must be told to know which deeds and grounds are open; `unknown` takes the strict reading. */
export interface LawAnswers {
  readonly status: Property['status'];
  readonly declassification: Property['declassification'];
  readonly railway: Answer;
  readonly economic: Answer;
  readonly generalInterest: Answer;
  readonly microEnterprise: Answer;
  readonly trader: Answer;
  readonly solidarityLandBody: Answer;
}

/** What an agreement says; null = not agreed yet. */
export interface Terms {
  readonly law: LawAnswers;
  readonly deed: DeedKind | null;
  readonly object: string | null;
  readonly use: string | null;
  readonly premises: readonly string[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly openEnded: boolean;
  readonly rent: 'paid' | 'free' | null;
  readonly rentCentsPerYear: number | null;
  readonly freeGround: FeeGroundId | null;
  readonly freeMotive: string | null;
  readonly chargesCentsPerYear: number | null;
  readonly depositCents: number | null;
  readonly noticeMonths: number | null;
  readonly reportsYearly: boolean;
  readonly conditions: readonly { readonly id: string; readonly kind: (typeof CONDITION_KINDS)[number]; readonly label: string }[];
  readonly clauses: string | null;
  readonly ownerSigner: string | null;
  readonly occupantSigner: string | null;
}

export const TERM_LACKS = [
  'deed',
  'object',
  'use',
  'startsOn',
  'endsOn',
  'rent',
  'rentCentsPerYear',
  'freeGround',
  'freeMotive',
  'noticeMonths',
  'ownerSigner',
  'occupantSigner',
] as const;
export type TermLack = (typeof TERM_LACKS)[number];

/** What the draft still lacks, in the order of its page. */
export function termLacks(terms: Terms): TermLack[] {
  const needless: readonly TermLack[] = [
    ...(terms.openEnded ? (['endsOn'] as const) : []),
    ...(terms.rent === 'paid' ? [] : (['rentCentsPerYear'] as const)),
    ...(terms.rent === 'free' ? [] : (['freeGround', 'freeMotive'] as const)),
  ];
  return TERM_LACKS.filter((field) => terms[field] === null && !needless.includes(field));
}

/** The two bodies, as the law looks at them. */
export interface Parties {
  readonly ownerKind: Property['ownerKind'];
  readonly occupantForm: string | null;
}

const FORMS: Readonly<Record<string, ReceiverForm>> = {
  scic: 'cooperative',
  scop: 'cooperative',
  cooperative: 'cooperative',
  foundation: 'foundation',
  ess_company: 'company',
};

export function receiverForm(occupantForm: string | null, generalInterest: Answer): ReceiverForm {
  if (occupantForm === 'association') return generalInterest === 'yes' ? 'association_general_interest' : 'association';
  return FORMS[occupantForm ?? ''] ?? 'unknown';
}

function deedInputs({ ownerKind, occupantForm }: Parties, { law }: Pick<Terms, 'law'>): DeedInputs {
  const { status, declassification, railway, solidarityLandBody, generalInterest, microEnterprise, trader } = law;
  const receiver = { form: receiverForm(occupantForm, generalInterest), microEnterprise, trader };
  return { ownerKind, status, declassification, railway, solidarityLandBody, receiver };
}

/** A place that is sold is no longer lent: a sale is no agreement to follow. */
const DEEDS_FOR_USE = DEED_KINDS.filter((deed) => deed !== 'sale');

export interface DeedOpen {
  readonly deed: DeedKind;
  readonly minMonths: number | null;
  readonly maxMonths: number | null;
  readonly endDateNeeded: boolean;
  readonly sources: readonly string[];
}

/** The deeds that the table allows for this owner, place and occupant. */
export function deedsOpen(parties: Parties, terms: Pick<Terms, 'law'>): DeedOpen[] {
  const inputs = deedInputs(parties, terms);
  return DEEDS_FOR_USE.filter((deed) => whyNotDeed(deed, inputs) === null).map((deed) => {
    const { minMonths, maxMonths, endDateNeeded, sources } = DEEDS[deed];
    return { deed, minMonths, maxMonths, endDateNeeded, sources };
  });
}

export function groundsOpen({ ownerKind, occupantForm }: Parties, { law, deed }: Pick<Terms, 'law' | 'deed'>) {
  const { status, declassification, economic, generalInterest } = law;
  const receiver = receiverForm(occupantForm, generalInterest);
  return feeGrounds({ ownerKind, status, declassification, receiver, economic, deed })
    .grounds.filter(({ open }) => open === 'yes')
    .map(({ id, sources }) => ({ ground: id, sources }));
}

export const BOUND_RULES = [
  'dates-in-order',
  'deed-not-open',
  'term-open-ended',
  'term-too-short',
  'term-too-long',
  'ground-not-open',
] as const;
export interface BoundCrossed {
  readonly rule: (typeof BOUND_RULES)[number];
  /** The articles that say so. */
  readonly sources: readonly string[];
  readonly months: number | null;
}

/** The first bound of the law that these terms cross, or null. What is not said yet crosses nothing. */
export function boundCrossed(parties: Parties, terms: Terms): BoundCrossed | null {
  const { deed, startsOn, endsOn, openEnded, rent, freeGround } = terms;
  const hasTerm = startsOn !== null && endsOn !== null;
  if (hasTerm && endsOn < startsOn) return { rule: 'dates-in-order', sources: [], months: null };
  if (deed !== null) {
    const { sources, minMonths, maxMonths } = DEEDS[deed];
    if (!deedsOpen(parties, terms).some((one) => one.deed === deed)) return { rule: 'deed-not-open', sources, months: null };
    if (openEnded && whyNotTerm(deed, null) !== null) return { rule: 'term-open-ended', sources, months: null };
    if (hasTerm && !openEnded) {
      if (whyNotTerm(deed, monthsBetween(startsOn, endsOn)) === 'term-too-short')
        return { rule: 'term-too-short', sources, months: minMonths };
      if (whyNotTerm(deed, monthsCovering(startsOn, endsOn)) === 'term-too-long')
        return { rule: 'term-too-long', sources, months: maxMonths };
    }
  }
  if (rent !== 'free' || freeGround === null || groundsOpen(parties, terms).some(({ ground }) => ground === freeGround)) return null;
  return { rule: 'ground-not-open', sources: ['CG3P L. 2125-1'], months: null };
}
