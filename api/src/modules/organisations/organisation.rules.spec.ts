import { describe, expect, test } from '@jest/globals';
import {
  nextOrganisationState,
  ORGANISATION_STATES,
  ORGANISATION_TRANSITIONS,
  type OrganisationState,
  saysItsWordsInPublic,
  standingOf,
  STATES_THAT_ACT,
} from './organisation.rules.js';

const ACTIONS = ORGANISATION_TRANSITIONS.map((line) => line.action);

/** The life of an organisation, written a second time by hand. */
const TOLD: Record<OrganisationState, Record<string, OrganisationState>> = {
  unclaimed: { claim: 'claimed' },
  claimed: { verify: 'verified', refuse: 'refused', suspend: 'suspended' },
  verified: { refuse: 'refused', suspend: 'suspended' },
  refused: { claimAgain: 'claimed', release: 'refused' },
  suspended: { reinstate: 'verified', reinstateUnverified: 'claimed' },
};

describe('the life of an organisation', () => {
  test.each(ORGANISATION_STATES.flatMap((state) => ACTIONS.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
    expect(nextOrganisationState(state, action)).toBe(TOLD[state][action] ?? null);
  });

  test('every decision of a moderator says why', () => {
    const decisions = ORGANISATION_TRANSITIONS.filter((line) => (line.by as readonly string[]).includes('moderator'));
    expect(decisions.every((line) => 'reason' in line)).toBe(true);
  });

  test('only a verified organisation acts or speaks in public', () => {
    expect(ORGANISATION_STATES.filter(saysItsWordsInPublic)).toEqual([...STATES_THAT_ACT]);
  });

  test('the public never learns that a claim was refused', () => {
    expect(ORGANISATION_STATES.map(standingOf)).toEqual(['unclaimed', 'unverified', 'verified', 'unverified', 'suspended']);
  });
});
