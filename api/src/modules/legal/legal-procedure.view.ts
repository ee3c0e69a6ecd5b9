import type { LegalInputs, LegalOutcome } from './legal-path.rules.js';
import { legalPath } from './legal-path.rules.js';
import { STEP_RULES, whyNotTick } from './legal-steps.rules.js';
import type { ProcedureRow } from './legal.queries.js';
import type { LegalAnswers, LegalProcedureView } from './legal.schemas.js';
import { type Step, STEPS } from './legal.vocabulary.js';

export function inputsOf(answers: LegalAnswers, origin: LegalInputs['origin']): LegalInputs {
  const { proof: _proof, ...asked } = answers;
  return { ...asked, origin };
}

export function latestAnswers({ answers }: Pick<ProcedureRow, 'answers'>): LegalAnswers {
  const [latest] = answers;
  if (latest === undefined) throw new Error('a procedure begins with its answers');
  return latest.answers;
}

export function outcomeOf(procedure: ProcedureRow): LegalOutcome {
  return legalPath(inputsOf(latestAnswers(procedure), procedure.origin));
}

/** Steps that are done at an instant: those noted, and those that answers, notices and the clock tell. */
export function doneSteps(procedure: ProcedureRow, now: Date): Set<Step> {
  const { ground } = latestAnswers(procedure);
  const shown = procedure.notices.filter(({ withdrawn, opensAt }) => !withdrawn && new Date(opensAt) <= now);
  const windows = shown.filter(({ kind }) => kind !== 'motive');
  return new Set<Step>([
    'answers',
    ...procedure.steps.map(({ step }) => step),
    ...(ground !== null ? (['ground_recorded'] as const) : []),
    ...(windows.length > 0 ? (['publicity'] as const) : []),
    ...(windows.length > 0 && windows.every(({ closesAt }) => new Date(closesAt) <= now) ? (['window_over'] as const) : []),
    ...(shown.some(({ kind }) => kind === 'motive') ? (['motive_published'] as const) : []),
  ]);
}

type ProofsOf = (step: Step) => LegalProcedureView['steps'][number]['proofs'];

/** Steps that later answers took off the path, with what was noted and proven of them: it is kept, and still counts as kept. */
export function leftStepsView(procedure: ProcedureRow, proofsOf: ProofsOf): LegalProcedureView['leftSteps'] {
  const { steps } = outcomeOf(procedure);
  return STEPS.filter((step) => !steps.includes(step)).flatMap((step) => {
    const noted = procedure.steps.find((line) => line.step === step);
    const proofs = proofsOf(step);
    if (noted === undefined && proofs.length === 0) return [];
    const { doneOn = null, reference = null, note = null } = noted ?? {};
    return [{ step, doneOn, reference, note, proofs }];
  });
}

export function stepsView(procedure: ProcedureRow, proofsOf: ProofsOf, now: Date): LegalProcedureView['steps'] {
  const outcome = outcomeOf(procedure);
  const done = doneSteps(procedure, now);
  const [latest] = procedure.answers;
  return outcome.steps.map((step) => {
    const noted = procedure.steps.find((line) => line.step === step);
    return {
      step,
      by: STEP_RULES[step].by,
      done: done.has(step),
      doneOn: noted?.doneOn ?? null,
      reference: noted?.reference ?? (step === 'answers' ? (latest?.answers.proof ?? null) : null),
      note: noted?.note ?? null,
      who: noted?.who ?? (step === 'answers' ? (latest?.who ?? null) : null),
      at: noted?.at ?? (step === 'answers' ? (latest?.at ?? null) : null),
      proofs: proofsOf(step),
      whyNotNow: whyNotTick(step, outcome, done),
    };
  });
}
