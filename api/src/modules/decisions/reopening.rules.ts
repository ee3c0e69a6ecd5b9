import { type ApplicationState, nextApplicationState } from '../applications/application.rules.js';
import type { CallState, CallStep } from '../calls/call.rules.js';
import type { AwardLine, LineOutcome, Outcome } from './decision.rules.js';

interface Standing {
  readonly outcome: LineOutcome;
}

/** What a file that was never decided is reopened for: the lots it asked for that the call has; the whole of a call by zone. */
export function lotsReopened(asked: readonly string[], lots: readonly { readonly id: string }[]): readonly (string | null)[] {
  if (lots.length === 0) return [null];
  return lots.map(({ id }) => id).filter((id) => asked.includes(id));
}

/** Only what was filed whole is reviewed: of a call in two steps, not a file refused at the first. */
export function whyNotReopen(
  state: ApplicationState,
  step: CallStep | null,
): 'application-state-forbids' | 'application-only-outline' | null {
  if (nextApplicationState(state, 'reopen') === null) return 'application-state-forbids';
  return step === 'first' ? 'application-only-outline' : null;
}

/** A new decision is taken on a lot for which the file was reopened; one place goes to one file. */
export function whyNotDecideAgain(
  state: ApplicationState,
  call: CallState,
  lot: { readonly line: LineOutcome | null; readonly taken: boolean },
  outcome: Outcome,
): 'application-state-forbids' | 'lot-already-awarded' | null {
  if (call !== 'results_published' || (state !== 'under_review' && state !== 'shortlisted')) return 'application-state-forbids';
  if (lot.line !== 'reopened') return 'application-state-forbids';
  return outcome === 'selected' && lot.taken ? 'lot-already-awarded' : null;
}

/** The reasons of a new decision follow the grid as those of the first did. */
export function reasonFaults(
  criteria: readonly { readonly id: string }[],
  reasons: AwardLine['reasons'],
): { missing: string[]; unknown: number[] } {
  const said = (id: string) => reasons.some(({ criterion, text }) => criterion === id && text.trim() !== '');
  const known = new Set(criteria.map(({ id }) => id));
  const isStray = ({ criterion }: AwardLine['reasons'][number], index: number) =>
    !known.has(criterion) || reasons.findIndex((one) => one.criterion === criterion) !== index;
  return {
    missing: criteria.map(({ id }) => id).filter((id) => !said(id)),
    unknown: reasons.flatMap((reason, index) => (isStray(reason, index) ? [index] : [])),
  };
}

/** The state of a file is told once each of its lots is decided again. */
export function isWhollyDecided(lines: readonly Standing[]): boolean {
  return lines.every(({ outcome }) => outcome !== 'reopened');
}

/** Nobody holds the place, and nobody can any more: it is on offer again. While somebody waits, it waits for an act of the authority. */
export function isLeftToNobody(lines: readonly Standing[]): boolean {
  return lines.every(({ outcome }) => outcome === 'not_selected' || outcome === 'withdrawn');
}
