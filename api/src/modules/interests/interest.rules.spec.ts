import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type LegalInputs, legalPath } from '../legal/legal-path.rules.js';
import { STEP_RULES } from '../legal/legal-steps.rules.js';
import { ANSWERS, GROUNDS, LEGAL_ROLES, LEGAL_STATUSES, type Step } from '../legal/legal.vocabulary.js';
import { OWNER_KINDS } from '../sites/site.vocabulary.js';
import {
  INTEREST_ACTIONS,
  INTEREST_STATES,
  type InterestAction,
  interestActions,
  type InterestFacts,
  type InterestState,
  interestStateAt,
  isInTime,
  isWindowSound,
  nextInterestState,
  type StoredInterestState,
  whyNotInterest,
} from './interest.rules.js';

/** Domain §3, written a second time by hand. */
const ANSWERED_FROM: Partial<Record<InterestAction, InterestState>> = {
  refuseAdmission: 'inadmissible',
  decline: 'declined',
  openPublicity: 'publicity_open',
  grantDirectly: 'granted_directly',
  close: 'closed',
};
const TOLD: Partial<Record<InterestState, Partial<Record<InterestAction, InterestState>>>> = {
  received: ANSWERED_FROM,
  refused_by_silence: ANSWERED_FROM,
  publicity_open: { grantAfterPublicity: 'granted_after_publicity', turnIntoCall: 'turned_into_call', close: 'closed' },
};

describe('the life of a request', () => {
  test.each(INTEREST_STATES.flatMap((state) => INTEREST_ACTIONS.map((action) => [state, action] as const)))('%s, %s', (state, action) => {
    expect(nextInterestState(state, action)).toBe(TOLD[state]?.[action] ?? null);
  });

  test('only the authority grants', () => {
    expect(
      INTEREST_STATES.flatMap((state) => interestActions(state, ['agent', 'service'])).filter((action) => action.startsWith('grant')),
    ).toEqual([]);
  });

  test('two months of silence of a local authority have refused, by the clock', () => {
    const waiting = { state: 'received', receivedAt: new Date('2026-12-10T09:00:00Z'), silenceCounts: true } as const;
    expect(interestStateAt(waiting, new Date('2027-02-10T08:59:59Z'))).toBe('received');
    expect(interestStateAt(waiting, new Date('2027-02-10T09:00:00Z'))).toBe('refused_by_silence');
    expect(interestStateAt({ ...waiting, silenceCounts: false }, new Date('2028-01-01T00:00:00Z'))).toBe('received');
    expect(interestStateAt({ ...waiting, state: 'publicity_open' }, new Date('2028-01-01T00:00:00Z'))).toBe('publicity_open');
  });

  test('a window leaves fifteen days at least, and is answered in time by arrival', () => {
    const now = new Date('2026-12-01T00:00:00Z');
    expect(
      [new Date('2026-12-15T23:59:59Z'), new Date('2026-12-16T00:00:00Z'), new Date('2028-01-01T00:00:00Z')].map((end) =>
        isWindowSound(end, now),
      ),
    ).toEqual([false, true, false]);
    expect([isInTime(now, new Date(now.getTime() - 1)), isInTime(now, now)]).toEqual([true, false]);
  });
});

interface World {
  state: StoredInterestState;
  now: number;
  windowEnds: number | null;
  rivals: number;
  inputs: LegalInputs | null;
  noted: Set<Step>;
  /** What truly happened, kept apart from what the rules are told. */
  told: { windowOpenedAt: number | null; windowWas: number | null };
}

const DAY = 24 * 3_600_000;
const START = Date.UTC(2026, 11, 1);
const inputs: fc.Arbitrary<LegalInputs> = fc.record({
  role: fc.constantFrom(...LEGAL_ROLES, ...Array<'owns'>(10).fill('owns')),
  ordersForItself: fc.constantFrom(...ANSWERS, 'no' as const, 'no' as const),
  ownerKind: fc.constantFrom(...OWNER_KINDS, null),
  status: fc.constantFrom(...LEGAL_STATUSES),
  declassification: fc.constantFrom(null, { act: 'Délibération', date: '2025-01-01', reference: '1' }),
  economic: fc.constantFrom(...ANSWERS),
  length: fc.constantFrom('short' as const, 'over_year' as const),
  unlimitedTitles: fc.constant('no' as const),
  origin: fc.constant('spontaneous' as const),
  deed: fc.constantFrom('temporary_occupation' as const, 'sale' as const, null),
  ground: fc.constantFrom(null, null, ...GROUNDS),
  motive: fc.constantFrom(null, 'Motif'),
});
type Act =
  | { kind: 'act'; action: InterestAction }
  | { kind: 'answer'; inputs: LegalInputs }
  | { kind: 'wait'; days: number }
  | { kind: 'rival' }
  | { kind: 'note'; step: Step };
const OFTEN = ['openPublicity', 'grantDirectly', 'grantAfterPublicity'] as const;
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(...INTEREST_ACTIONS, ...OFTEN, ...OFTEN, ...OFTEN).map((action): Act => ({ kind: 'act', action })),
  },
  { weight: 3, arbitrary: inputs.map((answered): Act => ({ kind: 'answer', inputs: answered })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 90 }).map((days): Act => ({ kind: 'wait', days })) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'rival' }) },
  { weight: 1, arbitrary: fc.constantFrom<Step>('valuation', 'ground_recorded').map((step): Act => ({ kind: 'note', step })) },
);

