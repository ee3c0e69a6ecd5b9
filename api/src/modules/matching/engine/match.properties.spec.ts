import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CRITERIA, askedRows } from '../criteria/criteria.js';
import { KNOWN_COMMUNES } from '../verification/match.examples.js';
import { compareMatches } from './match.order.js';
import type { NeedProfile, OptionProfile } from './match.profile.js';
import { dice, randomNeed, randomOption, type Dice } from '../verification/match.random.js';
import { ELIGIBILITIES, evaluate, type Eligibility, type Evaluation } from './match.rules.js';

/** Facts of an option that may be hidden or learned, as paths. */
const FACTS = [...new Set(CRITERIA.flatMap((row) => row.reads))].filter((path) => path !== 'kind');
const FULL_COMMUNES = KNOWN_COMMUNES.filter((commune) => commune.point !== null && commune.epciCode !== null);

function read(option: OptionProfile, path: string): unknown {
  const [key = '', word] = path.split('.');
  const value = (option as unknown as Record<string, unknown>)[key];
  return word === undefined ? value : (value as Record<string, unknown>)[word];
}

function write(option: OptionProfile, path: string, value: unknown): OptionProfile {
  const [key = '', word] = path.split('.');
  if (word === undefined) return { ...option, [key]: value };
  const facts = (option as unknown as Record<string, Record<string, unknown>>)[key];
  return { ...option, [key]: { ...facts, [word]: value } };
}

/** A value the fact could have: taken from another made-up option which has one. */
function learn(option: OptionProfile, path: string, roll: Dice): OptionProfile {
  let value = null;
  while (value === null) value = read(randomOption(roll, FULL_COMMUNES, 0), path);
  return write(option, path, value);
}

const unknownFacts = (option: OptionProfile): string[] => FACTS.filter((path) => read(option, path) === null);
const knownFacts = (option: OptionProfile): string[] => FACTS.filter((path) => read(option, path) !== null);
const completed = (option: OptionProfile, roll: Dice): OptionProfile =>
  unknownFacts(option).reduce((one, path) => learn(one, path, roll), option);
const rank = (eligibility: Eligibility): number => ELIGIBILITIES.indexOf(eligibility);
const scene = (roll: Dice) => ({
  option: randomOption(roll, KNOWN_COMMUNES, roll.pick([0.05, 0.2, 0.6])),
  need: randomNeed(roll, KNOWN_COMMUNES),
});

function always(check: (roll: Dice) => void): void {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      check(dice(seed));
    }),
    { numRuns: 300 },
  );
}

/** Ways to ask for less, each leaving everything else as it was. */
const relaxations: readonly ((need: NeedProfile, roll: Dice) => NeedProfile)[] = [
  (need) => ({ ...need, zone: need.zone.slice(1) }),
  (need) => ({
    ...need,
    zone: need.zone.map((group) => [...group, { type: 'territories', regions: [], departments: ['52'], epcis: [], communes: [] }]),
  }),
  (need) => ({
    ...need,
    zone: need.zone.map((group) => group.map((part) => (part.type === 'circle' ? { ...part, radiusM: part.radiusM + 2000 } : part))),
  }),
  (need) => ({ ...need, kinds: [] }),
  (need) => ({ ...need, kinds: need.kinds.length === 0 ? [] : [...need.kinds, 'workshop', 'plot'] }),
  (need) => ({ ...need, floorAreaMinM2: null }),
  (need) => ({ ...need, floorAreaMinM2: need.floorAreaMinM2 === null ? null : need.floorAreaMinM2 - 31 }),
  (need) => ({ ...need, floorAreaMaxM2: need.floorAreaMaxM2 === null ? null : need.floorAreaMaxM2 + 31 }),
  (need) => ({ ...need, landAreaMaxM2: null }),
  (need) => ({ ...need, areaTolerancePercent: need.areaTolerancePercent + 7 }),
  (need) => ({ ...need, tenures: need.tenures.length === 0 ? [] : [...need.tenures, 'sale'] }),
  (need) => ({ ...need, tenures: [] }),
  (need) => ({ ...need, budgetCentsPerYear: need.budgetCentsPerYear === null ? null : need.budgetCentsPerYear + 150_000 }),
  (need) => ({ ...need, budgetCentsPerYear: null }),
  (need) => ({ ...need, priceMaxCents: need.priceMaxCents === null ? null : need.priceMaxCents + 2_500_000 }),
  (need) => ({ ...need, neededByDay: need.neededByDay === null ? null : need.neededByDay + 90 }),
  (need) => ({ ...need, neededByDay: null }),
  (need) => ({ ...need, durationMonths: need.durationMonths === null ? null : need.durationMonths - 3 }),
  (need) => ({ ...need, mustHave: need.mustHave.slice(1) }),
  (need) => ({ ...need, uses: need.uses.slice(1) }),
  (need) => ({ ...need, excludedConstraints: need.excludedConstraints.slice(1) }),
  (need) => ({ ...need, worksCapacityCents: need.worksCapacityCents === null ? null : need.worksCapacityCents + 500_000 }),
  (need) => ({ ...need, walkToStopMaxM: need.walkToStopMaxM === null ? null : need.walkToStopMaxM + 201 }),
  (need, roll) => ({ ...need, preferred: [...need.preferred, roll.pick(CRITERIA).id] }),
];

