import { createHash } from 'node:crypto';
import type { SourcedSite, SourcedValues } from './sourced-site.types.js';

type Value = SourcedValues[keyof SourcedValues];

/** What one source says, as kept in the database. */
export interface KnownSource {
  readonly sourceId: string;
  readonly datasetId: string;
  readonly sourceKey: string;
  readonly sourceDate: string | null;
  readonly values: SourcedValues;
}
export interface MergedSite {
  readonly values: SourcedValues;
  /** Field → the source its value comes from. */
  readonly provenance: ReadonlyMap<string, KnownSource>;
}

/** Keys that say nothing are left out, so that two ways of writing “unknown” are the same source. */
export function compactValues(values: SourcedValues): SourcedValues {
  const said = Object.entries(values).filter(([, value]) => !(value === null || value === undefined || value === '' || isEmptyList(value)));
  return Object.fromEntries(said.sort(([left], [right]) => (left < right ? -1 : 1)));
}
function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Fingerprint of what a source says: equal fingerprints mean that importing again changes nothing. */
export function hashSource(site: Pick<SourcedSite, 'sourceDate' | 'causes' | 'values'>): string {
  const said = JSON.stringify([site.sourceDate, [...site.causes].sort(), compactValues(site.values)]);
  return createHash('sha256').update(said).digest('hex').slice(0, 32);
}

/**
 * Field by field, the latest source that says something wins; on equal dates the first dataset of `datasetOrder`. The order in which
 * the sources came in takes no part, so importing files in any order ends the same (design: domain §5).
 */
export function mergeSources(sources: readonly KnownSource[], datasetOrder: readonly string[]): MergedSite {
  const rank = (source: KnownSource) => {
    const at = datasetOrder.indexOf(source.datasetId);
    return at < 0 ? datasetOrder.length : at;
  };
  const strongestFirst = [...sources].sort(
    (left, right) =>
      compareText(right.sourceDate ?? '', left.sourceDate ?? '') ||
      rank(left) - rank(right) ||
      compareText(left.datasetId, right.datasetId) ||
      compareText(left.sourceKey, right.sourceKey),
  );
  const values: Record<string, Value> = {};
  const provenance = new Map<string, KnownSource>();
  for (const source of strongestFirst) {
    for (const [field, value] of Object.entries(compactValues(source.values)) as [string, Value][]) {
      if (provenance.has(field)) continue;
      values[field] = value;
      provenance.set(field, source);
    }
  }
  return { values: values as SourcedValues, provenance };
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Gathers the flat facts of one family: `constraints.asbestos: true` → `{ asbestos: true }`. */
export function factsOf(values: SourcedValues, family: 'features' | 'constraints' | 'uses'): Record<string, boolean> {
  const facts: Record<string, boolean> = {};
  for (const [key, value] of Object.entries(values)) {
    if (key.startsWith(`${family}.`) && typeof value === 'boolean') facts[key.slice(family.length + 1)] = value;
  }
  return facts;
}

export type SourceFate = 'create' | 'add' | 'update' | 'unchanged' | 'older' | 'not_concerned';

/** What becomes of a source: `own` = the same dataset already said something under this key, `siteKnown` = another one did. */
export function fateOf(
  incoming: { readonly hash: string; readonly sourceDate: string | null; readonly onlyIfKnown: boolean },
  own: { readonly hash: string; readonly sourceDate: string | null } | null,
  siteKnown: boolean,
): SourceFate {
  if (own?.hash === incoming.hash) return 'unchanged';
  if (own?.sourceDate && (incoming.sourceDate ?? '') < own.sourceDate) return 'older';
  if (own) return 'update';
  if (siteKnown) return 'add';
  return incoming.onlyIfKnown ? 'not_concerned' : 'create';
}
