import { type ActionOf, allowedActions, next, type RoleOf, type Transition } from '../../platform/state-machine.js';

export const JOIN_REQUEST_STATES = ['pending', 'accepted', 'declined', 'withdrawn'] as const;
export type JoinRequestState = (typeof JOIN_REQUEST_STATES)[number];

export const JOIN_REQUEST_TRANSITIONS = [
  { action: 'accept', from: ['pending'], to: 'accepted', by: ['administrator'] },
  { action: 'decline', from: ['pending'], to: 'declined', by: ['administrator', 'service'], reason: 'needed' },
  { action: 'withdraw', from: ['pending'], to: 'withdrawn', by: ['requester'] },
] as const satisfies readonly Transition<JoinRequestState, string, 'administrator' | 'service' | 'requester'>[];

export const JOIN_REQUEST_INITIAL_STATES = ['pending'] as const satisfies readonly JoinRequestState[];
export type JoinRequestAction = ActionOf<typeof JOIN_REQUEST_TRANSITIONS>;

export function nextJoinRequestState(state: JoinRequestState, action: JoinRequestAction): JoinRequestState | null {
  return next(JOIN_REQUEST_TRANSITIONS, state, action);
}

export function joinRequestActions(state: JoinRequestState, role: RoleOf<typeof JOIN_REQUEST_TRANSITIONS>): JoinRequestAction[] {
  return allowedActions(JOIN_REQUEST_TRANSITIONS, state, [role]);
}
