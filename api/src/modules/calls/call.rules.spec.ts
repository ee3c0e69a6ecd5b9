import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  CALL_STATES,
  CALL_TRANSITIONS,
  type CallAction,
  callActions,
  type CallContent,
  callLacks,
  type CallState,
  callStateAt,
  type CallTimes,
  nextCallState,
  SHORTEST_MS,
  type StoredCallState,
  storedState,
  whyNotAskOrAnswer,
  whyNotEditCall,
  whyNotMoveCall,
} from './call.rules.js';

const ACTIONS = [...new Set(CALL_TRANSITIONS.map((line) => line.action))];
const at = (time: string) => new Date(`2026-12-${time}:00Z`);

/** The life of a call as domain §3 tells it, written a second time by hand. */
const TOLD: Record<CallState, Partial<Record<CallAction, CallState>>> = {
  draft: { publish: 'published', cancel: 'cancelled' },
  published: { open: 'open', extend: 'published', cancel: 'cancelled' },
  open: { close: 'closed', extend: 'open', cancel: 'cancelled' },
  closed: { startReview: 'under_review', declareUnsuccessful: 'unsuccessful', cancel: 'cancelled' },
  under_review: { proposeAward: 'award_proposed', declareUnsuccessful: 'unsuccessful', cancel: 'cancelled' },
  award_proposed: { takeBackAward: 'under_review', decide: 'decided', declareUnsuccessful: 'unsuccessful', cancel: 'cancelled' },
  decided: { publishResults: 'results_published' },
  results_published: {},
  unsuccessful: {},
  cancelled: {},
};

describe('the life of a call', () => {
  test.each(CALL_STATES.flatMap((state) => ACTIONS.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
    expect(nextCallState(state, action)).toBe(TOLD[state][action] ?? null);
  });

  test('opens and closes by the clock, never by somebody', () => {
    expect(CALL_STATES.flatMap((state) => callActions(state, ['owner_editor', 'authority']))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(open|close)$/)]),
    );
  });

  test('only the authority decides', () => {
    expect(CALL_STATES.flatMap((state) => callActions(state, ['owner_editor']))).not.toContain('decide');
  });
});

describe('the state at an instant', () => {
  const times: CallTimes = { state: 'published', opensAt: at('01T08:00'), closesAt: at('14T22:59') };
  test.each([
    ['30T08:00', 'closed'],
    ['01T07:59', 'published'],
    ['01T08:00', 'open'],
    ['14T22:58', 'open'],
    ['14T22:59', 'closed'],
  ] as const)('on December %s it is %s', (now, state) => {
    expect(callStateAt(times, at(now))).toBe(state);
  });

  test('the last millisecond before closing is in time, the closing itself is not', () => {
    expect(callStateAt(times, new Date(at('14T22:59').getTime() - 1))).toBe('open');
  });

  test('whatever happens and whenever, no sequence of acts leaves the table, and what was decided stays so', () => {
    const act = fc.record({ action: fc.constantFrom(...ACTIONS), hours: fc.integer({ min: 0, max: 400 }) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let stored: StoredCallState = 'draft';
        let now = at('01T00:00');
        let closesAt = at('14T22:59');
        const seen: CallState[] = ['draft'];
        for (const { action, hours } of acts) {
          now = new Date(now.getTime() + hours * 3_600_000);
          const state = callStateAt({ ...times, state: stored, closesAt }, now);
          const to = nextCallState(state, action);
          if (to === null || action === 'open' || action === 'close') continue;
          if (action === 'extend') closesAt = new Date(closesAt.getTime() + 3_600_000);
          stored = storedState(to);
          seen.push(callStateAt({ ...times, state: stored, closesAt }, now));
        }
        expect(seen.filter((state) => state === 'draft')).toHaveLength(1);
        const ended = seen.findIndex((state) => ['results_published', 'unsuccessful', 'cancelled'].includes(state));
        if (ended >= 0) expect(seen).toHaveLength(ended + 1);
        const decided = seen.indexOf('decided');
        if (decided >= 0) expect(seen.slice(0, decided)).toEqual(expect.arrayContaining(['under_review', 'award_proposed']));
        expect(seen.some((state, index) => index > 0 && state === 'published' && !['draft', 'published'].includes(seen[index - 1]!))).toBe(
          false,
        );
      }),
    );
  });
});

describe('what a call lacks', () => {
  const now = at('01T08:00');
  const whole: CallContent = {
    summary: 'Deux locaux de la gare',
    territoryId: null,
    lots: ['a'],
    opensAt: at('05T08:00').toISOString(),
    closesAt: at('20T22:59').toISOString(),
    form: [
      {
        id: 's',
        title: 'S',
        help: null,
        questions: [{ id: 'q', kind: 'short', label: 'Q', help: null, required: true, shownIf: null, maxLength: 200 }],
      },
    ],
    documents: [],
    eligibility: [],
    grid: {
      criteria: [
        { id: 'a', weight: 60 },
        { id: 'b', weight: 40 },
      ],
    },
    jury: { members: [{}], quorum: 1 },
  };

  test.each([
    ['nothing', {}, []],
    ['a summary', { summary: null }, ['summary']],
    ['places', { lots: [] }, ['lots']],
    ['nothing, when a territory stands for places', { lots: [], territoryId: 'commune:52269' }, []],
    ['its calendar', { opensAt: null, closesAt: null }, ['opensAt', 'closesAt']],
    ['time to answer', { closesAt: at('06T08:00').toISOString() }, ['closing-too-soon']],
    [
      'time to answer, counted from now when it opens in the past',
      { opensAt: at('01T00:00').toISOString(), closesAt: at('08T07:00').toISOString() },
      ['closing-too-soon'],
    ],
    ['nothing after exactly a week', { closesAt: new Date(at('05T08:00').getTime() + SHORTEST_MS).toISOString() }, []],
    ['questions', { form: [] }, ['form']],
    ['a sound rule', { eligibility: [{ id: 'r', condition: { test: 'answered', question: 'nulle' } }] }, ['eligibility-faults']],
    ['criteria', { grid: { criteria: [] } }, ['grid']],
    ['weights that make a whole', { grid: { criteria: [{ id: 'a', weight: 90 }] } }, ['grid-weights']],
    ['a jury', { jury: { members: [], quorum: null } }, ['jury']],
    ['a quorum the jury can reach', { jury: { members: [{}], quorum: 2 } }, ['jury']],
  ] as const)('%s', (_what, change, lacks) => {
    expect(callLacks({ ...whole, ...(change as Partial<CallContent>) }, now, null)).toEqual(lacks);
  });

  test('keeps it from being published, and from nothing else', () => {
    expect(whyNotMoveCall('publish', 'draft', ['grid'])).toBe('call-incomplete');
    expect(whyNotMoveCall('publish', 'draft', [])).toBeNull();
    expect(whyNotMoveCall('cancel', 'draft', ['grid'])).toBeNull();
    expect(whyNotMoveCall('extend', 'closed', [])).toBe('call-state-forbids');
  });

  test('published, nothing is edited; questions are asked until it closes', () => {
    expect(CALL_STATES.filter((state) => whyNotEditCall(state) === null)).toEqual(['draft']);
    expect(CALL_STATES.filter((state) => whyNotAskOrAnswer(state) === null)).toEqual(['published', 'open']);
  });
});
