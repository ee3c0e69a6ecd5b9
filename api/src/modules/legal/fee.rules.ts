import type { OwnerKind } from '../sites/site.vocabulary.js';
import type { Answer, DeedKind, ReceiverForm } from './legal.vocabulary.js';
import { isLocalAuthority, type Property, regimeOf } from './property.rules.js';

export interface FeeInputs extends Property {
  readonly receiver: ReceiverForm;
  readonly economic: Answer;
  readonly deed: DeedKind | null;
}

interface FeeGroundRule {
  readonly property: 'public' | 'private';
  /** Null = any. */
  readonly owners: readonly OwnerKind[] | null;
  readonly receivers: readonly ReceiverForm[] | null;
  readonly deeds: readonly DeedKind[] | null;
  readonly sources: readonly string[];
}

/** Grounds for which a place may be had for nothing, or for less than it is worth. Without one, the fee is due. */
export const FEE_GROUNDS = {
  'association-general-interest': {
    property: 'public',
    owners: null,
    receivers: ['association_general_interest'],
    deeds: null,
    sources: ['CG3P L. 2125-1'],
  },
  'association-communal-domain': {
    property: 'public',
    owners: ['commune'],
    receivers: ['association', 'association_general_interest'],
    deeds: null,
    sources: ['CG3P L. 2125-1-2'],
  },
  'loan-for-use': {
    property: 'private',
    owners: null,
    receivers: null,
    deeds: ['loan_for_use'],
    sources: ['C. civ. 1876'],
  },
  'general-interest-with-counterpart': {
    property: 'private',
    owners: null,
    receivers: null,
    deeds: ['civil_lease', 'commercial_lease', 'short_commercial_lease', 'emphyteutic_lease', 'solidarity_lease', 'sale'],
    sources: ['CE 3 nov. 1997, n° 169473', 'CE 28 sept. 2021, n° 431625'],
  },
} as const satisfies Readonly<Record<string, FeeGroundRule>>;
export type FeeGroundId = keyof typeof FEE_GROUNDS;

export const FEE_WARNINGS = ['state-aid', 'not-the-associations-ground', 'deliberation'] as const;
export type FeeWarning = (typeof FEE_WARNINGS)[number];
const WARNING_SOURCES: Readonly<Record<FeeWarning, readonly string[]>> = {
  'state-aid': ['CGCT L. 1511-3', 'TFUE 107', 'règlement (UE) 2023/2831'],
  'not-the-associations-ground': ['CG3P L. 2125-1'],
  deliberation: ['CGCT L. 2121-29'],
};

export interface FeeOutcome {
  /** What is due without a ground. */
  readonly due: { readonly kind: 'fee' | 'rent'; readonly sources: readonly string[] };
  readonly grounds: readonly { readonly id: FeeGroundId; readonly open: 'yes' | 'no' | 'unknown'; readonly sources: readonly string[] }[];
  readonly warnings: readonly { readonly id: FeeWarning; readonly sources: readonly string[] }[];
}

const COMMERCIAL_FORMS: readonly ReceiverForm[] = ['cooperative', 'company'];

/** Which grounds are open to this owner, property, receiver and deed; `unknown` = it depends on an answer that is missing. */
export function feeGrounds(inputs: FeeInputs): FeeOutcome {
  const regime = regimeOf(inputs);
  const property = regime === 'private' || regime === 'private_owner' ? 'private' : 'public';
  const grounds = (Object.keys(FEE_GROUNDS) as FeeGroundId[]).map((id) => ({
    id,
    open: isOpen(FEE_GROUNDS[id], inputs, property),
    sources: FEE_GROUNDS[id].sources,
  }));
  const warns: Readonly<Record<FeeWarning, boolean>> = {
    'state-aid': regime !== 'private_owner' && inputs.economic !== 'no',
    'not-the-associations-ground': property === 'public' && COMMERCIAL_FORMS.includes(inputs.receiver),
    deliberation: inputs.ownerKind === null || isLocalAuthority(inputs.ownerKind),
  };
  return {
    due:
      property === 'private' ? { kind: 'rent', sources: ['C. civ. 1709'] } : { kind: 'fee', sources: ['CG3P L. 2125-1', 'CG3P L. 2125-3'] },
    grounds,
    warnings: FEE_WARNINGS.filter((id) => warns[id]).map((id) => ({ id, sources: WARNING_SOURCES[id] })),
  };
}

function isOpen(rule: FeeGroundRule, { ownerKind, receiver, deed }: FeeInputs, property: 'public' | 'private'): 'yes' | 'no' | 'unknown' {
  const parts = [
    rule.property === property ? 'yes' : 'no',
    among(rule.owners, ownerKind),
    among(rule.receivers, receiver === 'unknown' ? null : receiver),
    among(rule.deeds, deed),
  ] as const;
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

function among<Word extends string>(words: readonly Word[] | null, word: Word | null): 'yes' | 'no' | 'unknown' {
  if (words === null) return 'yes';
  if (word === null) return 'unknown';
  return words.includes(word) ? 'yes' : 'no';
}
