import { type ActionOf, allowedActions, next, type RoleOf, type Transition } from '../../platform/state-machine.js';
import { addDays, addMonths } from './agreement-days.rules.js';

export const AGREEMENT_STATES = [
  'drafting',
  'conditions_precedent',
  'signed',
  'running',
  'renewal_window',
  'renewed',
  'ended',
  'terminated',
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** `clock`: no one acts, the day does. */
export type AgreementRole = 'owner_editor' | 'occupant_editor' | 'clock';

const IN_FORCE = ['running', 'renewal_window'] as const satisfies readonly AgreementState[];

/** The life of an agreement (domain §3). Nothing is signed before its conditions are met; what was signed ends by its term, by notice or with a reason. */
export const AGREEMENT_TRANSITIONS = [
  { action: 'settle', from: ['drafting'], to: 'conditions_precedent', by: ['owner_editor'] },
  { action: 'takeBack', from: ['conditions_precedent'], to: 'drafting', by: ['owner_editor'], reason: 'needed' },
  { action: 'sign', from: ['conditions_precedent'], to: 'signed', by: ['owner_editor'] },
  { action: 'start', from: ['signed'], to: 'running', by: ['clock'] },
  { action: 'openRenewal', from: ['running'], to: 'renewal_window', by: ['clock'] },
  { action: 'giveNotice', from: ['running'], to: 'running', by: ['owner_editor', 'occupant_editor'], reason: 'needed' },
  { action: 'giveNotice', from: ['renewal_window'], to: 'renewal_window', by: ['owner_editor', 'occupant_editor'], reason: 'needed' },
  { action: 'leave', from: IN_FORCE, to: 'terminated', by: ['clock'] },
  { action: 'renew', from: ['renewal_window'], to: 'renewed', by: ['owner_editor'], reason: 'needed' },
  { action: 'end', from: IN_FORCE, to: 'ended', by: ['clock'] },
  {
    action: 'terminate',
    from: ['drafting', 'conditions_precedent', 'signed', ...IN_FORCE],
    to: 'terminated',
    by: ['owner_editor'],
    reason: 'needed',
  },
] as const satisfies readonly Transition<AgreementState, string, AgreementRole>[];

export type AgreementAction = ActionOf<typeof AGREEMENT_TRANSITIONS>;
export const AGREEMENT_INITIAL_STATES = ['drafting'] as const satisfies readonly AgreementState[];

/** States that are written down; the others are the clock's, so that no worker can be late. */
export const STORED_AGREEMENT_STATES = ['drafting', 'conditions_precedent', 'signed', 'renewed', 'terminated'] as const;
export type StoredAgreementState = (typeof STORED_AGREEMENT_STATES)[number];

export function nextAgreementState(state: AgreementState, action: AgreementAction): AgreementState | null {
  return next(AGREEMENT_TRANSITIONS, state, action);
}

export function agreementActions(state: AgreementState, roles: readonly RoleOf<typeof AGREEMENT_TRANSITIONS>[]): AgreementAction[] {
  return allowedActions(AGREEMENT_TRANSITIONS, state, roles);
}

/** The window in which both sides say whether they go on. */
export const RENEWAL_MONTHS = 6;

export interface AgreementTimes {
  readonly state: StoredAgreementState;
  readonly startsOn: string | null;
  /** Its last day; null = open-ended. */
  readonly endsOn: string | null;
  /** The last day after a notice; null = no notice. */
  readonly leavesOn: string | null;
}

/** The state on a day in France. A signed agreement starts, opens to renewal and ends by itself; its last day is still in it. */
export function agreementStateOn({ state, startsOn, endsOn, leavesOn }: AgreementTimes, today: string): AgreementState {
  if (state !== 'signed' || startsOn === null || today < startsOn) return state;
  if (leavesOn !== null && today > leavesOn) return 'terminated';
  if (endsOn === null) return 'running';
  if (today > endsOn) return 'ended';
  return today >= addMonths(endsOn, -RENEWAL_MONTHS) ? 'renewal_window' : 'running';
}

const OVER: readonly AgreementState[] = ['renewed', 'ended', 'terminated'];
export function isOver(state: AgreementState): boolean {
  return OVER.includes(state);
}

/** Reasons of this module; each is a code of the problem table. */
export const AGREEMENT_REFUSALS = [
  'agreement-state-forbids',
  'agreement-incomplete',
  'agreement-not-accepted',
  'agreement-conditions-unmet',
  'agreement-dates-cross',
] as const;
export type AgreementRefusal = (typeof AGREEMENT_REFUSALS)[number];

export interface AgreementFacts {
  readonly state: AgreementState;
  /** Fields of the draft that are still blank. */
  readonly lacks: readonly string[];
  /** The occupant has accepted the very text that stands. */
  readonly accepted: boolean;
  /** Conditions precedent without a proof. */
  readonly unmet: readonly string[];
}

export function whyNotSettle({ state, lacks, accepted }: AgreementFacts): AgreementRefusal | null {
  if (nextAgreementState(state, 'settle') === null) return 'agreement-state-forbids';
  if (lacks.length > 0) return 'agreement-incomplete';
  return accepted ? null : 'agreement-not-accepted';
}

/** Whoever asks, in whatever order: nothing is signed before every condition is met. */
export function whyNotSign({ state, lacks, accepted, unmet }: AgreementFacts): AgreementRefusal | null {
  if (nextAgreementState(state, 'sign') === null) return 'agreement-state-forbids';
  if (lacks.length > 0) return 'agreement-incomplete';
  if (!accepted) return 'agreement-not-accepted';
  return unmet.length > 0 ? 'agreement-conditions-unmet' : null;
}

export function whyNotAct({ state }: Pick<AgreementFacts, 'state'>, action: AgreementAction): AgreementRefusal | null {
  return nextAgreementState(state, action) === null ? 'agreement-state-forbids' : null;
}

/** Terms change, and are accepted, while they are a draft; afterwards the draft is first taken back. */
export function whyNotDraft(state: AgreementState): AgreementRefusal | null {
  return state === 'drafting' ? null : 'agreement-state-forbids';
}

export function whyNotMeetCondition(state: AgreementState): AgreementRefusal | null {
  return state === 'conditions_precedent' ? null : 'agreement-state-forbids';
}

/** Both sides talk until it is signed. */
export function whyNotComment(state: AgreementState): AgreementRefusal | null {
  return state === 'drafting' || state === 'conditions_precedent' ? null : 'agreement-state-forbids';
}

/** A notice counts from the day it is given, and leaves at least the months that were agreed; never past the end. */
export function whyNotNotice(
  {
    state,
    endsOn,
    noticeMonths,
    leavesOn: already,
  }: { state: AgreementState; endsOn: string | null; noticeMonths: number; leavesOn: string | null },
  { givenOn, leavesOn }: { givenOn: string; leavesOn: string },
  today: string,
): AgreementRefusal | null {
  if (nextAgreementState(state, 'giveNotice') === null || already !== null) return 'agreement-state-forbids';
  const earliest = addMonths(givenOn, noticeMonths);
  const inTime = givenOn <= today && leavesOn >= earliest && leavesOn >= today && (endsOn === null || leavesOn <= endsOn);
  return inTime ? null : 'agreement-dates-cross';
}

/** Who signed, on which day: not in the future; the term may have been agreed to begin before the last signature. */
export function whyNotSignedThen(signedOn: readonly string[], today: string): AgreementRefusal | null {
  return signedOn.every((day) => day <= today) ? null : 'agreement-dates-cross';
}

/** Months before the end at which both sides are reminded. */
export const REMINDED_MONTHS = [12, 6, 3] as const;
export type RemindedMonths = (typeof REMINDED_MONTHS)[number];

/** Which reminder is due, the nearest to the end first; null before them, after the end, or for a term so short that the day came before its start. */
export function reminderDue({ startsOn, endsOn, leavesOn, state }: AgreementTimes, today: string): RemindedMonths | null {
  const now = agreementStateOn({ startsOn, endsOn, leavesOn, state }, today);
  if (endsOn === null || startsOn === null || leavesOn !== null || !(IN_FORCE as readonly AgreementState[]).includes(now)) return null;
  const due = [...REMINDED_MONTHS].reverse().find((months) => today >= addMonths(endsOn, -months));
  return due !== undefined && addMonths(endsOn, -due) > startsOn ? due : null;
}

export const REPORT_STATES = ['to_come', 'due', 'received', 'late'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
/** A report covers the year that ends that day, and is awaited for two months. */
const AWAITED_MONTHS = 2;

export interface ReportDue {
  readonly year: number;
  /** The last day it covers. */
  readonly upTo: string;
  readonly dueBy: string;
  readonly state: ReportState;
}

/** The yearly reports of a signed agreement, from its start to its end or at most to the year under way. */
export function reportsOf(
  { startsOn, endsOn, leavesOn }: Omit<AgreementTimes, 'state'>,
  received: ReadonlySet<number>,
  today: string,
): ReportDue[] {
  if (startsOn === null) return [];
  const last = leavesOn ?? endsOn;
  const reports: ReportDue[] = [];
  for (let year = 1; ; year += 1) {
    const from = addMonths(startsOn, 12 * (year - 1));
    if (from > today || (last !== null && from > last)) return reports;
    const anniversary = addDays(addMonths(startsOn, 12 * year), -1);
    const upTo = last !== null && last < anniversary ? last : anniversary;
    const dueBy = addMonths(upTo, AWAITED_MONTHS);
    const waiting = today <= upTo ? 'to_come' : today <= dueBy ? 'due' : 'late';
    reports.push({ year, upTo, dueBy, state: received.has(year) ? 'received' : waiting });
  }
}

export function whyNotReport(report: ReportDue | undefined): AgreementRefusal | null {
  return report?.state === 'due' || report?.state === 'late' ? null : 'agreement-state-forbids';
}

/** Once it is over the place waits at its owner's desk: nobody but its owner publishes it again, and only if it has not moved on since. */
export function whyNotPublishPlaceAgain(
  state: AgreementState,
  place: { readonly state: string; readonly since: Date },
  overAt: Date,
): AgreementRefusal | null {
  const isOverHere = state === 'ended' || state === 'terminated';
  const waits = (place.state === 'awarded' || place.state === 'occupied') && place.since <= overAt;
  return isOverHere && waits ? null : 'agreement-state-forbids';
}
