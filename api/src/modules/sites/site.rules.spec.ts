import { describe, expect, test } from '@jest/globals';
import { nextSiteState, SITE_INITIAL_STATES, SITE_TRANSITIONS, siteActions } from './site.rules.js';
import { SITE_STATES, type SiteState } from './site.vocabulary.js';

const ACTIONS = SITE_TRANSITIONS.map((line) => line.action);

/** The life of a place as domain §3 tells it, written a second time by hand. */
const TOLD: Record<SiteState, Record<string, SiteState>> = {
  potential: { claim: 'draft', close: 'closed' },
  draft: { submit: 'submitted', publish: 'published', close: 'closed' },
  submitted: { takeBack: 'draft', sendBack: 'draft', accept: 'published', publish: 'published', close: 'closed' },
  published: { pause: 'paused', studyInterest: 'under_interest', enterCall: 'under_call', close: 'closed' },
  paused: { resume: 'published', close: 'closed' },
  under_interest: { declineInterest: 'published', award: 'awarded', close: 'closed' },
  under_call: { leaveCall: 'published', award: 'awarded', close: 'closed' },
  awarded: { dropAward: 'published', moveIn: 'occupied', close: 'closed' },
  occupied: { publishAgain: 'published', close: 'closed' },
  closed: {},
};

describe('the life of a place', () => {
  test.each(SITE_STATES.flatMap((state) => ACTIONS.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
    expect(nextSiteState(state, action)).toBe(TOLD[state][action] ?? null);
  });

  test('every state can be reached from a beginning, and only “closed” is an end', () => {
    const reached = new Set<SiteState>(SITE_INITIAL_STATES);
    for (const state of reached) for (const action of ACTIONS) reached.add(nextSiteState(state, action) ?? state);
    expect([...reached].sort()).toEqual([...SITE_STATES].sort());
    expect(
      SITE_STATES.filter((state) => siteActions(state, ['owner_editor', 'entitled_editor', 'moderator', 'service']).length === 0),
    ).toEqual(['closed']);
  });

  test('a stranger may do nothing, whatever the state', () => {
    expect(SITE_STATES.flatMap((state) => siteActions(state, []))).toEqual([]);
  });

  test('each action is written once, and leaving, pausing or refusing needs a reason', () => {
    expect(new Set(ACTIONS).size).toBe(ACTIONS.length);
    const withReason = SITE_TRANSITIONS.filter((line) => 'reason' in line).map((line) => line.action);
    expect(withReason).toEqual(['sendBack', 'pause', 'declineInterest', 'leaveCall', 'dropAward', 'close']);
  });
});
