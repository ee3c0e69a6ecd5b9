import { canonicalJson } from './journal/act.js';

/**
 * A thing that several people write at once, as a flat list of fields, each by its path. Two people who change different fields then
 * never cross; unknown values are left out. Used by places, calls and application files (docs/adr/0060, 0071).
 */
export type Fields = ReadonlyMap<string, unknown>;

export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The fields once an edit is applied; null = unknown again, or taken away. */
export function applied(now: Fields, said: Fields): Fields {
  return new Map([...now, ...said].filter(([path, value]) => (said.has(path) ? said.get(path) : value) !== null));
}

export function changesBetween(before: Fields, after: Fields): FieldChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ field, from: before.get(field) ?? null, to: after.get(field) ?? null }))
    .filter(({ from, to }) => canonicalJson(from) !== canonicalJson(to));
}

/** Several edits seen as one: for each field, what it was before the first and what it is after the last. */
export function mergeChanges(edits: readonly (readonly FieldChange[])[]): FieldChange[] {
  const merged = new Map<string, FieldChange>();
  for (const change of edits.flat()) merged.set(change.field, { ...change, from: (merged.get(change.field) ?? change).from });
  return [...merged.values()].filter(({ from, to }) => canonicalJson(from) !== canonicalJson(to));
}

/** What others changed meanwhile, at a field that this edit also changes, to another value: the rest merges by itself. */
export function crossings(said: Fields, meanwhile: readonly FieldChange[]): FieldChange[] {
  return meanwhile.filter(({ field, to }) => said.has(field) && canonicalJson(said.get(field) ?? null) !== canonicalJson(to));
}

/** The edit that puts everything back as it was before these changes. */
export function undone(changes: readonly FieldChange[]): Fields {
  return new Map(changes.map(({ field, from }) => [field, from]));
}
