import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ApplicationState, nextApplicationState } from '../applications/application.rules.js';
import { CALL_STATES, type CallState, nextCallState } from '../calls/call.rules.js';
import { rankLots } from '../review/ranking.rules.js';
import {
  nextReadingState,
  type ReadingAction,
  type ReadingState,
  whyNotActOnReading,
  whyNotReveal,
  whyNotStartReview,
} from '../review/review.rules.js';
import { draftAward, tieWords } from './award.draft.js';
import {
  ACTION_OF,
  awardFaults,
  type AwardLine,
  departures,
  isPossibleDay,
  nextWaiting,
  outcomeOf,
  whyNotDecide,
  whyNotDraftAward,
  whyNotPropose,
} from './decision.rules.js';

const GRID = {
  scaleMax: 5,
  criteria: [
    { id: 'utilite', label: 'Utilité', weight: 60 },
    { id: 'moyens', label: 'Moyens', weight: 40 },
  ],
  tieBreak: ['utilite'],
};
const scored = (applicationId: string, score: number) => ({ applicationId, lots: ['x'], readings: [{ utilite: score, moyens: score }] });
const RANKING = rankLots(GRID, [scored('a', 5), scored('b', 3), scored('c', 1)], ['x'], 1);
const reasons = GRID.criteria.map(({ id }) => ({ criterion: id, text: 'Dit' }));
const line = (applicationId: string, outcome: AwardLine['outcome'], waitingRank: number | null = null): AwardLine => ({
  lot: 'x',
  applicationId,
  outcome,
  waitingRank,
  reasons,
});
const GOOD = [line('a', 'selected'), line('b', 'waiting_list', 1), line('c', 'not_selected')];
const REVIEWED = { call: 'under_review', mode: 'full', revealed: true, minutes: true, ranking: RANKING } as const;
const propose = (lines: readonly AwardLine[], reviewed: object = {}, departure: string | null = null) =>
  whyNotPropose({ ...REVIEWED, ...reviewed }, { criteria: GRID.criteria, lines, departure });

