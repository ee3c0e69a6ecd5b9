import type { Fields } from '../../../platform/field-changes.js';
import type { SiteState } from '../site.vocabulary.js';

/** Reasons of this module; each is a code of the problem table. */
export const SITE_MERGE_REFUSALS = [
  'site-merge-itself',
  'site-already-merged',
  'site-state-forbids',
  'site-merge-in-procedure',
  'site-merge-other-way',
  'site-merge-would-hide',
] as const;
export type SiteMergeRefusal = (typeof SITE_MERGE_REFUSALS)[number];

export interface MergeFacts {
  readonly id: string;
  readonly state: SiteState;
  readonly mergedInto: string | null;
}

const IN_PROCEDURE: readonly SiteState[] = ['under_interest', 'under_call', 'awarded', 'occupied'];
const SHOWN: readonly SiteState[] = ['published', ...IN_PROCEDURE];

/** Why `other` may not go into `stays`. What the public sees, or an owner keeps, never ends in a sheet that it does not see or nobody keeps. */
export function whyNotMerge(stays: MergeFacts, other: MergeFacts): SiteMergeRefusal | null {
  if (stays.id === other.id) return 'site-merge-itself';
  if (stays.mergedInto !== null || other.mergedInto !== null) return 'site-already-merged';
  if (stays.state === 'closed') return 'site-state-forbids';
  if (IN_PROCEDURE.includes(other.state)) return IN_PROCEDURE.includes(stays.state) ? 'site-merge-in-procedure' : 'site-merge-other-way';
  if (stays.state === 'potential' && other.state !== 'potential') return 'site-merge-other-way';
  return other.state === 'published' && !SHOWN.includes(stays.state) ? 'site-merge-would-hide' : null;
}

export interface Difference {
  readonly field: string;
  readonly stays: unknown;
  readonly other: unknown;
  /** Which value stands unless a person chooses otherwise. */
  readonly take: 'stays' | 'other';
}

const isOfPart = (field: string): boolean => field.startsWith('premises.') || field.startsWith('offers.');
/** The most discreet first. */
const DISCRETION = ['after_contact', 'commune', 'exact'];

/** The fields that differ, premises and offers apart. What is said stands before what is unknown; of two answers, that of the sheet that stays. */
export function differences(stays: Fields, other: Fields): Difference[] {
  return [...new Set([...stays.keys(), ...other.keys()])]
    .filter((field) => !isOfPart(field))
    .map((field) => ({ field, stays: stays.get(field) ?? null, other: other.get(field) ?? null }))
    .filter((each) => JSON.stringify(each.stays) !== JSON.stringify(each.other))
    .map((each) => ({ ...each, take: standing(each.field, each.stays, each.other) }));
}

function standing(field: string, stays: unknown, other: unknown): 'stays' | 'other' {
  if (field === 'locationShown') return DISCRETION.indexOf(String(other)) < DISCRETION.indexOf(String(stays)) ? 'other' : 'stays';
  if (field === 'kind') return stays === 'other' || stays === null ? 'other' : 'stays';
  return stays === null ? 'other' : 'stays';
}

export type PartsTaken = 'stays' | 'other' | 'both';

/** Whose premises and terms stand: those of the sheet that stays, unless the other says what it does not. */
export function partsStanding(stays: Fields, other: Fields): PartsTaken {
  const has = (fields: Fields, list: string) => [...fields.keys()].some((field) => field.startsWith(list));
  const lacks = (list: string) => !has(stays, list) && has(other, list);
  if (!lacks('premises.') && !lacks('offers.')) return 'stays';
  // One says the premises and the other the terms: neither alone says all.
  return (has(stays, 'premises.') && !has(other, 'premises.')) || (has(stays, 'offers.') && !has(other, 'offers.')) ? 'both' : 'other';
}

/** What is written into the sheet that stays: the values taken from the other; its premises and terms under identifiers of their own. */
export function mergedFields(
  stays: Fields,
  other: Fields,
  { take, parts }: { readonly take: readonly string[]; readonly parts: PartsTaken },
  nextId: () => string,
): Map<string, unknown> {
  const said = new Map<string, unknown>();
  for (const { field, other: value } of differences(stays, other)) if (take.includes(field)) said.set(field, value);
  if (parts === 'other') for (const field of [...stays.keys()].filter(isOfPart)) said.set(field, null);
  if (parts === 'stays') return said;
  const ids = new Map<string, string>();
  const renamed = (id: string): string => {
    const known = ids.get(id) ?? nextId();
    ids.set(id, known);
    return known;
  };
  for (const [field, value] of other) {
    if (!isOfPart(field)) continue;
    const [list = '', id = '', ...rest] = field.split('.');
    said.set([list, renamed(id), ...rest].join('.'), rest[0] === 'premisesId' ? renamed(String(value)) : value);
  }
  return said;
}

export const UNDO_WITHIN_MS = 24 * 3_600_000;

/** A merge is undone while nothing else has happened to either sheet. */
export function mayUndo(merge: { readonly at: Date; readonly stands: boolean; readonly undoneAt: Date | null }, now: Date): boolean {
  return merge.undoneAt === null && merge.stands && now.getTime() - merge.at.getTime() <= UNDO_WITHIN_MS;
}
