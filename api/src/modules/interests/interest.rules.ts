import { type ActionOf, allowedActions, next, type RoleOf, type Transition } from '../../platform/state-machine.js';
import { isClosedPath, type MissingStep, silenceEnds, whyNotAct } from '../legal/legal-steps.rules.js';
import type { Path, Step } from '../legal/legal.vocabulary.js';

export const INTEREST_STATES = [
  'received',
  'refused_by_silence',
  'inadmissible',
  'declined',
  'publicity_open',
  'granted_after_publicity',
  'granted_directly',
  'turned_into_call',
  'closed',
] as const;
export type InterestState = (typeof INTEREST_STATES)[number];

/** `authority`: who may bind the owner, named with date and reference; `service`: follows from something else; `clock`: no one acts. */
export type InterestRole = 'agent' | 'authority' | 'service' | 'clock';

interface InterestTransition extends Transition<InterestState, string, InterestRole> {
  /** The path it belongs to, where it depends on one; and why. */
  readonly onPath?: 'with_window' | 'without_window';
  readonly source?: string;
}

/** A late answer takes back the refusal that silence was. */
const UNANSWERED = ['received', 'refused_by_silence'] as const satisfies readonly InterestState[];

/**
 * What becomes of a spontaneous request (domain §3). The window is for an economic activity on the public domain; on the private domain, for
 * another activity, or on a ground of direct award, the request is decided without it.
 */
export const INTEREST_TRANSITIONS = [
  { action: 'keepSilent', from: ['received'], to: 'refused_by_silence', by: ['clock'], source: 'CRPA L. 231-4' },
  { action: 'refuseAdmission', from: UNANSWERED, to: 'inadmissible', by: ['agent'], reason: 'needed' },
  { action: 'decline', from: UNANSWERED, to: 'declined', by: ['agent'], reason: 'needed', source: 'CG3P L. 2122-1-4' },
  { action: 'openPublicity', from: UNANSWERED, to: 'publicity_open', by: ['agent'], onPath: 'with_window', source: 'CG3P L. 2122-1-4' },
  {
    action: 'grantDirectly',
    from: UNANSWERED,
    to: 'granted_directly',
    by: ['authority'],
    onPath: 'without_window',
    source: 'CE 2 déc. 2022, n° 460100 ; CG3P L. 2122-1-2, L. 2122-1-3',
  },
  {
    action: 'grantAfterPublicity',
    from: ['publicity_open'],
    to: 'granted_after_publicity',
    by: ['authority'],
    onPath: 'with_window',
    source: 'CG3P L. 2122-1-4',
  },
  {
    action: 'turnIntoCall',
    from: ['publicity_open'],
    to: 'turned_into_call',
    by: ['agent'],
    onPath: 'with_window',
    source: 'CG3P L. 2122-1-1',
  },
  { action: 'close', from: [...UNANSWERED, 'publicity_open'], to: 'closed', by: ['agent', 'service'], reason: 'needed' },
] as const satisfies readonly InterestTransition[];

export type InterestAction = Exclude<ActionOf<typeof INTEREST_TRANSITIONS>, 'keepSilent'>;
export const INTEREST_INITIAL_STATES = ['received'] as const satisfies readonly InterestState[];
export const INTEREST_ACTIONS = [...new Set(INTEREST_TRANSITIONS.map(({ action }) => action))].filter(
  (action): action is InterestAction => action !== 'keepSilent',
);
/** Silence is told by the clock and never written. */
export type StoredInterestState = Exclude<InterestState, 'refused_by_silence'>;

export function nextInterestState(state: InterestState, action: InterestAction): StoredInterestState | null {
  return next(INTEREST_TRANSITIONS, state, action) as StoredInterestState | null;
}

export function interestActions(
  state: InterestState,
  roles: readonly RoleOf<typeof INTEREST_TRANSITIONS>[],
): ActionOf<typeof INTEREST_TRANSITIONS>[] {
  return allowedActions(INTEREST_TRANSITIONS, state, roles);
}

