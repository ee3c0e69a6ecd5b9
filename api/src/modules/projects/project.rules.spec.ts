import { describe, expect, test } from '@jest/globals';
import { nextProjectState, PROJECT_STATES, PROJECT_TRANSITIONS, projectActions, type ProjectState } from './project.rules.js';

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