describe('promises of the matching engine', () => {
  it('never loses a place, nor lists it lower a class, when a condition is relaxed', () => {
    always((roll) => {
      const { option, need } = scene(roll);
      const relaxed = roll.pick(relaxations)(need, roll);
      expect(rank(evaluate(option, relaxed).eligibility)).toBeLessThanOrEqual(rank(evaluate(option, need).eligibility));
    });
  });

  it('never takes an unknown for a yes or a no: what is met or not met stays so whatever the blanks turn out to be', () => {
    always((roll) => {
      const { option, need } = scene(roll);
      const after = evaluate(completed(option, roll), need);
      for (const [index, row] of evaluate(option, need).rows.entries()) {
        const learned = after.rows[index];
        if (row.finding.verdict !== 'unknown') expect(learned?.finding.verdict).toBe(row.finding.verdict);
        if (row.measure !== null) expect(learned?.measure).toBe(row.measure);
      }
    });
  });

  it('leaves nothing unknown once every fact is known', () => {
    always((roll) => {
      const { option, need } = scene(roll);
      expect(evaluate(completed(option, roll), need)).toMatchObject({ unknown: 0, completeness: 1000 });
    });
  });

  it('gives an interval that contains the score of every completion', () => {
    always((roll) => {
      const { option, need } = scene(roll);
      const before = evaluate(option, need);
      const after = evaluate(completed(option, roll), need);
      expect(after.low).toBe(after.high);
      expect(after.low).toBeGreaterThanOrEqual(before.low);
      expect(after.low).toBeLessThanOrEqual(before.high);
    });
  });

  it('never lowers the lower score, nor raises the higher one, when a fact is learned', () => {
    always((roll) => {
      const { option, need } = scene(roll);
      const blanks = unknownFacts(option);
      if (blanks.length === 0) return;
      const before = evaluate(option, need);
      const after = evaluate(learn(option, roll.pick(blanks), roll), need);
      expect(after.low).toBeGreaterThanOrEqual(before.low);
      expect(after.high).toBeLessThanOrEqual(before.high);
      expect(after.completeness).toBeGreaterThanOrEqual(before.completeness);
    });
  });
});

const unmetReads = (evaluation: Evaluation): string[] =>
  evaluation.rows
    .filter((row) => row.hard && row.finding.verdict === 'not_met')
    .flatMap((row) => CRITERIA.find(({ id }) => id === row.id)?.reads ?? []);

describe('hiding a fact', () => {
  it('never raises a place against any other, unless the fact is the one that knocks it out', () => {
    always((roll) => {
      const { option, need } = scene(roll);
      const before = evaluate(option, need);
      const facts = knownFacts(option).filter((path) => !unmetReads(before).includes(path));
      if (facts.length === 0) return;
      const after = evaluate(write(option, roll.pick(facts), null), need);
      expect(compareMatches(after, before)).toBeGreaterThanOrEqual(0);
    });
  });

  it('costs at least a little whenever a preference depended on it', () => {
    always((roll) => {
      const { option, need } = scene(roll);
      const before = evaluate(option, need);
      const facts = knownFacts(option);
      const after = evaluate(write(option, roll.pick(facts), null), need);
      const lost = after.rows.some((row, index) => row.measure === null && before.rows[index]?.measure !== null);
      expect(after.low < before.low).toBe(lost);
    });
  });

  it('never makes a knocked-out place eligible: it asks the question instead, below every place that is documented and fits', () => {
    always((roll) => {
      const { option, need } = scene(roll);
      const before = evaluate(option, need);
      const facts = unmetReads(before).filter((path) => path !== 'kind');
      if (before.unmet === 0 || facts.length === 0) return;
      const after = evaluate(write(option, roll.pick(facts), null), need);
      expect(after.eligibility).not.toBe('eligible');
      expect(after.low).toBeLessThanOrEqual(before.low);
      const asked = after.rows.filter((row) => row.hard && row.finding.verdict === 'unknown').length;
      expect(asked).toBe(after.unknown);
      expect(after.unmet + after.unknown).toBeGreaterThanOrEqual(before.unmet);
    });
  });
});

describe('weights', () => {
  it('depend on the need alone, so that every place is measured against the same total', () => {
    always((roll) => {
      const { option, need } = scene(roll);
      expect(evaluate(option, need).rows.map((row) => row.weight)).toEqual(askedRows(need).map((row) => row.weight));
    });
  });
});
