import { type ActionOf, allowedActions, next, type RoleOf, type Transition } from '../../platform/state-machine.js';
import { formFaults, type FirstStep, formOfStep, questionsOf, ruleFault } from './form/question.rules.js';
import type { MissingStep } from '../legal/legal-steps.rules.js';
import type { Condition, Form } from './form/question.schemas.js';

export const CALL_STATES = [
  'draft',
  'published',
  'open',
  'shortlisting',
  'second_step',
  'closed',
  'under_review',
  'award_proposed',
  'decided',
  'results_published',
  'unsuccessful',
  'cancelled',
] as const;
export type CallState = (typeof CALL_STATES)[number];

/** `clock`: no one acts, the hour does. `authority`: who may bind the owner, named with date and reference (next to a decision). */
export type CallRole = 'owner_editor' | 'authority' | 'clock';

/** Until an award is decided; afterwards a call ends by its results. */
const UNDECIDED = [
  'draft',
  'published',
  'open',
  'shortlisting',
  'second_step',
  'closed',
  'under_review',
  'award_proposed',
] as const satisfies readonly CallState[];

/** The life of a call (domain §3). From its publication its criteria, weights and questions never change. */
export const CALL_TRANSITIONS = [
  { action: 'publish', from: ['draft'], to: 'published', by: ['owner_editor'] },
  { action: 'open', from: ['published'], to: 'open', by: ['clock'] },
  { action: 'extend', from: ['published'], to: 'published', by: ['owner_editor'], reason: 'needed' },
  { action: 'extend', from: ['open'], to: 'open', by: ['owner_editor'], reason: 'needed' },
  { action: 'closeFirstStep', from: ['open'], to: 'shortlisting', by: ['clock'] },
  { action: 'extend', from: ['shortlisting'], to: 'shortlisting', by: ['owner_editor'], reason: 'needed' },
  { action: 'announceShortlist', from: ['shortlisting'], to: 'second_step', by: ['owner_editor'] },
  { action: 'extend', from: ['second_step'], to: 'second_step', by: ['owner_editor'], reason: 'needed' },
  { action: 'close', from: ['open', 'second_step'], to: 'closed', by: ['clock'] },
  { action: 'startReview', from: ['closed'], to: 'under_review', by: ['owner_editor'] },
  { action: 'proposeAward', from: ['under_review'], to: 'award_proposed', by: ['owner_editor'] },
  { action: 'takeBackAward', from: ['award_proposed'], to: 'under_review', by: ['owner_editor'], reason: 'needed' },
  { action: 'decide', from: ['award_proposed'], to: 'decided', by: ['authority'] },
  { action: 'publishResults', from: ['decided'], to: 'results_published', by: ['owner_editor'] },
  {
    action: 'declareUnsuccessful',
    from: ['shortlisting', 'closed', 'under_review', 'award_proposed'],
    to: 'unsuccessful',
    by: ['owner_editor'],
    reason: 'needed',
  },
  { action: 'cancel', from: UNDECIDED, to: 'cancelled', by: ['owner_editor'], reason: 'needed' },
] as const satisfies readonly Transition<CallState, string, CallRole>[];

export type CallAction = ActionOf<typeof CALL_TRANSITIONS>;
export const CALL_INITIAL_STATES = ['draft'] as const satisfies readonly CallState[];

/** Those of the clock: never written, so that no worker can be late. */
const CLOCK_STATES = ['open', 'shortlisting', 'closed'] as const satisfies readonly CallState[];
const isOfTheClock = (state: CallState): state is (typeof CLOCK_STATES)[number] => (CLOCK_STATES as readonly CallState[]).includes(state);
/** States that are written down. */
export const STORED_CALL_STATES = CALL_STATES.filter((state) => !isOfTheClock(state));
export type StoredCallState = Exclude<CallState, (typeof CLOCK_STATES)[number]>;

export interface CallTimes {
  readonly state: StoredCallState;
  readonly opensAt: Date | null;
  /** Of a call in two steps, when the first one ends; `closesAt` is then the end of the second. */
  readonly firstClosesAt?: Date | null;
  readonly closesAt: Date | null;
}

/** The state at an instant: a published call opens and closes by itself. Closing is the first instant at which nothing is taken any more. */
export function callStateAt({ state, opensAt, firstClosesAt = null, closesAt }: CallTimes, now: Date): CallState {
  if (state === 'second_step') return closesAt === null || now < closesAt ? state : 'closed';
  if (state !== 'published' || opensAt === null || closesAt === null || now < opensAt) return state;
  if (now < (firstClosesAt ?? closesAt)) return 'open';
  // A shortlist is an act: no hour makes it, and nobody is kept from the second step because it came late.
  return firstClosesAt === null ? 'closed' : 'shortlisting';
}

export function nextCallState(state: CallState, action: CallAction): CallState | null {
  return next(CALL_TRANSITIONS, state, action);
}

export function callActions(state: CallState, roles: readonly RoleOf<typeof CALL_TRANSITIONS>[]): CallAction[] {
  return allowedActions(CALL_TRANSITIONS, state, roles);
}

/** What is kept of a state the clock gave: extending an open call leaves it published, and the hour opens it again. */
export function storedState(state: CallState): StoredCallState {
  return isOfTheClock(state) ? 'published' : state;
}

export const CALL_STEPS = ['first', 'second'] as const;
export type CallStep = (typeof CALL_STEPS)[number];

