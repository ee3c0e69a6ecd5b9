import { describe, expect, test } from '@jest/globals';
import { JOIN_REQUEST_STATES, JOIN_REQUEST_TRANSITIONS, joinRequestActions, nextJoinRequestState } from './join-request.rules.js';
import {
  NETWORK_LINK_STATES,
  NETWORK_LINK_TRANSITIONS,
  networkLinkActions,
  nextNetworkLinkState,
  whyNotAct,
} from './network-link.rules.js';

describe('what a network asks of an organisation', () => {
  test.each([
    ['asked', 'network', ['withdraw']],
    ['asked', 'member', ['accept', 'decline']],
    ['followed', 'network', ['end']],
    ['followed', 'member', ['end']],
    ['declined', 'network', []],
    ['declined', 'member', []],
    ['ended', 'network', []],
    ['ended', 'member', []],
  ] as const)('when %s lets the %s: %j', (state, side, actions) => {
    expect(networkLinkActions(state, side)).toEqual(actions);
  });

  test('never changes by an act that its state or its side does not allow', () => {
    for (const { action } of NETWORK_LINK_TRANSITIONS) {
      for (const state of NETWORK_LINK_STATES) {
        for (const side of ['network', 'member'] as const) {
          const allowed = networkLinkActions(state, side).includes(action);
          expect(whyNotAct(action, side, state) === null).toBe(allowed);
          if (allowed) expect(nextNetworkLinkState(state, action)).not.toBe(state);
        }
      }
    }
    expect(whyNotAct('accept', 'network', 'asked')).toBe('forbidden');
    expect(whyNotAct('accept', 'network', 'ended')).toBe('changed-meanwhile');
  });
});

test('a request to join is answered or withdrawn once', () => {
  for (const { action, to } of JOIN_REQUEST_TRANSITIONS) {
    for (const state of JOIN_REQUEST_STATES) expect(nextJoinRequestState(state, action)).toBe(state === 'pending' ? to : null);
  }
  expect(joinRequestActions('pending', 'administrator')).toEqual(['accept', 'decline']);
  expect(joinRequestActions('pending', 'requester')).toEqual(['withdraw']);
  expect(joinRequestActions('declined', 'administrator')).toEqual([]);
});
