import { describe, expect, test } from '@jest/globals';
import {
  type HolderAction,
  nextProjectState,
  PROJECT_STATES,
  PROJECT_TRANSITIONS,
  projectActions,
  type ProjectFacts,
  type ProjectState,
  whyNotCreate,
  whyNotEdit,
  whyNotMove,
  whyNotShow,
} from './project.rules.js';

const ACTIONS = PROJECT_TRANSITIONS.map((line) => line.action);

/** The life of a project as domain §3 tells it, written a second time by hand. */
const TOLD: Record<ProjectState, Record<string, ProjectState>> = {
  draft: { open: 'open', close: 'closed' },
  open: { obtainPlace: 'matched', close: 'closed' },
  matched: { losePlace: 'open', close: 'closed' },
  closed: { reopen: 'open' },
};

describe('the life of a project', () => {
  test.each(PROJECT_STATES.flatMap((state) => ACTIONS.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
    expect(nextProjectState(state, action)).toBe(TOLD[state][action] ?? null);
  });

  test('obtaining or losing a place is told by the service, never clicked by the holder', () => {
    expect(PROJECT_STATES.flatMap((state) => projectActions(state, ['holder']))).toEqual(['open', 'close', 'close', 'close', 'reopen']);
  });

  test('a stranger may do nothing, whatever the state', () => {
    expect(PROJECT_STATES.flatMap((state) => projectActions(state, []))).toEqual([]);
  });
});

describe('what a project may not do yet', () => {
  const facts = (state: ProjectState, need: ProjectFacts['need'] = { zone: [{}] }): ProjectFacts => ({
    state,
    publicSummary: 'Un atelier',
    need,
  });

  test.each(PROJECT_STATES)('%s: it opens, closes, reopens, is edited and is shown exactly when its state allows', (state) => {
    const allowed = (action: HolderAction) => whyNotMove(action, facts(state)) === null;
    expect({ open: allowed('open'), close: allowed('close'), reopen: allowed('reopen') }).toEqual({
      open: state === 'draft',
      close: state !== 'closed',
      reopen: state === 'closed',
    });
    expect([whyNotEdit(facts(state)), whyNotShow(facts(state))]).toEqual(
      state === 'closed' ? ['project-state-forbids', 'project-state-forbids'] : [null, null],
    );
  });

  test.each([
    ['where', { zone: [{}] }, null],
    ['what kind', { kinds: ['workshop'] }, null],
    ['what floor', { floorAreaMinM2: 100 }, null],
    ['what land', { landAreaMinM2: 100 }, null],
    ['nothing', { zone: [], kinds: [] }, 'project-need-too-vague'],
    ['nothing at all', {}, 'project-need-too-vague'],
  ] as const)('a need that says %s', (_said, need, reason) => {
    expect(whyNotMove('open', facts('draft', need))).toBe(reason);
    expect(whyNotMove('reopen', facts('closed', need))).toBe(reason);
    expect(whyNotMove('close', facts('draft', need))).toBeNull();
  });

  test('without a word for the public it is not shown', () => {
    expect(whyNotShow({ state: 'open', publicSummary: null })).toBe('project-summary-missing');
  });

  test('a public owner brings places, not projects', () => {
    expect([whyNotCreate('ess'), whyNotCreate('public_owner')]).toEqual([null, 'ess-organisations-only']);
  });
});
