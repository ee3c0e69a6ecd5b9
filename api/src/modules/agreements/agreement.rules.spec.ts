import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, monthsBetween, monthsCovering } from './agreement-days.rules.js';
import {
  AGREEMENT_STATES,
  AGREEMENT_TRANSITIONS,
  type AgreementAction,
  agreementActions,
  type AgreementFacts,
  type AgreementState,
  agreementStateOn,
  type AgreementTimes,
  isOver,
  nextAgreementState,
  reminderDue,
  reportsOf,
  STORED_AGREEMENT_STATES,
  whyNotComment,
  whyNotDraft,
  whyNotMeetCondition,
  whyNotNotice,
  whyNotPublishPlaceAgain,
  whyNotReport,
  whyNotSettle,
  whyNotSign,
  whyNotSignedThen,
} from './agreement.rules.js';

const ACTIONS = [...new Set(AGREEMENT_TRANSITIONS.map((line) => line.action))];

/** The life of an agreement as domain §3 tells it, written a second time by hand. */
const TOLD: Record<AgreementState, Partial<Record<AgreementAction, AgreementState>>> = {
  drafting: { settle: 'conditions_precedent', terminate: 'terminated' },
  conditions_precedent: { takeBack: 'drafting', sign: 'signed', terminate: 'terminated' },
  signed: { start: 'running', terminate: 'terminated' },
  running: { openRenewal: 'renewal_window', giveNotice: 'running', leave: 'terminated', end: 'ended', terminate: 'terminated' },
  renewal_window: { giveNotice: 'renewal_window', leave: 'terminated', renew: 'renewed', end: 'ended', terminate: 'terminated' },
  renewed: {},
  ended: {},
  terminated: {},
};

describe('the life of an agreement', () => {
  test.each(AGREEMENT_STATES.flatMap((state) => ACTIONS.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
    expect(nextAgreementState(state, action)).toBe(TOLD[state][action] ?? null);
  });

  test('starts, opens to renewal, ends and is left by the calendar, never by somebody', () => {
    const done = AGREEMENT_STATES.flatMap((state) => agreementActions(state, ['owner_editor', 'occupant_editor']));
    for (const action of ['start', 'openRenewal', 'end', 'leave'] as const) expect(done).not.toContain(action);
  });

  test('is all its owner’s to do, but for a notice, which either side gives', () => {
    expect(new Set(AGREEMENT_STATES.flatMap((state) => agreementActions(state, ['occupant_editor'])))).toEqual(new Set(['giveNotice']));
  });

  test.each(AGREEMENT_STATES)('in the state %s, its text, its conditions and its talk are open only when they should be', (state) => {
    expect(whyNotDraft(state) === null).toBe(state === 'drafting');
    expect(whyNotMeetCondition(state) === null).toBe(state === 'conditions_precedent');
    expect(whyNotComment(state) === null).toBe(state === 'drafting' || state === 'conditions_precedent');
    expect(isOver(state)).toBe(Object.keys(TOLD[state]).length === 0);
  });
});

