import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  APPLICATION_STATES,
  APPLICATION_TRANSITIONS,
  applicationActions,
  type ApplicationState,
  closingOf,
  filingAction,
  isReadByOwner,
  isToBeFiled,
  nextApplicationState,
  reminderDue,
  type Reviewed,
  type Target,
  whyNotFile,
  whyNotWrite,
} from './application.rules.js';
import { CALL_TRANSITIONS, callActions, callStateAt, nextCallState, type StoredCallState, storedState } from '../calls/call.rules.js';

const ACTIONS = APPLICATION_TRANSITIONS.map((line) => line.action);
const ARROWS = new Set(APPLICATION_TRANSITIONS.flatMap(({ from, to }) => from.map((origin) => `${origin}>${to}`)));
const CALL_ACTIONS = CALL_TRANSITIONS.map((line) => line.action);
const CALL_ARROWS = new Set(CALL_TRANSITIONS.flatMap(({ from, to }) => from.map((origin) => `${origin}>${to}`)));
const ROLES = ['applicant', 'agent', 'authority', 'service'] as const;
const FINAL: readonly ApplicationState[] = ['withdrawn', 'obsolete', 'not_shortlisted'];
const OPENS = new Date('2026-12-01T07:00:00Z');
const CLOSES = new Date('2026-12-20T22:59:00Z');
const before = (instant: Date, ms = 1) => new Date(instant.getTime() - ms);
const CALL: Target = { call: { state: 'published', opensAt: OPENS, closesAt: CLOSES }, siteState: null };
const PLACE: Target = { call: null, siteState: 'published' };
const WHOLE: Reviewed = { sections: [], eligibility: [{ verdict: 'met' }, { verdict: 'unknown' }], lotMissing: false };

/** The life of an application as domain §3 tells it, written a second time by hand. */
const TOLD: Record<ApplicationState, Record<string, ApplicationState>> = {
  draft: { file: 'filed', withdraw: 'withdrawn', becomeObsolete: 'obsolete' },
  filed: {
    amend: 'filed',
    requestCorrection: 'correction_requested',
    invite: 'invited',
    leaveOut: 'not_shortlisted',
    admit: 'admissible',
    refuseAdmission: 'inadmissible',
    withdraw: 'withdrawn',
    becomeObsolete: 'obsolete',
  },
  correction_requested: {
    correct: 'filed',
    endCorrection: 'filed',
    refuseAdmission: 'inadmissible',
    withdraw: 'withdrawn',
    becomeObsolete: 'obsolete',
  },
  invited: { file: 'filed', withdraw: 'withdrawn', becomeObsolete: 'obsolete' },
  not_shortlisted: {},
  admissible: {
    takeBackAdmission: 'filed',
    invite: 'invited',
    leaveOut: 'not_shortlisted',
    beginReview: 'under_review',
    withdraw: 'withdrawn',
    becomeObsolete: 'obsolete',
  },
  inadmissible: { reopen: 'under_review' },
  under_review: {
    shortlist: 'shortlisted',
    select: 'selected',
    putOnWaitingList: 'waiting_list',
    decline: 'not_selected',
    withdraw: 'withdrawn',
    becomeObsolete: 'obsolete',
  },
  shortlisted: {
    select: 'selected',
    putOnWaitingList: 'waiting_list',
    decline: 'not_selected',
    withdraw: 'withdrawn',
    becomeObsolete: 'obsolete',
  },
  selected: { giveUp: 'withdrawn', reopen: 'under_review' },
  waiting_list: { promote: 'selected', giveUp: 'withdrawn', becomeObsolete: 'obsolete', reopen: 'under_review' },
  not_selected: { reopen: 'under_review' },
  withdrawn: {},
  obsolete: {},
};

describe('the life of an application', () => {
  test.each(APPLICATION_STATES.flatMap((state) => ACTIONS.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
    expect(nextApplicationState(state, action)).toBe(TOLD[state][action] ?? null);
  });

  test('whatever any mix of roles does, nothing is decided before review, nor reviewed before it was admitted, nor filed by another', () => {
    const step = fc.record({ action: fc.constantFrom(...ACTIONS), role: fc.constantFrom(...ROLES) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state: ApplicationState = 'draft';
        const path: ApplicationState[] = [state];
        for (const { action, role } of steps) {
          if (!applicationActions(state, [role]).includes(action)) continue;
          const to: ApplicationState | null = nextApplicationState(state, action);
          expect(to).not.toBeNull();
          if (['draft', 'invited'].includes(state) && to === 'filed') expect(role).toBe('applicant');
          if (to === 'selected' || to === 'not_selected') expect(role === 'authority' || action === 'promote').toBe(true);
          state = to!;
          path.push(state);
        }
        const decided = path.findIndex((seen) => ['selected', 'waiting_list', 'not_selected'].includes(seen));
        if (decided >= 0) expect(path.slice(0, decided)).toEqual(expect.arrayContaining(['filed', 'under_review']));
        const ended = path.findIndex((seen) => FINAL.includes(seen));
        if (ended >= 0) expect(path).toHaveLength(ended + 1);
      }),
    );
  });
});

