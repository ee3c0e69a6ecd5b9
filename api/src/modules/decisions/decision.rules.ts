import { parisFace } from '../../platform/paris-time.js';
import { type CallState, nextCallState } from '../calls/call.rules.js';
import type { LotRanking } from '../review/ranking.rules.js';
import type { ReviewMode } from '../review/review.rules.js';

/** What is proposed for a file on a lot; the last two come after the results. */
export const OUTCOMES = ['selected', 'waiting_list', 'not_selected'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const LINE_OUTCOMES = [...OUTCOMES, 'withdrawn', 'reopened'] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

export interface AwardLine {
  /** Null in a call by zone. */
  readonly lot: string | null;
  readonly applicationId: string;
  readonly outcome: Outcome;
  readonly waitingRank: number | null;
  readonly reasons: readonly { readonly criterion: string; readonly text: string }[];
}

/** Reasons of this module; each is a code of the problem table. */
export const DECISION_REFUSALS = [
  'review-not-revealed',
  'review-quorum-missing',
  'review-minutes-missing',
  'award-incomplete',
  'award-off-ranking',
  'decision-date-impossible',
] as const;
export type DecisionRefusal = (typeof DECISION_REFUSALS)[number] | 'call-state-forbids';

export interface Reviewed {
  readonly call: CallState;
  readonly mode: ReviewMode;
  readonly revealed: boolean;
  readonly minutes: boolean;
  /** Of the files in review. */
  readonly ranking: readonly LotRanking[];
}

/** Nothing is drafted before scores are seen. */
export function whyNotDraftAward({ call, revealed }: Pick<Reviewed, 'call' | 'revealed'>): DecisionRefusal | null {
  if (call !== 'under_review') return 'call-state-forbids';
  return revealed ? null : 'review-not-revealed';
}

export const AWARD_FAULTS = [
  'line_missing',
  'line_unknown',
  'reasons_missing',
  'several_selected',
  'waiting_without_selected',
  'waiting_ranks',
] as const;
export type AwardFault = (typeof AWARD_FAULTS)[number];

/** What a proposal lacks, lot by lot. */
export function awardFaults(
  criteria: readonly { readonly id: string }[],
  ranking: readonly LotRanking[],
  lines: readonly AwardLine[],
): { lot: string | null; fault: AwardFault }[] {
  const stray = lines.filter(
    (line) =>
      !ranking.some(({ lot, lines: known }) => lot === line.lot && known.some(({ applicationId }) => applicationId === line.applicationId)),
  );
  const ofLots = ranking.flatMap(({ lot, lines: known }) => {
    const proposed = lines.filter((line) => line.lot === lot);
    const waiting = proposed.flatMap(({ waitingRank }) => (waitingRank === null ? [] : [waitingRank])).sort((a, b) => a - b);
    const selected = proposed.filter(({ outcome }) => outcome === 'selected').length;
    const faults: Readonly<Record<Exclude<AwardFault, 'line_unknown'>, boolean>> = {
      line_missing: known.some(({ applicationId }) => proposed.filter((line) => line.applicationId === applicationId).length !== 1),
      reasons_missing: proposed.some(({ reasons }) =>
        criteria.some(({ id }) => !reasons.some((one) => one.criterion === id && one.text.trim() !== '')),
      ),
      several_selected: selected > 1,
      waiting_without_selected: waiting.length > 0 && selected === 0,
      waiting_ranks:
        waiting.some((rank, index) => rank !== index + 1) ||
        proposed.some(({ outcome, waitingRank }) => (outcome === 'waiting_list') !== (waitingRank !== null)),
    };
    return Object.entries(faults).flatMap(([fault, is]) => (is ? [{ lot, fault: fault as AwardFault }] : []));
  });
  return [...stray.map(({ lot }) => ({ lot, fault: 'line_unknown' as const })), ...ofLots];
}

/** Lots where somebody passes before a better one: allowed, with a reason. */
export function departures(ranking: readonly LotRanking[], lines: readonly AwardLine[]): (string | null)[] {
  return ranking
    .filter(({ lot, lines: known }) => {
      const place = ({ outcome, waitingRank }: AwardLine) =>
        outcome === 'selected' ? 0 : outcome === 'waiting_list' ? (waitingRank ?? 0) : Infinity;
      const rankOf = (line: AwardLine) => known.find(({ applicationId }) => applicationId === line.applicationId)?.rank ?? Infinity;
      const proposed = lines.filter((line) => line.lot === lot).sort((a, b) => place(a) - place(b));
      return proposed.some((line, index) =>
        proposed.slice(index + 1).some((later) => place(line) < place(later) && rankOf(later) < rankOf(line)),
      );
    })
    .map(({ lot }) => lot);
}

export interface Proposal {
  readonly criteria: readonly { readonly id: string }[];
  readonly lines: readonly AwardLine[];
  readonly departure: string | null;
}

/** Why an award cannot be proposed: the steps of the review come first, whoever asks. */
export function whyNotPropose(reviewed: Reviewed, { criteria, lines, departure }: Proposal): DecisionRefusal | null {
  const { call, mode, revealed, minutes, ranking } = reviewed;
  if (nextCallState(call, 'proposeAward') === null) return 'call-state-forbids';
  if (!revealed) return 'review-not-revealed';
  if (ranking.some(({ lines: ranked }) => ranked.some(({ rank }) => rank === null))) return 'review-quorum-missing';
  if (mode === 'full' && !minutes) return 'review-minutes-missing';
  if (lines.length === 0 || awardFaults(criteria, ranking, lines).length > 0) return 'award-incomplete';
  return departures(ranking, lines).length > 0 && departure === null ? 'award-off-ranking' : null;
}

/** @param decidedOn a day, as clocks in France say it */
export function whyNotDecide(call: CallState, decidedOn: string, closesAt: Date, now: Date): DecisionRefusal | null {
  if (nextCallState(call, 'decide') === null) return 'call-state-forbids';
  return isPossibleDay(decidedOn, closesAt, now) ? null : 'decision-date-impossible';
}

export function isPossibleDay(decidedOn: string, from: Date, now: Date): boolean {
  return decidedOn >= parisFace(from).slice(0, 10) && decidedOn <= parisFace(now).slice(0, 10);
}

/** Of a file wished for several lots, the best outcome is its state. */
export function outcomeOf(lines: readonly { readonly outcome: LineOutcome }[]): Outcome {
  return OUTCOMES.find((outcome) => lines.some((line) => line.outcome === outcome)) ?? 'not_selected';
}

export const ACTION_OF = { selected: 'select', waiting_list: 'putOnWaitingList', not_selected: 'decline' } as const;

/** Who takes the place when its beneficiary withdraws: the first of the waiting list that is still on it. */
export function nextWaiting<T extends { readonly outcome: LineOutcome; readonly waitingRank: number | null }>(
  lines: readonly T[],
): T | null {
  return lines.filter(({ outcome }) => outcome === 'waiting_list').sort((a, b) => (a.waitingRank ?? 0) - (b.waitingRank ?? 0))[0] ?? null;
}