describe('the state on a day', () => {
  const times: AgreementTimes = { state: 'signed', startsOn: '2027-01-01', endsOn: '2029-12-31', leavesOn: null };
  test.each<[string, Partial<AgreementTimes>, AgreementState]>([
    ['2026-12-31', {}, 'signed'],
    ['2027-01-01', {}, 'running'],
    ['2029-06-29', {}, 'running'],
    ['2029-06-30', {}, 'renewal_window'],
    ['2029-12-31', {}, 'renewal_window'],
    ['2030-01-01', {}, 'ended'],
    ['2040-01-01', { endsOn: null }, 'running'],
    ['2028-03-31', { leavesOn: '2028-03-31' }, 'running'],
    ['2028-04-01', { leavesOn: '2028-03-31' }, 'terminated'],
    ['2030-01-01', { state: 'renewed' }, 'renewed'],
    ['2030-01-01', { state: 'conditions_precedent' }, 'conditions_precedent'],
  ])('%s, %j: %s', (today, change, state) => {
    expect(agreementStateOn({ ...times, ...change }, today)).toBe(state);
  });

  test('only ever goes along the arrows of the clock', () => {
    const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2027-01-01', days));
    const clockArrows = new Set([
      'signed>running',
      'running>renewal_window',
      'running>terminated',
      'renewal_window>terminated',
      'renewal_window>ended',
    ]);
    fc.assert(
      fc.property(day, fc.option(day), fc.option(day), fc.integer({ min: 1, max: 900 }), (startsOn, end, leave, step) => {
        const endsOn = end === null || end < startsOn ? null : end;
        const leavesOn = leave === null || leave < startsOn || (endsOn !== null && leave > endsOn) ? null : leave;
        const one: AgreementTimes = { state: 'signed', startsOn, endsOn, leavesOn };
        for (let today = '2026-12-31'; today < '2040-01-01'; today = addDays(today, step)) {
          const [before, after] = [agreementStateOn(one, today), agreementStateOn(one, addDays(today, 1))];
          // A term of less than half a year opens to renewal on its first day.
          const isShort = `${before}>${after}` === 'signed>renewal_window' && endsOn !== null && addMonths(endsOn, -6) <= startsOn;
          if (before !== after && !isShort) expect(clockArrows).toContain(`${before}>${after}`);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('nothing is signed before its time', () => {
  const ready: AgreementFacts = { state: 'conditions_precedent', lacks: [], accepted: true, unmet: [] };
  test.each<[Partial<AgreementFacts>, string | null]>([
    [{}, null],
    [{ unmet: ['assurance'] }, 'agreement-conditions-unmet'],
    [{ accepted: false, unmet: ['assurance'] }, 'agreement-not-accepted'],
    [{ lacks: ['deed'], accepted: false }, 'agreement-incomplete'],
    [{ state: 'drafting' }, 'agreement-state-forbids'],
    [{ state: 'signed' }, 'agreement-state-forbids'],
  ])('%j: %s', (change, why) => {
    expect(whyNotSign({ ...ready, ...change })).toBe(why);
  });

  test.each<[Partial<AgreementFacts>, string | null]>([
    [{ unmet: ['assurance'] }, null],
    [{ accepted: false }, 'agreement-not-accepted'],
    [{ lacks: ['rent'] }, 'agreement-incomplete'],
    [{ state: 'conditions_precedent' }, 'agreement-state-forbids'],
  ])('nor settled: %j, %s', (change, why) => {
    expect(whyNotSettle({ ...ready, state: 'drafting', ...change })).toBe(why);
  });

  /** Everyone acts as they like; the rules are asked as the service asks them. */
  test('by no sequence of acts of any role', () => {
    const act = fc.constantFrom(
      'edit',
      'accept',
      'settle',
      'takeBack',
      'sign',
      'terminate',
      'renew',
      'giveNotice',
      'meet0',
      'meet1',
      'drop1',
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let state: AgreementState = 'drafting';
        let version = 1;
        let accepted = 0;
        let conditions = ['0', '1'];
        const met = new Set<string>();
        const facts = (): AgreementFacts => ({
          state,
          lacks: [],
          accepted: accepted === version,
          unmet: conditions.filter((id) => !met.has(id)),
        });
        for (const one of acts) {
          if ((one === 'edit' || one === 'drop1') && whyNotDraft(state) === null) {
            version += 1;
            if (one === 'drop1') conditions = ['0'];
          }
          if (one === 'accept' && whyNotDraft(state) === null) accepted = version;
          if (one === 'settle' && whyNotSettle(facts()) === null) state = 'conditions_precedent';
          if (one === 'takeBack' && nextAgreementState(state, one) !== null) [state, accepted] = ['drafting', 0];
          if (one.startsWith('meet') && whyNotMeetCondition(state) === null) met.add(one.slice(4));
          if (one === 'sign' && whyNotSign(facts()) === null) {
            expect([state, accepted]).toEqual(['conditions_precedent', version]);
            expect(conditions.every((id) => met.has(id))).toBe(true);
            state = 'signed';
          }
          if (one === 'terminate' || one === 'renew' || one === 'giveNotice') state = nextAgreementState(state, one) ?? state;
          if (state === 'signed') expect(facts()).toMatchObject({ accepted: true, unmet: [] });
        }
      }),
    );
  });

  test('nor on a day to come', () => {
    expect(whyNotSignedThen(['2027-01-01', '2026-12-20'], '2027-01-01')).toBeNull();
    expect(whyNotSignedThen(['2027-01-02'], '2027-01-01')).toBe('agreement-dates-cross');
  });
});

describe('a notice', () => {
  const standing = { state: 'running', endsOn: '2029-12-31', noticeMonths: 3, leavesOn: null } as const;
  test.each([
    ['three months later', {}, '2028-01-10', '2028-04-10', null],
    ['too soon', {}, '2028-01-10', '2028-04-09', 'agreement-dates-cross'],
    ['given tomorrow', {}, '2028-01-12', '2028-06-01', 'agreement-dates-cross'],
    ['past the end', {}, '2028-01-10', '2030-01-01', 'agreement-dates-cross'],
    ['without an end', { endsOn: null }, '2028-01-10', '2035-01-01', null],
    ['in the past', { noticeMonths: 0 }, '2027-06-01', '2027-06-02', 'agreement-dates-cross'],
    ['a second time', { leavesOn: '2028-05-01' }, '2028-01-10', '2028-04-10', 'agreement-state-forbids'],
    ['before the start', { state: 'signed' }, '2028-01-10', '2028-04-10', 'agreement-state-forbids'],
  ] as const)('%s', (_when, change, givenOn, leavesOn, why) => {
    expect(whyNotNotice({ ...standing, ...change }, { givenOn, leavesOn }, '2028-01-11')).toBe(why);
  });
});

describe('reminders before the end', () => {
  const times: AgreementTimes = { state: 'signed', startsOn: '2027-01-01', endsOn: '2029-12-31', leavesOn: null };
  test.each<[string, Partial<AgreementTimes>, number | null]>([
    ['2028-12-30', {}, null],
    ['2028-12-31', {}, 12],
    ['2029-06-30', {}, 6],
    ['2029-09-30', {}, 3],
    ['2029-12-31', {}, 3],
    ['2030-01-01', {}, null],
    ['2029-07-01', { leavesOn: '2029-08-01' }, null],
    ['2029-07-01', { endsOn: null }, null],
    ['2029-07-01', { state: 'renewed' }, null],
    ['2027-01-02', { endsOn: '2027-12-31' }, null],
    ['2027-07-01', { endsOn: '2027-12-31' }, 6],
  ])('%s, %j: %s', (today, change, months) => {
    expect(reminderDue({ ...times, ...change }, today)).toBe(months);
  });
});

describe('yearly reports', () => {
  const times = { startsOn: '2027-01-01', endsOn: '2029-06-30', leavesOn: null };
  const states = (today: string, received: readonly number[] = []) =>
    reportsOf(times, new Set(received), today).map(({ year, state }) => `${year} ${state}`);
  test('are to come, then due for two months, then late, and stay received', () => {
    expect(states('2026-12-31')).toEqual([]);
    expect(states('2027-12-31')).toEqual(['1 to_come']);
    expect(states('2028-01-01')).toEqual(['1 due', '2 to_come']);
    expect(states('2028-03-01')).toEqual(['1 late', '2 to_come']);
    expect(states('2028-03-01', [1])).toEqual(['1 received', '2 to_come']);
  });
  test('the last covers what is left of the term', () => {
    expect(reportsOf(times, new Set(), '2031-01-01').at(-1)).toEqual({ year: 3, upTo: '2029-06-30', dueBy: '2029-08-30', state: 'late' });
    expect(reportsOf({ ...times, leavesOn: '2027-05-31' }, new Set(), '2028-01-01')).toHaveLength(1);
  });
  test('are given when they are due or late', () => {
    const report = { year: 1, upTo: '2027-12-31', dueBy: '2028-02-28' };
    const given = (['to_come', 'due', 'late', 'received'] as const).filter((state) => whyNotReport({ ...report, state }) === null);
    expect(given).toEqual(['due', 'late']);
    expect(whyNotReport(undefined)).toBe('agreement-state-forbids');
  });
});

describe('the place', () => {
  const overAt = new Date('2030-01-01T00:00:00Z');
  const since = new Date('2027-01-01T00:00:00Z');
  test('waits for its owner once the agreement is over, and only if nothing happened to it since', () => {
    const waits = AGREEMENT_STATES.filter((state) => whyNotPublishPlaceAgain(state, { state: 'occupied', since }, overAt) === null);
    expect(waits).toEqual(['ended', 'terminated']);
    expect(whyNotPublishPlaceAgain('terminated', { state: 'awarded', since }, overAt)).toBeNull();
    expect(whyNotPublishPlaceAgain('ended', { state: 'published', since }, overAt)).toBe('agreement-state-forbids');
    const later = { state: 'occupied', since: new Date('2030-02-01T00:00:00Z') };
    expect(whyNotPublishPlaceAgain('ended', later, overAt)).toBe('agreement-state-forbids');
  });
});

describe('months of the calendar', () => {
  test.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2029-12-31', -6, '2029-06-30'],
  ])('%s and %i', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });
  test.each([
    ['2027-01-01', '2027-12-31', 12, 12],
    ['2027-01-01', '2028-01-01', 12, 13],
    ['2027-01-15', '2027-02-13', 0, 1],
    ['2027-01-15', '2027-02-14', 1, 1],
  ])('from %s to %s', (first, last, whole, begun) => {
    expect([monthsBetween(first, last), monthsCovering(first, last)]).toEqual([whole, begun]);
  });
  test('what is stored is never a state of the clock', () => {
    expect(AGREEMENT_STATES.filter((state) => !STORED_AGREEMENT_STATES.includes(state as never))).toEqual([
      'running',
      'renewal_window',
      'ended',
    ]);
  });
});
