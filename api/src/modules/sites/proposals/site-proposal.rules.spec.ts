import { describe, expect, test } from '@jest/globals';
import { nested, nextSiteProposalState, SITE_PROPOSAL_STATES, whyNotDecide } from './site-proposal.rules.js';

describe('a proposal', () => {
  test('goes its way state by state', () => {
    const moves = SITE_PROPOSAL_STATES.flatMap((state) =>
      (['confirm', 'accept', 'refuse'] as const).map((action) => [state, action, nextSiteProposalState(state, action)]),
    ).filter(([, , to]) => to !== null);
    expect(moves).toEqual([
      ['unconfirmed', 'confirm', 'received'],
      ['received', 'accept', 'accepted'],
      ['received', 'refuse', 'refused'],
    ]);
  });

  test.each([
    ['waits', { state: 'received', siteState: 'published', isOwn: false }, 'accept', null],
    ['of a new place', { state: 'received', siteState: null, isOwn: false }, 'accept', null],
    ['not yet confirmed', { state: 'unconfirmed', siteState: 'published', isOwn: false }, 'accept', 'proposal-state-forbids'],
    ['already decided', { state: 'refused', siteState: 'published', isOwn: false }, 'accept', 'proposal-state-forbids'],
    ['of the person who decides', { state: 'received', siteState: 'published', isOwn: true }, 'accept', 'own-proposal'],
    ['on a closed place', { state: 'received', siteState: 'closed', isOwn: false }, 'accept', 'site-state-forbids'],
    ['on a closed place, refused', { state: 'received', siteState: 'closed', isOwn: false }, 'refuse', null],
  ] as const)('that %s', (_case, facts, action, why) => {
    expect(whyNotDecide(facts, action)).toBe(why);
  });

  test('says of facts what an edit says', () => {
    expect(nested({ builtYear: 1882, 'features.water': true, 'features.toilets': false })).toEqual({
      builtYear: 1882,
      features: { water: true, toilets: false },
    });
  });
});
