import { type ActionOf, allowedActions, next, type RoleOf, type Transition } from '../../platform/state-machine.js';

export const PROJECT_STATES = ['draft', 'open', 'matched', 'closed'] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];
type ProjectRole = 'holder' | 'service';

/** The life of a project (domain §3): it looks for a place, obtains one, may lose it, and may start looking again. */
export const PROJECT_TRANSITIONS = [
  { action: 'open', from: ['draft'], to: 'open', by: ['holder'] },
  { action: 'obtainPlace', from: ['open'], to: 'matched', by: ['service'] },
  { action: 'losePlace', from: ['matched'], to: 'open', by: ['service'], reason: 'needed' },
  { action: 'close', from: ['draft', 'open', 'matched'], to: 'closed', by: ['holder'], reason: 'needed' },
  { action: 'reopen', from: ['closed'], to: 'open', by: ['holder'] },
] as const satisfies readonly Transition<ProjectState, string, ProjectRole>[];

type ProjectAction = ActionOf<typeof PROJECT_TRANSITIONS>;
export type HolderAction = Extract<ProjectAction, 'open' | 'close' | 'reopen'>;

export const PROJECT_INITIAL_STATES = ['draft'] as const satisfies readonly ProjectState[];

/** How far the work has come. */
export const PROJECT_STAGES = ['idea', 'study', 'funded', 'ready'] as const;
export const CLOSING_REASONS = [
  'place_found_elsewhere',
  'place_obtained_here',
  'funding_missing',
  'team_changed',
  'postponed',
  'other',
] as const;

/** Reasons of this module; each is a code of the problem table. */
export const PROJECT_REFUSALS = [
  'project-state-forbids',
  'project-need-too-vague',
  'project-summary-missing',
  'ess-organisations-only',
] as const;
export type ProjectRefusal = (typeof PROJECT_REFUSALS)[number];

export interface ProjectFacts {
  readonly state: ProjectState;
  readonly publicSummary: string | null;
  readonly need: {
    readonly zone?: readonly unknown[] | undefined;
    readonly kinds?: readonly unknown[] | undefined;
    readonly floorAreaMinM2?: number | null | undefined;
    readonly landAreaMinM2?: number | null | undefined;
  };
}

export function nextProjectState(state: ProjectState, action: ProjectAction): ProjectState | null {
  return next(PROJECT_TRANSITIONS, state, action);
}

export function projectActions(state: ProjectState, roles: readonly RoleOf<typeof PROJECT_TRANSITIONS>[]): ProjectAction[] {
  return allowedActions(PROJECT_TRANSITIONS, state, roles);
}

/** Projects are those of the social and solidarity economy; a public owner brings places. */
export function whyNotCreate(organisationKind: string): ProjectRefusal | null {
  return organisationKind === 'ess' ? null : 'ess-organisations-only';
}

/** A project that says neither where, nor what, nor how large would be shown to every owner of France. */
export function whyNotMove(action: HolderAction, { state, need }: ProjectFacts): ProjectRefusal | null {
  if (nextProjectState(state, action) === null) return 'project-state-forbids';
  if (action === 'close') return null;
  const asksSomething =
    [need.zone, need.kinds].some((asked) => (asked ?? []).length > 0) || (need.floorAreaMinM2 ?? need.landAreaMinM2) != null;
  return asksSomething ? null : 'project-need-too-vague';
}

/** A closed project is reopened before it is edited: otherwise nobody would know which text it was closed with. */
export function whyNotEdit({ state }: Pick<ProjectFacts, 'state'>): ProjectRefusal | null {
  return state === 'closed' ? 'project-state-forbids' : null;
}

/** A public page without a word for the public would say nothing but a name. */
export function whyNotShow({ state, publicSummary }: Pick<ProjectFacts, 'state' | 'publicSummary'>): ProjectRefusal | null {
  if (state === 'closed') return 'project-state-forbids';
  return publicSummary === null ? 'project-summary-missing' : null;
}