describe('an award', () => {
  test('is drawn from the ranking, with reasons in words that can be edited', () => {
    const drafted = draftAward(GRID, RANKING, (id) =>
      id === 'a' ? [{ scores: { utilite: { score: 5, justification: 'Très utile' } } }] : [],
    );
    expect(drafted.map(({ applicationId, outcome, waitingRank }) => [applicationId, outcome, waitingRank])).toEqual([
      ['a', 'selected', null],
      ['b', 'waiting_list', 1],
      ['c', 'waiting_list', 2],
    ]);
    expect(drafted[0]?.reasons[0]).toEqual({ criterion: 'utilite', text: '5 sur 5 en moyenne. Très utile.' });
    expect(awardFaults(GRID.criteria, RANKING, drafted)).toEqual([]);
    expect(tieWords(GRID, 'utilite')).toContain('« Utilité »');
    expect(tieWords(GRID, null)).toContain('y compris');
  });

  test.each<[string, AwardLine[], string[]]>([
    ['whole', GOOD, []],
    ['nobody chosen', [line('a', 'not_selected'), line('b', 'not_selected'), line('c', 'not_selected')], []],
    ['a file left out', GOOD.slice(0, 2), ['line_missing']],
    ['a file of another lot', [...GOOD, line('z', 'not_selected')], ['line_unknown']],
    ['without a reason', [{ ...line('a', 'selected'), reasons: reasons.slice(1) }, ...GOOD.slice(1)], ['reasons_missing']],
    ['two chosen', [line('a', 'selected'), line('b', 'selected'), line('c', 'not_selected')], ['several_selected']],
    [
      'waiting for nobody',
      [line('a', 'not_selected'), line('b', 'waiting_list', 1), line('c', 'not_selected')],
      ['waiting_without_selected'],
    ],
    ['ranks with a hole', [line('a', 'selected'), line('b', 'waiting_list', 2), line('c', 'not_selected')], ['waiting_ranks']],
    ['a rank for somebody chosen', [line('a', 'selected', 1), line('b', 'not_selected'), line('c', 'not_selected')], ['waiting_ranks']],
  ])('%s', (_title, lines, faults) => {
    expect(awardFaults(GRID.criteria, RANKING, lines).map(({ fault }) => fault)).toEqual(faults);
  });

  test('departs from the ranking only with a reason', () => {
    const turned = [line('b', 'selected'), line('a', 'waiting_list', 1), line('c', 'not_selected')];
    expect(departures(RANKING, GOOD)).toEqual([]);
    expect(departures(RANKING, turned)).toEqual(['x']);
    expect(propose(turned)).toBe('award-off-ranking');
    expect(propose(turned, {}, 'Le premier a trouvé un autre lieu.')).toBeNull();
    const passed = [line('a', 'selected'), line('c', 'waiting_list', 1), line('b', 'not_selected')];
    expect(departures(RANKING, passed)).toEqual(['x']);
  });

  test.each<[object, string | null]>([
    [{}, null],
    [{ revealed: false }, 'review-not-revealed'],
    [{ minutes: false }, 'review-minutes-missing'],
    [{ minutes: false, mode: 'simple' }, null],
    [{ ranking: rankLots(GRID, [scored('a', 5)], ['x'], 2) }, 'review-quorum-missing'],
  ])('with %j is refused by: %s', (reviewed, why) => {
    expect(propose(GOOD, reviewed)).toBe(why);
  });

  test('is proposed from a review, decided once proposed, on a day that can be', () => {
    const closed = new Date('2026-12-20T22:59:00Z');
    const now = new Date('2027-02-01T10:00:00Z');
    for (const state of CALL_STATES) {
      expect(propose(GOOD, { call: state }) === null).toBe(state === 'under_review');
      expect(whyNotDraftAward({ call: state, revealed: true }) === null).toBe(state === 'under_review');
      expect(whyNotDecide(state, '2027-01-31', closed, now) === null).toBe(state === 'award_proposed');
    }
    expect(whyNotDraftAward({ call: 'under_review', revealed: false })).toBe('review-not-revealed');
    expect(propose([])).toBe('award-incomplete');
    expect(['2026-12-19', '2026-12-20', '2027-02-01', '2027-02-02'].map((day) => isPossibleDay(day, closed, now))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('gives a file the best of its outcomes, and a place the first who waits', () => {
    expect(outcomeOf([{ outcome: 'not_selected' }, { outcome: 'waiting_list' }])).toBe('waiting_list');
    expect(outcomeOf([{ outcome: 'waiting_list' }, { outcome: 'selected' }])).toBe('selected');
    expect(outcomeOf([{ outcome: 'withdrawn' }])).toBe('not_selected');
    expect(nextWaiting([line('a', 'waiting_list', 2), line('b', 'waiting_list', 1), line('c', 'not_selected')])?.applicationId).toBe('b');
    expect(nextWaiting([line('c', 'not_selected')])).toBeNull();
  });
});

/** A call with two files and two readers, moved by nothing but the rules that the services ask. */
interface World {
  call: CallState;
  applications: Record<string, ApplicationState>;
  readings: Record<string, ReadingState>;
  scored: Set<string>;
  revealed: boolean;
  minutes: boolean;
  saved: boolean;
  decision: boolean;
  published: boolean;
}
const FILES = ['a', 'b'];
const READINGS = ['a1', 'a2', 'b1', 'b2'];
const ACTS = [
  ...FILES.flatMap((id) =>
    ['admit', 'refuseAdmission', 'withdraw', 'giveUp', 'reopen', 'shortlist', 'promote'].map((act) => `${act} ${id}`),
  ),
  ...READINGS.flatMap((id) => ['declareNoLink', 'recuse', 'write', 'lock'].map((act) => `${act} ${id}`)),
  ...[
    'startReview',
    'reveal',
    'minutes',
    'save',
    'proposeAward',
    'takeBackAward',
    'decide',
    'publishResults',
    'declareUnsuccessful',
    'cancel',
  ],
];

function stepsOf(world: World) {
  return FILES.map((id) => ({ states: READINGS.filter((one) => one.startsWith(id)).map((one) => world.readings[one] as ReadingState) }));
}
const inReview = (world: World) => FILES.filter((id) => ['under_review', 'shortlisted'].includes(world.applications[id] ?? ''));

function act(world: World, what: string): void {
  const [verb, id = ''] = what.split(' ') as [string, string?];
  const move = (action: Parameters<typeof nextApplicationState>[1]) => {
    const to = nextApplicationState(world.applications[id] as ApplicationState, action);
    if (to !== null) world.applications[id] = to;
  };
  const moveCall = (action: Parameters<typeof nextCallState>[1]) => {
    world.call = nextCallState(world.call, action) ?? world.call;
  };
  const ranking = rankLots(
    GRID,
    inReview(world).map((file) => ({
      applicationId: file,
      lots: null,
      readings: READINGS.filter((one) => one.startsWith(file) && world.readings[one] === 'revealed').map(() => ({ utilite: 3, moyens: 3 })),
    })),
    [],
    1,
  );
  const drafted = draftAward(GRID, ranking, () => []);
  const reviewed = { call: world.call, mode: 'full' as const, revealed: world.revealed, minutes: world.minutes, ranking };
  if (READINGS.includes(id)) {
    const action = verb as Exclude<ReadingAction, 'reveal'> | 'write';
    const state = world.readings[id] as ReadingState;
    const missing = world.scored.has(id) ? 0 : 2;
    if (world.call !== 'under_review' || whyNotActOnReading(action, state, { revealed: world.revealed, missing }) !== null) return;
    if (action === 'write') world.scored.add(id);
    else world.readings[id] = nextReadingState(state, action) ?? state;
    return;
  }
  switch (verb) {
    case 'startReview':
      if (
        whyNotStartReview({
          call: world.call,
          applications: Object.values(world.applications),
          mode: 'full',
          quorum: 1,
          publishedQuorum: 1,
        }) !== null
      )
        return;
      moveCall('startReview');
      for (const file of FILES) {
        world.applications[file] =
          nextApplicationState(world.applications[file] as ApplicationState, 'beginReview') ??
          (world.applications[file] as ApplicationState);
      }
      return;
    case 'reveal': {
      const progress = stepsOf(world).filter((_, index) => inReview(world).includes(FILES[index] ?? ''));
      if (whyNotReveal(world.call, world.revealed, progress, 1) !== null) return;
      world.revealed = true;
      for (const one of READINGS)
        world.readings[one] = nextReadingState(world.readings[one] as ReadingState, 'reveal') ?? (world.readings[one] as ReadingState);
      return;
    }
    case 'minutes':
      if (world.call === 'under_review' && world.revealed) world.minutes = true;
      return;
    case 'save':
      if (whyNotDraftAward(reviewed) === null) world.saved = true;
      return;
    case 'proposeAward':
      if (whyNotPropose(reviewed, { criteria: GRID.criteria, lines: world.saved ? drafted : [], departure: 'dit' }) === null)
        moveCall('proposeAward');
      return;
    case 'decide':
      if (whyNotDecide(world.call, '2027-01-10', new Date('2026-12-20T22:59:00Z'), new Date('2027-02-01')) !== null) return;
      world.decision = true;
      moveCall('decide');
      return;
    case 'publishResults':
      if (world.call !== 'decided' || !world.decision) return;
      moveCall('publishResults');
      world.published = true;
      for (const file of inReview(world)) {
        const outcome = outcomeOf(drafted.filter(({ applicationId }) => applicationId === file));
        world.applications[file] =
          nextApplicationState(world.applications[file] as ApplicationState, ACTION_OF[outcome]) ??
          (world.applications[file] as ApplicationState);
      }
      return;
    case 'takeBackAward':
    case 'declareUnsuccessful':
    case 'cancel':
      moveCall(verb);
      return;
    case 'shortlist':
      if (world.call === 'under_review' && world.revealed) move('shortlist');
      return;
    case 'reopen':
      if (world.call === 'results_published') move('reopen');
      return;
    default:
      move(verb as 'admit');
  }
}

const STEPS = [
  ...['admit a', 'admit b', 'startReview'],
  ...READINGS.flatMap((id) => [`declareNoLink ${id}`, `write ${id}`, `lock ${id}`]),
  ...['reveal', 'minutes', 'save', 'proposeAward', 'decide', 'publishResults'],
];

test('no sequence of acts by anybody reaches a choice or a decision without its steps', () => {
  fc.assert(
    fc.property(
      fc.subarray(STEPS, { minLength: STEPS.length - 4 }),
      fc.array(fc.array(fc.constantFrom(...ACTS), { maxLength: 4 })),
      (steps, between) => {
        // Acts of chance between the steps in their order, some of which are left out: deep states are reached, and so are short cuts.
        const acts = steps.flatMap((step, index) => [...(between[index] ?? []), step]);
        const world: World = {
          call: 'closed',
          applications: { a: 'filed', b: 'filed' },
          readings: { a1: 'assigned', a2: 'assigned', b1: 'assigned', b2: 'assigned' },
          scored: new Set(),
          revealed: false,
          minutes: false,
          saved: false,
          decision: false,
          published: false,
        };
        for (const what of acts) {
          act(world, what);
          const isDecided = ['decided', 'results_published'].includes(world.call);
          if (isDecided) expect(world).toMatchObject({ revealed: true, minutes: true, saved: true, decision: true });
          if (world.revealed) expect(Object.values(world.readings)).toContain('revealed');
          for (const reading of READINGS) {
            if (['locked', 'revealed'].includes(world.readings[reading] ?? '')) expect(world.scored.has(reading)).toBe(true);
          }
          for (const file of FILES) {
            if (['selected', 'waiting_list', 'not_selected'].includes(world.applications[file] ?? ''))
              expect(world).toMatchObject({ call: 'results_published', published: true, decision: true, revealed: true });
          }
        }
      },
    ),
    { numRuns: 120 },
  );
});

test('the steps, done in order, do lead to a choice', () => {
  const world: World = {
    call: 'closed',
    applications: { a: 'filed', b: 'filed' },
    readings: { a1: 'assigned', a2: 'assigned', b1: 'assigned', b2: 'assigned' },
    scored: new Set(),
    revealed: false,
    minutes: false,
    saved: false,
    decision: false,
    published: false,
  };
  for (const what of STEPS) act(world, what);
  expect(world.applications).toEqual({ a: 'selected', b: 'waiting_list' });
});
