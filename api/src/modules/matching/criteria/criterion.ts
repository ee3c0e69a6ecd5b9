import type { Lang } from '../engine/match.words.js';
import type { NeedProfile, OptionProfile, Zone } from '../engine/match.profile.js';

/** The shape of one row of the criteria table. Everything the product says or sorts about a match comes from such rows. */

export type Verdict = 'met' | 'not_met' | 'unknown';

export type Unit = 'm2' | 'cents_per_year' | 'cents' | 'm' | 'months' | 'days' | 'day';
export type WordList = 'kind' | 'tenure' | 'feature' | 'constraint' | 'use';

/** A value that was compared, plain enough to be stored and precise enough to be put into words. */
export type Fact =
  | { readonly type: 'amount'; readonly unit: Unit; readonly value: number }
  | { readonly type: 'range'; readonly unit: Unit; readonly from: number | null; readonly to: number | null }
  | { readonly type: 'words'; readonly list: WordList; readonly words: readonly string[] }
  | { readonly type: 'truth'; readonly value: boolean }
  | { readonly type: 'open_ended' }
  | { readonly type: 'zone'; readonly zone: Zone }
  | {
      readonly type: 'position';
      readonly communeCode: string | null;
      readonly departmentCode: string | null;
      readonly distanceM: number | null;
    };

/** What was asked, what was found (`null` = unknown) and what follows. */
export interface Finding {
  readonly verdict: Verdict;
  readonly asked: Fact;
  readonly found: Fact | null;
}

/** The smallest change, on either side, that would turn `not_met` into `met`. */
export interface Change {
  /** Can be changed in practice, or lies within 25 %: the one unmet condition of a near-miss must be so. */
  readonly near: boolean;
  /** How far, in the row's own unit; orders the what-if from the smallest change. `null` when it is a matter of yes or no. */
  readonly size: number | null;
  readonly onNeed: Fact | null;
  readonly onPlace: Fact | null;
}

/** What people read, in one language. `asked` and `found` arrive already written out. */
export interface CriterionText {
  readonly label: string;
  readonly met: (found: string, asked: string) => string;
  readonly notMet: (found: string, asked: string) => string;
  readonly unknown: (asked: string) => string;
  readonly question: string;
  /** “accept 220 m²” and “offer 250 m²”; `null` where that side cannot change. */
  readonly changeNeed: ((to: string) => string) | null;
  readonly changePlace: ((to: string) => string) | null;
  /** “with 30 m² more or less”: how the what-if names a relaxation by this much; `null` when it is a matter of yes or no. */
  readonly looser: ((by: string) => string) | null;
  /** The rule in one sentence, for the method page. */
  readonly rule: string;
}

export interface Preference {
  readonly weight: number;
  /** Asked as a wish, besides its being a condition. */
  readonly wished: (need: NeedProfile) => boolean;
  /** Per mille, 1 (known and worst) to 1000 (best); `null` = unknown. `met_or_not` = 1000 when the condition is met, else 1. */
  readonly measure: 'met_or_not' | ((option: OptionProfile, need: NeedProfile) => number | null);
}

/** Writes a value as a bound parameter of the query being built and returns its placeholder with its type. */
export type Bind = (value: unknown, type: 'int' | 'bigint' | 'text' | 'int[]' | 'text[]') => string;

/** The row's twin in SQL over `site_match m`. Booleans are never null; the measure is null exactly when it is unknown. */
export interface CriterionSql {
  readonly unmet: (need: NeedProfile, bind: Bind) => string;
  readonly unknown: (need: NeedProfile, bind: Bind) => string;
  readonly near: (need: NeedProfile, bind: Bind) => string;
  readonly measure?: (need: NeedProfile, bind: Bind) => string;
  /** Change size of an unmet row in `sizeUnit`, for the what-if; absent when its changes have none. */
  readonly size?: (need: NeedProfile, bind: Bind) => string;
}

export interface Criterion {
  readonly id: string;
  /** Facts of the option it depends on: the ones to ask for when it is unknown. */
  readonly reads: readonly string[];
  readonly asked: (need: NeedProfile) => boolean;
  readonly find: (option: OptionProfile, need: NeedProfile) => Finding;
  /** Called for an unmet condition only. */
  readonly change: (option: OptionProfile, need: NeedProfile) => Change;
  readonly preference: Preference;
  /** Unit of `Change.size`. */
  readonly sizeUnit: Unit | null;
  readonly text: Readonly<Record<Lang, CriterionText>>;
  readonly sql: CriterionSql;
}

/** A known measure counts at least one thousandth, a blank nothing: so hiding a bad fact always costs (ADR “matching order”). */
export function perMille(value: number): number {
  return Math.max(1, Math.min(1000, Math.floor(value)));
}

/** Truth table shared by the yes/no rows. */
export function verdictOf(value: boolean | null): Verdict {
  if (value === null) return 'unknown';
  return value ? 'met' : 'not_met';
}

export const perMilleSql = (expression: string): string => `greatest(1, least(1000, ${expression}))::int`;