function factsOf(world: World): InterestFacts {
  const { state, now, windowEnds, rivals, noted } = world;
  const outcome = world.inputs === null ? null : legalPath(world.inputs);
  const done = new Set<Step>([
    ...(world.inputs === null ? [] : (['answers'] as const)),
    ...noted,
    ...(world.inputs?.ground == null ? [] : (['ground_recorded'] as const)),
    ...(windowEnds === null ? [] : (['publicity'] as const)),
    ...(windowEnds !== null && windowEnds <= now ? (['window_over'] as const) : []),
  ]);
  const stateNow = interestStateAt({ state, receivedAt: new Date(START), silenceCounts: true }, new Date(now));
  return { state: stateNow, outcome, done, windowEnds: windowEnds === null ? null : new Date(windowEnds), rivals, placeFree: true };
}

function play(world: World, one: Act): void {
  if (one.kind === 'answer') world.inputs = one.inputs;
  else if (one.kind === 'wait') world.now += one.days * DAY;
  else if (one.kind === 'rival') world.rivals += world.windowEnds !== null && world.now < world.windowEnds ? 1 : 0;
  else if (one.kind === 'note') world.noted.add(one.step);
  else {
    const facts = factsOf(world);
    if (whyNotInterest(one.action, facts, new Date(world.now)) !== null) return;
    if (one.action === 'openPublicity') {
      world.windowEnds = world.now + 15 * DAY;
      world.told = { windowOpenedAt: world.now, windowWas: world.windowEnds };
    }
    world.state = nextInterestState(facts.state, one.action) as StoredInterestState;
  }
}

test('no sequence of acts reaches a grant without the steps of the path it is granted on', () => {
  let granted = 0;
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const world: World = {
        state: 'received',
        now: START,
        windowEnds: null,
        rivals: 0,
        inputs: null,
        noted: new Set(),
        told: { windowOpenedAt: null, windowWas: null },
      };
      for (const one of acts) {
        const before = { ...world, noted: new Set(world.noted) };
        play(world, one);
        if (before.state === world.state || !world.state.startsWith('granted')) continue;
        granted += 1;
        const facts = factsOf(before);
        expect(facts.outcome).not.toBeNull();
        const { path, steps } = facts.outcome as NonNullable<InterestFacts['outcome']>;
        expect(['may_not_award', 'outside_tool', 'not_for_sale', 'selection', 'prior_publicity', 'sale_with_competition']).not.toContain(
          path,
        );
        for (const step of steps)
          if ((STEP_RULES[step].holdsBack as readonly string[]).includes('grant')) expect(facts.done).toContain(step);
        if (world.state === 'granted_after_publicity') {
          expect(world.told.windowWas).toBeLessThanOrEqual(world.now);
          expect(world.rivals).toBe(0);
        } else expect(path).not.toBe('publicity_first');
      }
    }),
    { numRuns: 3_000 },
  );
  expect(granted).toBeGreaterThan(50);
});

describe('why not', () => {
  const now = new Date('2027-01-20T00:00:00Z');
  const window = legalPath({
    role: 'owns',
    ordersForItself: 'no',
    ownerKind: 'commune',
    status: 'public_domain',
    declassification: null,
    economic: 'yes',
    length: 'over_year',
    unlimitedTitles: 'no',
    origin: 'spontaneous',
    deed: 'temporary_occupation',
    ground: null,
    motive: null,
  });
  const usual: InterestFacts = {
    state: 'received',
    outcome: window,
    done: new Set(['answers']),
    windowEnds: null,
    rivals: 0,
    placeFree: true,
  };
  const over = {
    state: 'publicity_open',
    windowEnds: new Date('2027-01-19T00:00:00Z'),
    done: new Set<Step>(['answers', 'publicity', 'window_over']),
  } as const;
  test.each<[string, InterestAction, Partial<InterestFacts>, string | null]>([
    ['publicity before the questions', 'openPublicity', { outcome: null }, 'legal-step-missing'],
    ['publicity where it is due', 'openPublicity', {}, null],
    ['publicity for a place another request holds', 'openPublicity', { placeFree: false }, 'interest-place-taken'],
    [
      'publicity where none is due',
      'openPublicity',
      { outcome: { path: 'no_duty', steps: ['answers', 'decision'] } },
      'interest-no-window',
    ],
    ['granting without the publicity that is due', 'grantDirectly', {}, 'interest-window-needed'],
    ['granting where none is due', 'grantDirectly', { outcome: { path: 'no_duty', steps: ['answers', 'decision'] } }, null],
    [
      'granting what nobody here may award',
      'grantDirectly',
      { outcome: { path: 'may_not_award', steps: ['answers'] } },
      'legal-path-forbids',
    ],
    [
      'granting a sale that was not valued',
      'grantDirectly',
      { outcome: { path: 'sale_with_valuation', steps: ['answers', 'valuation', 'decision'] } },
      'legal-step-missing',
    ],
    [
      'granting while the window runs',
      'grantAfterPublicity',
      { ...over, windowEnds: new Date('2027-01-21T00:00:00Z') },
      'interest-window-running',
    ],
    ['granting after it, without a rival', 'grantAfterPublicity', over, null],
    ['granting after it, with a rival', 'grantAfterPublicity', { ...over, rivals: 1 }, 'interest-has-rivals'],
    ['a call without a rival', 'turnIntoCall', over, 'interest-no-rival'],
    ['a call with a rival', 'turnIntoCall', { ...over, rivals: 2 }, null],
    ['declining, whatever was answered', 'decline', { outcome: null }, null],
    ['declining twice', 'decline', { state: 'declined' }, 'interest-state-forbids'],
    ['a late answer to a refusal by silence', 'openPublicity', { state: 'refused_by_silence' }, null],
  ])('%s', (_situation, action, changes, expected) => {
    expect(whyNotInterest(action, { ...usual, ...changes }, now)).toBe(expected);
  });
});
