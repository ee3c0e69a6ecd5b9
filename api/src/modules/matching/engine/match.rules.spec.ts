import { describe, expect, it } from '@jest/globals';
import { CRITERIA, askedRows } from '../criteria/criteria.js';
import type { Verdict } from '../criteria/criterion.js';
import { LANGRES, blankOption, documentedOption, openNeed, repairWorkshop } from '../verification/match.examples.js';
import { bestOption, compareMatches } from './match.order.js';
import { OPEN_ENDED_DAY, type NeedProfile, type OptionProfile } from './match.profile.js';
import { SCORE_SCALE, eligibilityOf, evaluate } from './match.rules.js';

type Example = readonly [id: string, need: Partial<NeedProfile>, option: Partial<OptionProfile>, verdict: Verdict, near?: boolean];

const circle = (radiusM: number) => ({ type: 'circle', centre: LANGRES, radiusM }) as const;
const department = (code: string) => ({ type: 'territories', regions: [], departments: [code], epcis: [], communes: [] }) as const;
const at = (xM: number, yM: number) => ({ point: { grid: 2154, xM: LANGRES.xM + xM, yM: LANGRES.yM + yM } }) as const;
const square = {
  type: 'polygon',
  grid: 2154,
  ring: [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ],
} as const;
const inSquare = (xM: number, yM: number) => ({ point: { grid: 2154, xM, yM } }) as const;

