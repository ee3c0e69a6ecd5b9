import { type ActionOf, allowedActions, next, type RoleOf, type Transition } from '../../platform/state-machine.js';
import { type CallState, callStateAt, type CallStep, type CallTimes } from '../calls/call.rules.js';
import type { SectionReview, Verdict } from '../calls/form/question.rules.js';

export const APPLICATION_STATES = [
  'draft',
  'filed',
  'correction_requested',
  'invited',
  'not_shortlisted',
  'admissible',
  'inadmissible',
  'under_review',
  'shortlisted',
  'selected',
  'waiting_list',
  'not_selected',
  'withdrawn',
  'obsolete',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** `agent`: of the owner; `authority`: who may bind it, by a dated act; `service`: follows from something else that was decided. */
export type ApplicationRole = 'applicant' | 'agent' | 'authority' | 'service';

const BEFORE_DECISION = [
  'draft',
  'filed',
  'correction_requested',
  'invited',
  'admissible',
  'under_review',
  'shortlisted',
] as const satisfies readonly ApplicationState[];
const IN_REVIEW = ['under_review', 'shortlisted'] as const satisfies readonly ApplicationState[];

/** The life of an application (domain §3). What was filed stands as it was filed, whatever happens next. */
export const APPLICATION_TRANSITIONS = [
  { action: 'file', from: ['draft', 'invited'], to: 'filed', by: ['applicant'] },
  { action: 'amend', from: ['filed'], to: 'filed', by: ['applicant'] },
  { action: 'requestCorrection', from: ['filed'], to: 'correction_requested', by: ['agent'], reason: 'needed' },
  { action: 'correct', from: ['correction_requested'], to: 'filed', by: ['applicant'] },
  { action: 'endCorrection', from: ['correction_requested'], to: 'filed', by: ['agent'], reason: 'needed' },
  { action: 'admit', from: ['filed'], to: 'admissible', by: ['agent'] },
  { action: 'takeBackAdmission', from: ['admissible'], to: 'filed', by: ['agent'], reason: 'needed' },
  { action: 'refuseAdmission', from: ['filed', 'correction_requested'], to: 'inadmissible', by: ['agent'], reason: 'needed' },
  { action: 'invite', from: ['filed', 'admissible'], to: 'invited', by: ['service'], reason: 'needed' },
  { action: 'leaveOut', from: ['filed', 'admissible'], to: 'not_shortlisted', by: ['service'], reason: 'needed' },
  { action: 'beginReview', from: ['admissible'], to: 'under_review', by: ['service'] },
  { action: 'shortlist', from: ['under_review'], to: 'shortlisted', by: ['agent'] },
  { action: 'select', from: IN_REVIEW, to: 'selected', by: ['authority'] },
  { action: 'putOnWaitingList', from: IN_REVIEW, to: 'waiting_list', by: ['authority'] },
  { action: 'decline', from: IN_REVIEW, to: 'not_selected', by: ['authority'], reason: 'needed' },
  { action: 'promote', from: ['waiting_list'], to: 'selected', by: ['service'] },
  { action: 'withdraw', from: BEFORE_DECISION, to: 'withdrawn', by: ['applicant'], reason: 'needed' },
  { action: 'giveUp', from: ['selected', 'waiting_list'], to: 'withdrawn', by: ['applicant'], reason: 'needed' },
  { action: 'becomeObsolete', from: [...BEFORE_DECISION, 'waiting_list'], to: 'obsolete', by: ['service'], reason: 'needed' },
  {
    action: 'reopen',
    from: ['inadmissible', 'selected', 'waiting_list', 'not_selected'],
    to: 'under_review',
    by: ['authority'],
    reason: 'needed',
  },
] as const satisfies readonly Transition<ApplicationState, string, ApplicationRole>[];

export type ApplicationAction = ActionOf<typeof APPLICATION_TRANSITIONS>;
export const APPLICATION_INITIAL_STATES = ['draft'] as const satisfies readonly ApplicationState[];

export function nextApplicationState(state: ApplicationState, action: ApplicationAction): ApplicationState | null {
  return next(APPLICATION_TRANSITIONS, state, action);
}

export function applicationActions(state: ApplicationState, roles: readonly RoleOf<typeof APPLICATION_TRANSITIONS>[]): ApplicationAction[] {
  return allowedActions(APPLICATION_TRANSITIONS, state, roles);
}

/** Reasons of this module; each is a code of the problem table. */
export const APPLICATION_REFUSALS = [
  'application-state-forbids',
  'call-not-open',
  'application-late',
  'application-not-shortlisted',
  'application-incomplete',
  'application-not-eligible',
  'place-not-on-offer',
  'correction-late',
] as const;
export type ApplicationRefusal = (typeof APPLICATION_REFUSALS)[number];

/** What it answers: a call with its instants, or a place. */
export interface Target {
  readonly call: CallTimes | null;
  /** Of a call in two steps, the one this file is at; null: there is only one. */
  readonly step?: CallStep | null;
  readonly siteState: string | null;
  /** Until when what the owner asked to correct is received. */
  readonly correctionDueAt?: Date | null;
}

export interface Reviewed {
  readonly sections: readonly SectionReview[];
  readonly eligibility: readonly { readonly verdict: Verdict }[];
  /** A call by lots asks for one at least. */
  readonly lotMissing: boolean;
}

/** Of several states in which it may be filed, what filing is then called. */
export function filingAction(state: ApplicationState): 'file' | 'amend' | 'correct' | null {
  if (state === 'draft' || state === 'invited') return 'file';
  if (state === 'filed') return 'amend';
  return state === 'correction_requested' ? 'correct' : null;
}

function callAt({ call }: Target, at: Date): CallState | null {
  return call === null ? null : callStateAt(call, at);
}

/** A file may be begun before its call opens, never once nothing more is received. */
export function isToBeAnswered(call: NonNullable<Target['call']>, at: Date): boolean {
  return ['published', 'open'].includes(callStateAt(call, at));
}

/** Whether what it still has to file is, or will be, received. */
export function isToBeFiled({ call, step = null }: Target, at: Date): boolean {
  if (call === null) return true;
  return step === 'second' ? callStateAt(call, at) === 'second_step' : isToBeAnswered(call, at);
}

/** The closing that counts for this file: that of the step it is at. */
export function closingOf({ call, step = null }: Target): Date | null {
  return (step === 'first' ? call?.firstClosesAt : call?.closesAt) ?? null;
}

/** Why nothing can be written any more: answers are worked on until the closing, and while fields are open for correction. */
export function whyNotWrite(state: ApplicationState, target: Target, at: Date): ApplicationRefusal | null {
  if (filingAction(state) === null) return stateForbids(state);
  if (state === 'correction_requested') return whyNotCorrected(target, at);
  return state === 'filed' ? whyNotReceived(target, at) : null;
}

/**
 * Why a filing is not received.
 * @param arrivedAt the instant at which the headers of the request had been read: earlier than the closing is in time
 */
export function whyNotFile(state: ApplicationState, target: Target, reviewed: Reviewed, arrivedAt: Date): ApplicationRefusal | null {
  const action = filingAction(state);
  if (action === null) return stateForbids(state);
  const late = action === 'correct' ? whyNotCorrected(target, arrivedAt) : whyNotReceived(target, arrivedAt);
  if (late !== null) return late;
  if (reviewed.lotMissing || reviewed.sections.some(({ faults }) => faults.length > 0)) return 'application-incomplete';
  return reviewed.eligibility.some(({ verdict }) => verdict === 'not_met') ? 'application-not-eligible' : null;
}

const stateForbids = (state: ApplicationState): ApplicationRefusal =>
  state === 'not_shortlisted' ? 'application-not-shortlisted' : 'application-state-forbids';

function whyNotReceived(target: Target, at: Date): ApplicationRefusal | null {
  const state = callAt(target, at);
  if (state === null) return target.siteState === 'published' || target.siteState === 'under_interest' ? null : 'place-not-on-offer';
  if (state === (target.step === 'second' ? 'second_step' : 'open')) return null;
  return state === 'draft' || state === 'published' ? 'call-not-open' : 'application-late';
}

/** What comes after the time given is not received: the owner goes on with what was filed. */
function whyNotCorrected({ correctionDueAt = null }: Target, at: Date): ApplicationRefusal | null {
  return correctionDueAt !== null && at >= correctionDueAt ? 'correction-late' : null;
}

/** Nobody but its members reads what answers a call before it closes; of drafts, nobody ever. */
export function isReadByOwner(state: ApplicationState, filings: number, target: Target, at: Date): boolean {
  if (filings === 0) return false;
  const call = callAt(target, at);
  return state !== 'draft' && (call === null || !['draft', 'published', 'open'].includes(call));
}

const DAY_MS = 24 * 3_600_000;
/** Days before the closing at which a draft is reminded of. */
export const REMINDED_DAYS = [3, 1] as const;

/** Which reminder is due, the nearest to the closing first; null when it is too early, or over: never after. */
export function reminderDue(closesAt: Date, now: Date): (typeof REMINDED_DAYS)[number] | null {
  const left = closesAt.getTime() - now.getTime();
  if (left <= 0) return null;
  return [...REMINDED_DAYS].reverse().find((days) => left <= days * DAY_MS) ?? null;
}
