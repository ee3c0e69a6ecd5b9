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
  extensionFault,
  nextCallState,
  SHORTEST_MS,
  type StoredCallState,
  storedState,
  whyNotAskOrAnswer,
  whyNotEditCall,
  whyNotExtendStep,
  whyNotMoveCall,
} from './call.rules.js';

const ACTIONS = [...new Set(CALL_TRANSITIONS.map((line) => line.action))];
const at = (time: string) => new Date(`2026-12-${time}:00Z`);

/** The life of a call as domain §3 tells it, written a second time by hand. */
const TOLD: Record<CallState, Partial<Record<CallAction, CallState>>> = {
  draft: { publish: 'published', cancel: 'cancelled' },
  published: { open: 'open', extend: 'published', cancel: 'cancelled' },
  open: { close: 'closed', closeFirstStep: 'shortlisting', extend: 'open', cancel: 'cancelled' },
  shortlisting: { extend: 'shortlisting', announceShortlist: 'second_step', declareUnsuccessful: 'unsuccessful', cancel: 'cancelled' },
  second_step: { close: 'closed', extend: 'second_step', cancel: 'cancelled' },
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
      expect.arrayContaining([expect.stringMatching(/^(open|close|closeFirstStep)$/)]),
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

  const steps: CallTimes = { ...times, firstClosesAt: at('08T22:59') };
  test.each([
    ['published', '01T07:59', 'published'],
    ['published', '01T08:00', 'open'],
    ['published', '08T22:58', 'open'],
    ['published', '08T22:59', 'shortlisting'],
    ['published', '14T22:59', 'shortlisting'],
    ['second_step', '08T22:59', 'second_step'],
    ['second_step', '14T22:58', 'second_step'],
    ['second_step', '14T22:59', 'closed'],
    ['under_review', '10T08:00', 'under_review'],
  ] as const)('of a call in two steps stored as %s, on December %s: %s', (state, now, seen) => {
    expect(callStateAt({ ...steps, state }, at(now))).toBe(seen);
  });

  test.each(CALL_STATES.map((state) => [state] as const))(
    '%s: the first closing moves while it is not over, the second until it is',
    (state) => {
      const [first, second] = [whyNotExtendStep(state, 'first'), whyNotExtendStep(state, 'second')];
      expect(first).toBe(state === 'published' || state === 'open' ? null : 'call-state-forbids');
      expect(second).toBe(['published', 'open', 'shortlisting', 'second_step'].includes(state) ? null : 'call-state-forbids');
    },
  );

  const within = { ...steps, state: 'published' as const };
  test.each([
    ['one step, later', times, '02T08:00', null, '15T08:00', null],
    ['one step, at the announced closing', times, '02T08:00', null, '14T22:59', 'not-later'],
    ['the first step, a week before the second closes', { ...within, closesAt: at('20T22:59') }, '02T08:00', 'first', '13T22:59', null],
    ['the first step, closer to it', { ...within, closesAt: at('20T22:59') }, '02T08:00', 'first', '13T23:00', 'week-between'],
    ['the second step while the first is open', within, '02T08:00', 'second', '15T08:00', null],
    ['the second step, earlier', within, '02T08:00', 'second', '13T22:59', 'not-later'],
    ['before the shortlist, a week from now', within, '09T08:00', 'second', '16T08:00', null],
    ['before the shortlist, less than a week from now', within, '09T08:01', 'second', '16T08:00', 'week-to-write'],
    ['before the shortlist, to a day already over', within, '20T08:00', 'second', '18T08:00', 'week-to-write'],
    ['once the second step is open', { ...within, state: 'second_step' as const }, '13T08:00', 'second', '15T08:00', null],
  ] as const)('an extension of %s', (_what, call, now, step, to, fault) => {
    expect(extensionFault(call, { step, to: at(to) }, at(now))).toBe(fault);
  });

  test('what the clock gave is not written down: a call is published, or in its second step', () => {
    expect(CALL_STATES.filter((state) => storedState(state) !== state)).toEqual(['open', 'shortlisting', 'closed']);
  });

  test('whatever happens and whenever, no sequence of acts leaves the table, and what was decided stays so', () => {
    const act = fc.record({ action: fc.constantFrom(...ACTIONS), hours: fc.integer({ min: 0, max: 400 }) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), fc.boolean(), (acts, inTwo) => {
        const firstClosesAt = inTwo ? at('08T22:59') : null;
        let stored: StoredCallState = 'draft';
        let now = at('01T00:00');
        let closesAt = at('14T22:59');
        const seen: CallState[] = ['draft'];
        for (const { action, hours } of acts) {
          now = new Date(now.getTime() + hours * 3_600_000);
          const state = callStateAt({ ...times, firstClosesAt, state: stored, closesAt }, now);
          const to = nextCallState(state, action);
          if (to === null || action === 'open' || action === 'close' || action === 'closeFirstStep') continue;
          // A shortlist leaves time for the second step: it is never announced once that is over.
          if (action === 'announceShortlist' && now >= closesAt) continue;
          if (action === 'extend') closesAt = new Date(closesAt.getTime() + 3_600_000);
          stored = storedState(to);
          seen.push(callStateAt({ ...times, firstClosesAt, state: stored, closesAt }, now));
        }
        expect(seen.filter((state) => state === 'draft')).toHaveLength(1);
        const ended = seen.findIndex((state) => ['results_published', 'unsuccessful', 'cancelled'].includes(state));
        if (ended >= 0) expect(seen).toHaveLength(ended + 1);
        if (!inTwo) expect(seen).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(shortlisting|second_step)$/)]));
        // Nothing is reviewed between two steps: the shortlist was announced, and the second one is over.
        const reviewed = seen.indexOf('under_review');
        if (inTwo && reviewed >= 0) expect(seen.slice(0, reviewed)).toContain('second_step');
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
    firstClosesAt: null,
    closesAt: at('20T22:59').toISOString(),
    firstStep: null,
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

  const TWO = { firstClosesAt: at('13T22:59').toISOString(), firstStep: { questions: ['q'], documents: [] } };
  const question = whole.form[0]!.questions[0]!;
  const DEPENDENT = [{ ...whole.form[0]!, questions: [question, { ...question, id: 'r', shownIf: { test: 'answered', question: 'q' } }] }];

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
    ['nothing, in two steps', TWO, []],
    ['the closing of the first step', { ...TWO, firstClosesAt: null }, ['firstClosesAt']],
    ['time to answer the first step', { ...TWO, firstClosesAt: at('06T08:00').toISOString() }, ['closing-too-soon']],
    ['a week between the two closings', { ...TWO, firstClosesAt: at('14T22:59').toISOString() }, ['second-too-soon']],
    ['something asked in the first step', { ...TWO, firstStep: { questions: ['nulle'], documents: [] } }, ['first-step']],
    [
      'a first step that does not depend on the second',
      { ...TWO, form: DEPENDENT, firstStep: { questions: ['r'], documents: [] } },
      ['first-step-faults'],
    ],
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
    expect(CALL_STATES.filter((state) => whyNotAskOrAnswer(state) === null)).toEqual(['published', 'open', 'shortlisting', 'second_step']);
  });
});