const examples: readonly Example[] = [
  ['zone', { zone: [[circle(5000)]] }, at(3000, 4000), 'met'],
  ['zone', { zone: [[circle(5000)]] }, at(3001, 4000), 'not_met', true],
  ['zone', { zone: [[circle(5000)]] }, at(6250, 0), 'not_met', true],
  ['zone', { zone: [[circle(5000)]] }, at(6251, 0), 'not_met', false],
  ['zone', { zone: [[circle(5000)]] }, { point: null }, 'unknown'],
  ['zone', { zone: [[circle(5000)]] }, { point: { grid: 2975, xM: LANGRES.xM, yM: LANGRES.yM } }, 'not_met', false],
  ['zone', { zone: [[circle(5000)], [department('21')]] }, at(0, 0), 'not_met', false],
  ['zone', { zone: [[circle(5000), department('52')]] }, at(90_000, 0), 'met'],
  ['zone', { zone: [[circle(5000)], [department('52')]] }, { ...at(0, 0), departmentCode: null }, 'unknown'],
  ['zone', { zone: [[square]] }, inSquare(5, 5), 'met'],
  ['zone', { zone: [[square]] }, inSquare(10, 4), 'met'],
  ['zone', { zone: [[square]] }, inSquare(11, 4), 'not_met', false],
  ['kind', { kinds: ['workshop', 'station_premises'] }, {}, 'met'],
  ['kind', { kinds: ['plot'] }, {}, 'not_met', false],
  ['floor_area', { floorAreaMinM2: 220 }, {}, 'met'],
  ['floor_area', { floorAreaMinM2: 250 }, {}, 'not_met', true],
  ['floor_area', { floorAreaMinM2: 294 }, {}, 'not_met', false],
  ['floor_area', { floorAreaMinM2: 244, areaTolerancePercent: 10 }, {}, 'met'],
  ['floor_area', { floorAreaMaxM2: 176 }, {}, 'not_met', true],
  ['floor_area', { floorAreaMaxM2: 175 }, {}, 'not_met', false],
  ['floor_area', { floorAreaMaxM2: 175 }, { floorAreaFromM2: 60 }, 'met'],
  ['floor_area', { floorAreaMinM2: 150 }, { floorAreaM2: null }, 'unknown'],
  ['land_area', { landAreaMinM2: 900 }, {}, 'met'],
  ['land_area', { landAreaMinM2: 100 }, { landAreaM2: null }, 'unknown'],
  ['tenure', { tenures: ['temporary_occupation'] }, {}, 'met'],
  ['tenure', { tenures: ['civil_lease'] }, {}, 'not_met', true],
  ['tenure', { tenures: ['sale'] }, {}, 'not_met', false],
  ['tenure', { tenures: ['civil_lease'] }, { tenure: 'sale' }, 'not_met', false],
  ['tenure', { tenures: ['sale'] }, { tenure: null }, 'unknown'],
  ['cost', { budgetCentsPerYear: 600_000 }, {}, 'met'],
  ['cost', { budgetCentsPerYear: 480_000 }, {}, 'not_met', true],
  ['cost', { budgetCentsPerYear: 479_999 }, {}, 'not_met', false],
  ['cost', { budgetCentsPerYear: 0 }, { costCentsPerYear: 0 }, 'met'],
  ['cost', { budgetCentsPerYear: 1 }, { costCentsPerYear: null }, 'unknown'],
  ['cost', { budgetCentsPerYear: 1 }, { tenure: 'sale', costCentsPerYear: null }, 'met'],
  ['cost', { budgetCentsPerYear: 1 }, { tenure: null }, 'unknown'],
  ['price', { priceMaxCents: 100 }, {}, 'met'],
  ['price', { priceMaxCents: 100 }, { tenure: 'sale', priceCents: 125 }, 'not_met', true],
  ['price', { priceMaxCents: 100 }, { tenure: 'sale', priceCents: 126 }, 'not_met', false],
  ['price', { priceMaxCents: 100 }, { tenure: null }, 'unknown'],
  ['available_by', { neededByDay: 20_800 }, {}, 'met'],
  ['available_by', { neededByDay: 20_708 }, {}, 'not_met', true],
  ['available_by', { neededByDay: 20_707 }, {}, 'not_met', false],
  ['available_by', { neededByDay: 20_800 }, { availableFromDay: null }, 'unknown'],
  ['long_enough', { durationMonths: 121 }, {}, 'met'],
  ['long_enough', { durationMonths: 122 }, {}, 'not_met', true],
  ['long_enough', { durationMonths: 200 }, {}, 'not_met', false],
  ['long_enough', { durationMonths: 999 }, { availableUntilDay: OPEN_ENDED_DAY }, 'met'],
  ['long_enough', { durationMonths: 12 }, { availableUntilDay: null }, 'unknown'],
  ['long_enough', { durationMonths: 12 }, { availableFromDay: null }, 'unknown'],
  ['feature_step_free', { mustHave: ['step_free'] }, {}, 'met'],
  ['feature_internet', { mustHave: ['internet'] }, {}, 'unknown'],
  ['feature_step_free', { mustHave: ['step_free'] }, { features: { ...documentedOption.features, step_free: false } }, 'not_met', true],
  ['feature_daylight', { mustHave: ['daylight'] }, { features: { ...documentedOption.features, daylight: false } }, 'not_met', false],
  ['use_catering', { uses: ['catering'] }, {}, 'met'],
  ['use_catering', { uses: ['catering'] }, { uses: { ...documentedOption.uses, catering: false } }, 'not_met', false],
  ['free_of_asbestos', { excludedConstraints: ['asbestos'] }, {}, 'met'],
  [
    'free_of_asbestos',
    { excludedConstraints: ['asbestos'] },
    { constraints: { ...documentedOption.constraints, asbestos: true } },
    'not_met',
    true,
  ],
  [
    'free_of_flood_zone',
    { excludedConstraints: ['flood_zone'] },
    { constraints: { ...documentedOption.constraints, flood_zone: true } },
    'not_met',
    false,
  ],
  ['free_of_noise', { excludedConstraints: ['noise'] }, { constraints: { ...documentedOption.constraints, noise: null } }, 'unknown'],
  ['works', { worksCapacityCents: 1_000_000 }, {}, 'met'],
  ['works', { worksCapacityCents: 800_000 }, {}, 'not_met', true],
  ['works', { worksCapacityCents: 0 }, {}, 'not_met', false],
  ['works', { worksCapacityCents: 0 }, { worksPaidByOwner: true, worksCentsEstimate: null }, 'met'],
  ['works', { worksCapacityCents: 0 }, { worksPaidByOwner: null }, 'unknown'],
  ['works', { worksCapacityCents: 0 }, { worksCentsEstimate: null }, 'unknown'],
  ['walk_to_stop', { walkToStopMaxM: 650 }, {}, 'met'],
  ['walk_to_stop', { walkToStopMaxM: 520 }, {}, 'not_met', true],
  ['walk_to_stop', { walkToStopMaxM: 519 }, {}, 'not_met', false],
  ['walk_to_stop', { walkToStopMaxM: 800 }, { walkToStopM: null }, 'unknown'],
];

describe('hard conditions', () => {
  it.each(examples.map((example) => ({ example, title: JSON.stringify(example) })))(
    '$title',
    ({ example: [id, need, option, verdict, near] }) => {
      const result = evaluate({ ...documentedOption, ...option }, { ...openNeed, ...need });
      const row = result.rows.find((one) => one.id === id);
      expect({ verdict: row?.finding.verdict, near: row?.change?.near }).toEqual({ verdict, near });
    },
  );

  it('has an example of every kind of condition', () => {
    const withoutExample = CRITERIA.filter((row) => !/^(feature|use|free_of)_|^distance$/.test(row.id))
      .map((row) => row.id)
      .filter((id) => !examples.some((example) => example[0] === id));
    expect(withoutExample).toEqual([]);
  });

  it('has a twin in SQL for each graded measure and each size of change', () => {
    const graded = CRITERIA.filter((row) => row.preference.measure !== 'met_or_not');
    expect(graded.filter((row) => row.sql.measure === undefined).map((row) => row.id)).toEqual([]);
    expect(CRITERIA.filter((row) => (row.sizeUnit === null) !== (row.sql.size === undefined)).map((row) => row.id)).toEqual([]);
  });

  it('gives each criterion its own name', () => {
    expect(new Set(CRITERIA.map((row) => row.id)).size).toBe(CRITERIA.length);
  });
});