describe('filing', () => {
  test.each([
    ['before the opening', before(OPENS), 'call-not-open'],
    ['at the opening', OPENS, null],
    ['a millisecond before the closing', before(CLOSES), null],
    ['at the closing', CLOSES, 'application-late'],
    ['the day after', new Date('2026-12-21T22:59:00Z'), 'application-late'],
  ] as const)('that arrives %s', (_when, at, why) => {
    expect(whyNotFile('draft', CALL, WHOLE, at)).toBe(why);
    expect(whyNotFile('filed', CALL, WHOLE, at)).toBe(why);
    expect(whyNotFile('correction_requested', CALL, WHOLE, at)).toBeNull();
  });

  test('to a call that ended early is late, to a place needs the place on offer', () => {
    expect(whyNotFile('draft', { ...CALL, call: { ...CALL.call!, state: 'cancelled' } }, WHOLE, OPENS)).toBe('application-late');
    expect(whyNotFile('draft', PLACE, WHOLE, OPENS)).toBeNull();
    expect(whyNotFile('draft', { ...PLACE, siteState: 'under_call' }, WHOLE, OPENS)).toBe('place-not-on-offer');
  });

  test('says first what is missing, then what excludes; an unanswered rule excludes nobody', () => {
    const section = { id: 's', title: 'S', asked: 1, answered: 0, faults: [{ question: 'q', label: 'Q', faults: ['missing' as const] }] };
    expect(whyNotFile('draft', CALL, { ...WHOLE, sections: [section] }, OPENS)).toBe('application-incomplete');
    expect(whyNotFile('draft', CALL, { ...WHOLE, lotMissing: true }, OPENS)).toBe('application-incomplete');
    expect(whyNotFile('draft', CALL, { ...WHOLE, eligibility: [{ verdict: 'not_met' }] }, OPENS)).toBe('application-not-eligible');
  });

  test('is an act of its own in each state where it may be done, and none elsewhere', () => {
    expect(APPLICATION_STATES.map((state) => [state, filingAction(state)]).filter(([, action]) => action !== null)).toEqual([
      ['draft', 'file'],
      ['filed', 'amend'],
      ['correction_requested', 'correct'],
      ['invited', 'file'],
    ]);
  });

  const FIRST_CLOSES = new Date('2026-12-10T22:59:00Z');
  const two = (state: 'published' | 'second_step', step: 'first' | 'second'): Target => ({
    call: { state, opensAt: OPENS, firstClosesAt: FIRST_CLOSES, closesAt: CLOSES },
    step,
    siteState: null,
  });
  test.each([
    ['the outline before the first closing', 'draft', two('published', 'first'), before(FIRST_CLOSES), null],
    ['the outline at the first closing', 'draft', two('published', 'first'), FIRST_CLOSES, 'application-late'],
    ['an amended outline before the first closing', 'filed', two('published', 'first'), before(FIRST_CLOSES), null],
    ['an amended outline after it', 'filed', two('published', 'first'), FIRST_CLOSES, 'application-late'],
    ['an outline begun too late, while others complete theirs', 'draft', two('second_step', 'first'), FIRST_CLOSES, 'application-late'],
    ['the full file before the second closing', 'invited', two('second_step', 'second'), before(CLOSES), null],
    ['the full file at the second closing', 'invited', two('second_step', 'second'), CLOSES, 'application-late'],
    ['an amended full file before the second closing', 'filed', two('second_step', 'second'), before(CLOSES), null],
    ['an amended full file after it', 'filed', two('second_step', 'second'), CLOSES, 'application-late'],
    [
      'a full file while the call is cancelled',
      'invited',
      { ...two('second_step', 'second'), call: { ...CALL.call!, state: 'cancelled' } },
      OPENS,
      'application-late',
    ],
    [
      'a full file by whoever was not shortlisted',
      'not_shortlisted',
      two('second_step', 'first'),
      FIRST_CLOSES,
      'application-not-shortlisted',
    ],
  ] as const)('in two steps: %s', (_what, state, target, at, why) => {
    expect(whyNotFile(state, target, WHOLE, at)).toBe(why);
  });

  test('waits for the closing of the step the file is at', () => {
    expect([CALL, two('published', 'first'), two('second_step', 'second'), PLACE].map(closingOf)).toEqual([
      CLOSES,
      FIRST_CLOSES,
      CLOSES,
      null,
    ]);
    const to = (target: Target, at: Date) => isToBeFiled(target, at);
    expect([
      to(two('published', 'first'), before(OPENS)),
      to(two('published', 'first'), FIRST_CLOSES),
      to(two('second_step', 'first'), FIRST_CLOSES),
      to(two('second_step', 'second'), FIRST_CLOSES),
      to(two('second_step', 'second'), CLOSES),
      to(PLACE, CLOSES),
    ]).toEqual([true, false, false, true, false, true]);
  });

  test('a draft is written even after the closing, so that nothing is lost; what was filed is not', () => {
    const second = two('second_step', 'second');
    expect([
      whyNotWrite('draft', CALL, CLOSES),
      whyNotWrite('filed', CALL, CLOSES),
      whyNotWrite('withdrawn', CALL, OPENS),
      whyNotWrite('invited', second, CLOSES),
      whyNotWrite('not_shortlisted', second, OPENS),
    ]).toEqual([null, 'application-late', 'application-state-forbids', null, 'application-not-shortlisted']);
  });
});