interface Waiting {
  readonly state: StoredInterestState;
  readonly receivedAt: Date;
  /** The owner is a local authority, whose silence refuses. */
  readonly silenceCounts: boolean;
}

/** The state at an instant: two months without an answer have refused, whether or not any task has run. */
export function interestStateAt({ state, receivedAt, silenceCounts }: Waiting, now: Date): InterestState {
  return state === 'received' && silenceCounts && now >= silenceEnds(receivedAt) ? 'refused_by_silence' : state;
}

export interface InterestFacts {
  readonly state: InterestState;
  /** Null: the questions were not answered. */
  readonly outcome: { readonly path: Path; readonly steps: readonly Step[] } | null;
  readonly done: ReadonlySet<Step>;
  /** When the window that was opened ends. */
  readonly windowEnds: Date | null;
  /** Those who came forward in time and have not withdrawn. */
  readonly rivals: number;
  /** The place can be studied, or is being studied for this very request. */
  readonly placeFree: boolean;
}

export const INTEREST_REFUSALS = [
  'interest-state-forbids',
  'legal-step-missing',
  'legal-path-forbids',
  'interest-no-window',
  'interest-window-needed',
  'interest-window-running',
  'interest-has-rivals',
  'interest-no-rival',
  'interest-place-taken',
] as const;
export type InterestRefusal = (typeof INTEREST_REFUSALS)[number];

/** Acts that need nothing but the state: an answer that gives nothing to anybody. */
const FREE: readonly InterestAction[] = ['refuseAdmission', 'decline', 'close'];

/** Why not, or null. The one decision for the guard, the button and the test of every sequence. */
export function whyNotInterest(action: InterestAction, facts: InterestFacts, now: Date): InterestRefusal | null {
  const { state, outcome, windowEnds, rivals, placeFree } = facts;
  if (nextInterestState(state, action) === null) return 'interest-state-forbids';
  if (FREE.includes(action)) return null;
  if (outcome === null) return 'legal-step-missing';
  if (isClosedPath(outcome.path)) return 'legal-path-forbids';
  const hasWindow = outcome.path === 'publicity_first';
  if (action === 'openPublicity') return !hasWindow ? 'interest-no-window' : placeFree ? null : 'interest-place-taken';
  if (action === 'grantDirectly' && needsCall(outcome)) return hasWindow ? 'interest-window-needed' : 'legal-path-forbids';
  if (action === 'grantDirectly') return placeFree ? refusalOf(whyNotAct('grant', outcome, facts.done)) : 'interest-place-taken';
  if (windowEnds === null || now < windowEnds) return 'interest-window-running';
  if (action === 'turnIntoCall') return rivals === 0 ? 'interest-no-rival' : null;
  return rivals > 0 ? 'interest-has-rivals' : refusalOf(whyNotAct('grant', outcome, facts.done));
}

/** Paths on which something must be open to others before anybody is granted the place. */
function needsCall({ steps }: NonNullable<InterestFacts['outcome']>): boolean {
  return steps.includes('publicity') || steps.includes('impartial_selection');
}

function refusalOf(missing: MissingStep | null): InterestRefusal | null {
  if (missing === null) return null;
  return missing.step === null ? 'legal-path-forbids' : 'legal-step-missing';
}

const DAY_MS = 24 * 3_600_000;
/** The law asks for sufficient publicity and gives no number; less than this nobody could call sufficient. */
export const SHORTEST_WINDOW_MS = 15 * DAY_MS;
const LONGEST_WINDOW_MS = 366 * DAY_MS;

export function isWindowSound(closesAt: Date, now: Date): boolean {
  const length = closesAt.getTime() - now.getTime();
  return length >= SHORTEST_WINDOW_MS && length <= LONGEST_WINDOW_MS;
}

/** Coming forward is judged by the instant of arrival, like a filing. */
export function isInTime(windowEnds: Date, arrivedAt: Date): boolean {
  return arrivedAt < windowEnds;
}
