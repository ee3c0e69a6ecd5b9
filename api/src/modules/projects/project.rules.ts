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

export const PROJECT_INITIAL_STATES = ['draft'] as const satisfies readonly ProjectState[];

export function nextProjectState(state: ProjectState, action: ProjectAction): ProjectState | null {
  return next(PROJECT_TRANSITIONS, state, action);
}

export function projectActions(state: ProjectState, roles: readonly RoleOf<typeof PROJECT_TRANSITIONS>[]): ProjectAction[] {
  return allowedActions(PROJECT_TRANSITIONS, state, roles);
}
