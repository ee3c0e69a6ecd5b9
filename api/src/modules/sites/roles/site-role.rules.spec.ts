import { describe, expect, test } from '@jest/globals';
import { AGENT_ROLES } from '../site.vocabulary.js';
import {
  mayAward,
  nextSiteRoleState,
  SITE_ROLE_STATES,
  SITE_ROLE_TRANSITIONS,
  siteRoleActions,
  strongestRole,
  type SiteRoleState,
} from './site-role.rules.js';

const TODAY = '2026-11-23';
const TERMS = { none: null, yesterday: '2026-11-22', today: TODAY, tomorrow: '2026-11-24' } as const;

describe('the life of a role', () => {
  const TOLD: Record<SiteRoleState, Record<string, SiteRoleState>> = {
    declared: { check: 'checked', refuse: 'refused', end: 'ended' },
    checked: { end: 'ended' },
    refused: {},
    ended: {},
  };
  const actions = SITE_ROLE_TRANSITIONS.map(({ action }) => action);

  test.each(SITE_ROLE_STATES.flatMap((state) => actions.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
    expect(nextSiteRoleState(state, action)).toBe(TOLD[state][action] ?? null);
  });

  test('its holder may only end it; a stranger may do nothing', () => {
    expect(SITE_ROLE_STATES.map((state) => siteRoleActions(state, ['holder']))).toEqual([['end'], ['end'], [], []]);
    expect(SITE_ROLE_STATES.flatMap((state) => siteRoleActions(state, []))).toEqual([]);
  });
});

describe('who may award a place', () => {
  /** Every state × role × term; the only ones that may. */
  const MAY = ['checked owns none', 'checked owns today', 'checked owns tomorrow', 'checked manages today', 'checked manages tomorrow'];
  const all = SITE_ROLE_STATES.flatMap((state) =>
    AGENT_ROLES.flatMap((role) => (Object.keys(TERMS) as (keyof typeof TERMS)[]).map((term) => ({ state, role, term }))),
  );

  test.each(all)('$state, $role, until $term', ({ state, role, term }) => {
    expect(mayAward({ state, role, until: TERMS[term] }, TODAY)).toBe(MAY.includes(`${state} ${role} ${term}`));
  });

  test('the day after the deed ends, nobody any more', () => {
    const deed = { state: 'checked', role: 'manages', until: '2026-12-31' } as const;
    expect([mayAward(deed, '2026-12-31'), mayAward(deed, '2027-01-01')]).toEqual([true, false]);
  });
});

describe('what a place says of who speaks for it', () => {
  const checked = (role: (typeof AGENT_ROLES)[number], until: string | null = null) => ({ state: 'checked', role, until }) as const;

  test.each([
    ['nobody', [], null, null],
    ['only declared', [{ state: 'declared', role: 'owns', until: null } as const], null, null],
    ['refused', [{ state: 'refused', role: 'owns', until: null } as const], null, null],
    ['the strongest of two', [checked('signals'), checked('manages', TERMS.tomorrow)], null, 'manages'],
    ['a deed that is over', [checked('manages', TERMS.yesterday)], null, null],
    ['a weaker record than what was said before', [checked('signals')], 'owns', 'owns'],
    ['a stronger record than what was said before', [checked('owns')], 'signals', 'owns'],
    ['what was said before, once the record ended', [{ state: 'ended', role: 'owns', until: null } as const], 'lists', 'lists'],
  ] as const)('%s', (_case, held, unrecorded, role) => {
    expect(strongestRole(held, unrecorded, TODAY)).toBe(role);
  });
});