describe('a call and a file that answers it', () => {
  test('walk together: whatever is done by anybody at any hour, both keep to their tables, and nothing is filed nor read out of time', () => {
    const roles = fc.subarray([...ROLES], { minLength: 1 });
    const callRoles = fc.subarray(['owner_editor', 'authority'] as const, { minLength: 1 });
    const step = fc.oneof(
      fc.record({ on: fc.constant('call' as const), action: fc.constantFrom(...CALL_ACTIONS), by: callRoles }),
      fc.record({ on: fc.constant('file' as const), action: fc.constantFrom(...ACTIONS), by: roles }),
    );
    const timed = fc.record({ step, hours: fc.integer({ min: 0, max: 120 }) });
    fc.assert(
      fc.property(fc.array(timed, { maxLength: 40 }), fc.boolean(), (steps, inTwo) => {
        const firstClosesAt = inTwo ? new Date('2026-12-10T22:59:00Z') : null;
        const at = (state: StoredCallState, closes: Date) => ({ state, opensAt: OPENS, firstClosesAt, closesAt: closes });
        let now = before(OPENS, 48 * 3_600_000);
        let stored: StoredCallState = 'published';
        let closesAt = CLOSES;
        let file: ApplicationState = 'draft';
        let filings = 0;
        let isInvited = false;
        for (const { step: one, hours } of steps) {
          now = new Date(now.getTime() + hours * 3_600_000);
          const target: Target = { call: at(stored, closesAt), step: inTwo ? (isInvited ? 'second' : 'first') : null, siteState: null };
          const call = callStateAt(target.call!, now);
          if (one.on === 'call') {
            if (!callActions(call, one.by).includes(one.action)) continue;
            const to = nextCallState(call, one.action);
            expect(CALL_ARROWS).toContain(`${call}>${to}`);
            if (one.action === 'extend') closesAt = new Date(closesAt.getTime() + 48 * 3_600_000);
            stored = storedState(to!);
          } else {
            if (!applicationActions(file, one.by).includes(one.action)) continue;
            const isFiling = one.action === filingAction(file);
            if (isFiling && whyNotFile(file, target, WHOLE, now) !== null) continue;
            // A shortlist is announced for all files at once, in its own state of the call.
            const isShortlist = one.action === 'invite' || one.action === 'leaveOut';
            if (isShortlist && call !== 'shortlisting') continue;
            if (isFiling && one.action !== 'correct') expect(call).toBe(isInvited ? 'second_step' : 'open');
            const to = nextApplicationState(file, one.action);
            expect(ARROWS).toContain(`${file}>${to}`);
            if (isFiling) filings += 1;
            file = to!;
            if (isShortlist) {
              isInvited = file === 'invited';
              stored = storedState(nextCallState(call, 'announceShortlist')!);
            }
          }
          // Judged anew: acts change what may be read, and only those after the closing open it.
          const after = callStateAt(at(stored, closesAt), now);
          const isRead = isReadByOwner(file, filings, { ...target, call: at(stored, closesAt) }, now);
          if (after === 'under_review' && inTwo) expect(now >= closesAt).toBe(true);
          if (['draft', 'published', 'open'].includes(after) || filings === 0) expect(isRead).toBe(false);
        }
      }),
    );
  });
});

describe('the owner reads', () => {
  test.each([
    ['nothing of a draft', 'draft', 0, CLOSES, false],
    ['nothing before the closing', 'filed', 1, before(CLOSES), false],
    ['what was filed, from the closing on', 'filed', 1, CLOSES, true],
    ['nothing of what was withdrawn before it was ever filed', 'withdrawn', 0, CLOSES, false],
    ['what was withdrawn after it was filed', 'withdrawn', 1, CLOSES, true],
  ] as const)('%s', (_what, state, filings, at, isRead) => {
    expect(isReadByOwner(state, filings, CALL, at)).toBe(isRead);
  });

  test('a direct request as soon as it is filed', () => {
    expect([isReadByOwner('filed', 1, PLACE, OPENS), isReadByOwner('draft', 0, PLACE, OPENS)]).toEqual([true, false]);
  });
});

describe('a draft is reminded of', () => {
  const HOUR = 3_600_000;
  test.each([
    [73, null],
    [72, 3],
    [25, 3],
    [24, 1],
    [1, 1],
    [0, null],
    [-1, null],
  ] as const)('%d hours before the closing: %s', (hours, due) => {
    expect(reminderDue(CLOSES, before(CLOSES, hours * HOUR))).toBe(due);
  });
});