describe('eligibility', () => {
  it.each([
    [0, 0, true, 'eligible'],
    [0, 1, true, 'to_confirm'],
    [0, 12, true, 'to_confirm'],
    [1, 0, true, 'near_miss'],
    [1, 2, true, 'near_miss'],
    [1, 3, true, 'too_little_known'],
    [1, 0, false, 'excluded'],
    [1, 5, false, 'excluded'],
    [2, 0, true, 'excluded'],
  ] as const)('%i unmet, %i unknown, within reach: %s → %s', (unmet, unknown, near, expected) => {
    expect(eligibilityOf(unmet, unknown, near)).toBe(expected);
  });

  it('is eligible when every condition is met', () => {
    expect(evaluate(documentedOption, repairWorkshop)).toMatchObject({ eligibility: 'eligible', met: 12, unmet: 0, unknown: 0 });
  });

  it('turns missing facts into questions, never into a near-miss', () => {
    expect(evaluate(blankOption, repairWorkshop)).toMatchObject({ eligibility: 'to_confirm', unmet: 0, unknown: 11 });
  });

  it('stops knocking out a place once the holder only prefers a condition', () => {
    const need = { ...openNeed, floorAreaMinM2: 800 };
    expect(evaluate(documentedOption, need).eligibility).toBe('excluded');
    expect(evaluate(documentedOption, { ...need, preferred: ['floor_area'] }).eligibility).toBe('eligible');
  });
});

describe('score', () => {
  it('shows none when no preference is known', () => {
    expect(evaluate(blankOption, { ...openNeed, budgetCentsPerYear: 10_000 })).toMatchObject({ low: 0, high: SCORE_SCALE, scored: false });
    expect(evaluate(documentedOption, openNeed)).toMatchObject({ low: 0, high: 0, scored: false, completeness: 1000 });
  });

  it('counts half for a place that takes the whole budget', () => {
    expect(evaluate(documentedOption, { ...openNeed, budgetCentsPerYear: 600_000 })).toMatchObject({
      low: SCORE_SCALE / 2,
      high: SCORE_SCALE / 2,
    });
  });

  it('gives three times the weight to what matters most', () => {
    const weight = (need: NeedProfile): number | undefined => askedRows(need).find(({ row }) => row.id === 'cost')?.weight;
    const need = { ...openNeed, budgetCentsPerYear: 600_000 };
    expect([weight(need), weight({ ...need, matterMost: ['cost'] })]).toEqual([10, 30]);
  });

  it('counts a blank as nothing in the lower score and as everything in the higher one', () => {
    const need = { ...openNeed, budgetCentsPerYear: 600_000, preferredPoint: LANGRES };
    expect(evaluate({ ...documentedOption, point: LANGRES, costCentsPerYear: null }, need)).toMatchObject({
      low: SCORE_SCALE / 2,
      high: SCORE_SCALE,
    });
  });
});

describe('order', () => {
  const base = evaluate(documentedOption, repairWorkshop);

  it.each([
    ['what is offered comes before what is not yet', { shelf: 'owner_known' as const, low: SCORE_SCALE }],
    ['what fits comes before what is to confirm', { eligibility: 'to_confirm' as const, low: SCORE_SCALE }],
    ['then the better lower score', { low: base.low - 1, high: SCORE_SCALE }],
    ['then the better higher score', { high: base.high - 1, completeness: 1000 }],
    ['then the better known', { completeness: base.completeness - 1 }],
    ['then the identifier', { siteId: 'ffffffff-0000-7000-8000-000000000000' }],
  ])('%s', (_title, change) => {
    expect(compareMatches(base, { ...base, ...change })).toBeLessThan(0);
    expect(compareMatches({ ...base, ...change }, base)).toBeGreaterThan(0);
  });

  it('lists a site under its best option and forgets the excluded ones', () => {
    const excluded = { ...base, optionId: 'x', eligibility: 'excluded' as const };
    const nearMiss = { ...base, optionId: 'y', eligibility: 'near_miss' as const };
    expect(bestOption([excluded, nearMiss, base])).toBe(base);
    expect(bestOption([excluded])).toBeNull();
  });
});
