import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SITE_KINDS } from '../../sites/site.vocabulary.js';
import { KNOWN_COMMUNES, repairWorkshop } from '../verification/match.examples.js';
import type { OptionProfile } from '../engine/match.profile.js';
import { dice, randomNeed, randomOption } from '../verification/match.random.js';
import { evaluate } from '../engine/match.rules.js';
import { ANY_KIND, keysOfOption, reachOf, type DepartmentsOf, type Reach } from './reach.rules.js';

const departmentsOf: DepartmentsOf = ({ regions, departments, epcis, communes }) => [
  ...departments,
  ...KNOWN_COMMUNES.filter(
    (commune) =>
      regions.includes(commune.regionCode) ||
      (commune.epciCode !== null && epcis.includes(commune.epciCode)) ||
      communes.includes(commune.communeCode),
  ).map((commune) => commune.departmentCode),
];

/** What the query of `needsReaching` keeps. */
function reaches(reach: readonly Reach[], option: OptionProfile): boolean {
  const keys = keysOfOption(option);
  const low = option.floorAreaFromM2 ?? option.floorAreaM2;
  return reach.some(
    (row) =>
      (keys === null || keys.includes(row.key)) &&
      [ANY_KIND, SITE_KINDS.indexOf(option.kind)].includes(row.kind) &&
      (option.floorAreaM2 === null || row.floor_from_m2 <= option.floorAreaM2) &&
      (low === null || row.floor_to_m2 >= low),
  );
}

describe('where a project looks', () => {
  it('lets every place through that the engine would list', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const roll = dice(seed);
        const [option, need] = [randomOption(roll, KNOWN_COMMUNES), randomNeed(roll, KNOWN_COMMUNES)];
        if (evaluate(option, need).eligibility !== 'excluded') expect(reaches(reachOf(need, departmentsOf), option)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('uses the narrowest of the zones that must all hold', () => {
    expect(new Set(reachOf(repairWorkshop, departmentsOf).map((row) => row.key))).toEqual(new Set(['d:52']));
  });

  it('allows a quarter more or less than the floor area asked, as near-misses do', () => {
    expect(reachOf(repairWorkshop, departmentsOf)[0]).toMatchObject({ kind: ANY_KIND, floor_from_m2: 113, floor_to_m2: 375 });
  });
});
