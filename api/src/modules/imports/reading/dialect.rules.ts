import type { Dialect } from '../import.types.js';
import { plainHeading } from './tabular.rules.js';

/** How a dialect reads a header: where each of our fields is, and which headings nobody asked for. */
export interface HeaderMatch {
  readonly dialect: Dialect;
  /** Our field → index of its column. */
  readonly fields: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

export function matchHeader(dialect: Dialect, header: readonly string[]): HeaderMatch {
  const plain = header.map(plainHeading);
  const fields = new Map<string, number>();
  for (const [field, headings] of Object.entries(dialect.columns)) {
    const at = headings.map((heading) => plain.indexOf(plainHeading(heading))).find((index) => index >= 0);
    if (at !== undefined) fields.set(field, at);
  }
  const used = new Set(fields.values());
  return {
    dialect,
    fields,
    missing: dialect.required.filter((field) => !fields.has(field)).map((field) => dialect.columns[field]?.[0] ?? field),
    unknown: header.filter((heading, at) => heading !== '' && !used.has(at)),
  };
}

/** The dialect whose required columns are all there and which understands most columns; null when none fits. */
export function chooseDialect(dialects: readonly Dialect[], header: readonly string[], hasGeometry: boolean): HeaderMatch | null {
  return dialects
    .filter((dialect) => !dialect.geometry || hasGeometry)
    .map((dialect) => matchHeader(dialect, header))
    .filter((match) => match.missing.length === 0)
    .reduce<HeaderMatch | null>((best, match) => (best && best.fields.size >= match.fields.size ? best : match), null);
}

/** When none fits: the one which lacks least, to say what is missing. */
export function nearestDialect(dialects: readonly Dialect[], header: readonly string[]): HeaderMatch | null {
  return dialects
    .map((dialect) => matchHeader(dialect, header))
    .reduce<HeaderMatch | null>((best, match) => (best && best.missing.length <= match.missing.length ? best : match), null);
}
