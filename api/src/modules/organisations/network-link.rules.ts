import { type ActionOf, allowedActions, next, type Transition } from '../../platform/state-machine.js';

export const NETWORK_LINK_STATES = ['asked', 'followed', 'declined', 'ended'] as const;
export type NetworkLinkState = (typeof NETWORK_LINK_STATES)[number];
/** The network follows, the member is followed. */
export type NetworkSide = 'network' | 'member';

export const NETWORK_LINK_TRANSITIONS = [
  { action: 'accept', from: ['asked'], to: 'followed', by: ['member'] },
  { action: 'decline', from: ['asked'], to: 'declined', by: ['member'] },
  { action: 'withdraw', from: ['asked'], to: 'ended', by: ['network'] },
  { action: 'end', from: ['followed'], to: 'ended', by: ['network', 'member', 'service'] },
] as const satisfies readonly Transition<NetworkLinkState, string, NetworkSide | 'service'>[];

export const NETWORK_LINK_INITIAL_STATES = ['asked'] as const satisfies readonly NetworkLinkState[];
export type NetworkLinkAction = ActionOf<typeof NETWORK_LINK_TRANSITIONS>;

export function networkLinkActions(state: NetworkLinkState, side: NetworkSide): NetworkLinkAction[] {
  return allowedActions(NETWORK_LINK_TRANSITIONS, state, [side]);
}

/** Why this side may not do this now: it is the other side's to do, or the state forbids it. */
export function whyNotAct(action: NetworkLinkAction, side: NetworkSide, state: NetworkLinkState): 'forbidden' | 'changed-meanwhile' | null {
  if (next(NETWORK_LINK_TRANSITIONS, state, action) === null) return 'changed-meanwhile';
  return networkLinkActions(state, side).includes(action) ? null : 'forbidden';
}

export function nextNetworkLinkState(state: NetworkLinkState, action: NetworkLinkAction): NetworkLinkState | null {
  return next(NETWORK_LINK_TRANSITIONS, state, action);
}
