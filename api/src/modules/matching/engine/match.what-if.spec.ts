import { describe, expect, it } from '@jest/globals';
import { documentedOption, repairWorkshop } from '../verification/match.examples.js';
import type { OptionProfile } from './match.profile.js';
import { evaluate } from './match.rules.js';
import { whatIfForNeed, whatIfForPlace, whatIfInWords } from './match.what-if.js';

const option = (number: number, changes: Partial<OptionProfile>): OptionProfile => ({
  ...documentedOption,
  optionId: `option ${String(number)}`,
  siteId: `site ${String(number)}`,
  ...changes,
});
const costing = (number: number, costCentsPerYear: number, changes: Partial<OptionProfile> = {}): OptionProfile =>
  option(number, { costCentsPerYear, ...changes });
const needWhatIf = (options: readonly OptionProfile[]) => whatIfForNeed(options.map((one) => evaluate(one, repairWorkshop)));

describe('what if a condition were relaxed', () => {
  it('counts more places by shelf, and apart those whose owner would have to answer first', () => {
    const cost = needWhatIf([
      costing(1, 600_000),
      costing(2, 800_000),
      costing(3, 1_000_000),
      costing(4, 900_000, { shelf: 'owner_known' }),
      costing(5, 900_000, { worksPaidByOwner: null, worksCentsEstimate: null }),
      costing(6, 900_000, { walkToStopM: 2000 }),
    ]).find((row) => row.id === 'cost');
    expect(cost).toEqual({
      id: 'cost',
      offered: 2,
      ownerKnown: 1,
      ifOwnersAnswered: 1,
      steps: [{ more: 1, size: 80_000 }],
      choices: [],
    });
  });

  it('finds the smallest relaxation for the next 1, 5 and 10 places', () => {
    const places = Array.from({ length: 12 }, (_, index) => costing(index, 720_000 + (12 - index) * 1000));
    expect(needWhatIf(places).find((row) => row.id === 'cost')?.steps).toEqual([
      { more: 1, size: 1000 },
      { more: 5, size: 5000 },
      { more: 10, size: 10_000 },
    ]);
  });

  it('counts a site once, and not at all when another of its options fits already', () => {
    const twice = [costing(1, 800_000), { ...costing(1, 790_000), optionId: 'other' }];
    expect(needWhatIf(twice).find((row) => row.id === 'cost')).toMatchObject({ offered: 1, steps: [{ more: 1, size: 70_000 }] });
    expect(needWhatIf([...twice, { ...costing(1, 600_000), optionId: 'third' }]).find((row) => row.id === 'cost')).toMatchObject({
      offered: 0,
      steps: [],
    });
  });

  it('names the further tenures to accept', () => {
    const tenure = needWhatIf([
      option(1, { tenure: 'loan_for_use' }),
      option(2, { tenure: 'loan_for_use' }),
      option(3, { tenure: 'solidarity_lease' }),
    ]).find((row) => row.id === 'tenure');
    expect(tenure?.choices).toEqual([
      { word: 'loan_for_use', more: 2 },
      { word: 'solidarity_lease', more: 1 },
    ]);
  });

  it('says it in words', () => {
    const [row] = needWhatIf([costing(1, 800_000)]).filter(({ id }) => id === 'cost');
    expect(row && whatIfInWords(row, 'fr').steps).toEqual([{ more: 1, size: 80_000, sentence: '+ 1 avec 800\u00a0€ par an de plus' }]);
  });
});

describe('what if the place changed', () => {
  it('tells the owner how many projects step-free access would open', () => {
    const place = { ...documentedOption, features: { ...documentedOption.features, step_free: false } };
    const needs = Array.from({ length: 7 }, (_, index) => ({ ...repairWorkshop, needId: `project ${String(index)}` }));
    const rows = whatIfForPlace(needs.map((need) => evaluate(place, need)));
    expect(rows.find((row) => row.id === 'feature_step_free')).toMatchObject({ offered: 7, ownerKnown: 0, ifOwnersAnswered: 0 });
  });

  it('does not suggest what no owner can change', () => {
    const far = { ...documentedOption, walkToStopM: 5000 };
    expect(whatIfForPlace([evaluate(far, repairWorkshop)]).find((row) => row.id === 'walk_to_stop')?.offered).toBe(0);
  });
});
