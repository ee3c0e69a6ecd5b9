import type { LegalOutcome } from './legal-path.rules.js';
import type { LegalAct, Path, Step } from './legal.vocabulary.js';

interface StepRule {
  /** Acts that wait for it, where the path asks for it. */
  readonly holdsBack: readonly LegalAct[];
  /** `clock`: nobody ticks it; `product`: noted by what is done here; `agent`: done elsewhere and said here, with its proof. */
  readonly by: 'agent' | 'product' | 'clock';
}

const AWARDING = ['select', 'decide', 'grant', 'sign', 'start'] as const satisfies readonly LegalAct[];
const SIGNING = ['sign', 'start'] as const satisfies readonly LegalAct[];

/** What each step holds back until it is done. */
export const STEP_RULES = {
  answers: { holdsBack: ['publish_call', ...AWARDING], by: 'product' },
  publicity: { holdsBack: AWARDING, by: 'product' },
  window_over: { holdsBack: AWARDING, by: 'clock' },
  impartial_selection: { holdsBack: AWARDING, by: 'agent' },
  ground_recorded: { holdsBack: AWARDING, by: 'product' },
  valuation: { holdsBack: AWARDING, by: 'agent' },
  decision: { holdsBack: SIGNING, by: 'agent' },
  motive_published: { holdsBack: SIGNING, by: 'product' },
  result_published: { holdsBack: SIGNING, by: 'agent' },
} as const satisfies Readonly<Record<Step, StepRule>>;

/** Paths on which nothing is ever given here. */
export const CLOSED_PATHS = ['may_not_award', 'outside_tool', 'not_for_sale'] as const satisfies readonly Path[];

export interface MissingStep {
  readonly step: Step | null;
  /** The path itself forbids it, whatever is done. */
  readonly path: Path | null;
}

export function isClosedPath(path: Path): boolean {
  return (CLOSED_PATHS as readonly Path[]).includes(path);
}

/**
 * The first step of the path that is not done and holds this act back; null = nothing does.
 * @param outcome null = the questions were not answered: nothing may be done
 */
export function whyNotAct(
  act: LegalAct,
  outcome: Pick<LegalOutcome, 'path' | 'steps'> | null,
  done: ReadonlySet<Step>,
): MissingStep | null {
  if (outcome === null) return { step: 'answers', path: null };
  if (isClosedPath(outcome.path)) return { step: null, path: outcome.path };
  const step = outcome.steps.find((one) => holdsBack(one, act) && !done.has(one));
  return step === undefined ? null : { step, path: outcome.path };
}

const holdsBack = (step: Step, act: LegalAct): boolean => (STEP_RULES[step].holdsBack as readonly LegalAct[]).includes(act);

/** A step waits for those before it in its path; one that the clock or the product notes cannot be ticked by hand. */
export function whyNotTick(
  step: Step,
  outcome: Pick<LegalOutcome, 'path' | 'steps'>,
  done: ReadonlySet<Step>,
): 'legal-step-not-in-path' | 'legal-step-too-early' | 'legal-step-done' | null {
  if (!outcome.steps.includes(step) || STEP_RULES[step].by !== 'agent') return 'legal-step-not-in-path';
  if (done.has(step)) return 'legal-step-done';
  const before = outcome.steps.slice(0, outcome.steps.indexOf(step));
  return before.every((one) => done.has(one)) ? null : 'legal-step-too-early';
}

/** Two months after a local authority has received a request it has not answered, it has refused it (CGCT and CRPA L. 231-4, CG3P). */
export const SILENCE_MONTHS = 2;

/** The day silence becomes a refusal: same day of the month, or its last one. */
export function silenceEnds(receivedAt: Date): Date {
  const end = new Date(receivedAt);
  const day = end.getUTCDate();
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + SILENCE_MONTHS);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(day, lastDay));
  return end;
}