/** Which closing an extension may move: the first while it is not over, the second until it is. */
export function whyNotExtendStep(state: CallState, step: CallStep): CallRefusal | null {
  if (nextCallState(state, 'extend') === null) return 'call-state-forbids';
  return step === 'second' || state === 'published' || state === 'open' ? null : 'call-state-forbids';
}

export type ExtensionFault = 'not-later' | 'week-between' | 'week-to-write';

interface Extension {
  /** Null: there is only one. */
  readonly step: CallStep | null;
  readonly to: Date;
}

/** What is wrong with a new closing: it comes later, and leaves those who are shortlisted a week at least. */
export function extensionFault(times: CallTimes, { step, to }: Extension, now: Date): ExtensionFault | null {
  const { firstClosesAt = null, closesAt } = times;
  if (to <= ((step === 'first' ? firstClosesAt : closesAt) ?? now)) return 'not-later';
  if (step === 'first') return closesAt !== null && closesAt.getTime() - to.getTime() < SHORTEST_MS ? 'week-between' : null;
  // Its announced closing may be over already, and the shortlist not made.
  return callStateAt(times, now) === 'shortlisting' && to.getTime() - now.getTime() < SHORTEST_MS ? 'week-to-write' : null;
}

/** Reasons of this module; each is a code of the problem table. */
export const CALL_REFUSALS = ['call-state-forbids', 'call-incomplete'] as const;
export type CallRefusal = (typeof CALL_REFUSALS)[number];

/** What keeps a call from being published, in the order of its pages. */
export const CALL_LACKS = [
  'summary',
  'lots',
  'opensAt',
  'closesAt',
  'closing-too-soon',
  'firstClosesAt',
  'first-step',
  'first-step-faults',
  'second-too-soon',
  'form',
  'form-faults',
  'eligibility-faults',
  'grid',
  'grid-weights',
  'jury',
  'legal',
  'legal-path',
] as const;
export type CallLack = (typeof CALL_LACKS)[number];

export interface CallContent {
  readonly summary: string | null;
  readonly territoryId: string | null;
  readonly lots: readonly string[];
  readonly opensAt: string | null;
  readonly firstClosesAt: string | null;
  readonly closesAt: string | null;
  readonly firstStep: FirstStep | null;
  readonly form: Form;
  readonly documents: readonly { readonly id: string }[];
  readonly eligibility: readonly { readonly id: string; readonly condition: Condition }[];
  readonly grid: { readonly criteria: readonly { readonly id: string; readonly weight: number }[] };
  readonly jury: { readonly members: readonly unknown[]; readonly quorum: number | null };
}

const WHOLE = 100;
/** Nobody can answer a call that closes the day after it opens. */
export const SHORTEST_MS = 7 * 24 * 3_600_000;

/**
 * @param now a call cannot be published for a window that is already over, or that leaves less than a week
 * @param legal what holds its publication back on the path the law allows; null = nothing
 */
export function callLacks(content: CallContent, now: Date, legal: MissingStep | null): CallLack[] {
  const { summary, lots, territoryId, opensAt, firstClosesAt, closesAt, firstStep, form, eligibility, grid, jury } = content;
  const time = (text: string | null) => (text === null ? null : new Date(text).getTime());
  const [first, last] = [firstStep === null ? null : time(firstClosesAt), time(closesAt)];
  const closing = firstStep === null ? last : first;
  const opening = opensAt === null ? now.getTime() : Math.max(new Date(opensAt).getTime(), now.getTime());
  const weights = grid.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const lacks: Readonly<Record<CallLack, boolean>> = {
    summary: summary === null,
    lots: lots.length === 0 && territoryId === null,
    opensAt: opensAt === null,
    closesAt: closesAt === null,
    'closing-too-soon': closing !== null && closing - opening < SHORTEST_MS,
    firstClosesAt: firstStep !== null && first === null,
    'first-step': firstStep !== null && questionsOf(formOfStep(form, firstStep)).length === 0,
    'first-step-faults': firstStep !== null && formFaults(form).length === 0 && formFaults(formOfStep(form, firstStep)).length > 0,
    'second-too-soon': first !== null && last !== null && last - first < SHORTEST_MS,
    form: questionsOf(form).length === 0,
    'form-faults': formFaults(form).length > 0,
    'eligibility-faults': eligibility.some(({ condition }) => ruleFault(condition, form) !== null),
    grid: grid.criteria.length === 0,
    'grid-weights': grid.criteria.length > 0 && weights !== WHOLE,
    jury: jury.members.length === 0 || (jury.quorum ?? 0) > jury.members.length,
    legal: legal !== null && legal.step !== null,
    'legal-path': legal !== null && legal.step === null,
  };
  return CALL_LACKS.filter((lack) => lacks[lack]);
}

export type OwnerAction = Extract<CallAction, 'publish' | 'extend' | 'cancel' | 'declareUnsuccessful'>;

export function whyNotMoveCall(action: OwnerAction, state: CallState, lacks: readonly CallLack[]): CallRefusal | null {
  if (nextCallState(state, action) === null) return 'call-state-forbids';
  return action === 'publish' && lacks.length > 0 ? 'call-incomplete' : null;
}

/** Once published nothing is edited any more, whoever asks. */
export function whyNotEditCall(state: CallState): CallRefusal | null {
  return state === 'draft' ? null : 'call-state-forbids';
}

/** Questions are asked, and answered to everybody, while the answers can still serve. */
export function whyNotAskOrAnswer(state: CallState): CallRefusal | null {
  return nextCallState(state, 'extend') !== null ? null : 'call-state-forbids';
}
