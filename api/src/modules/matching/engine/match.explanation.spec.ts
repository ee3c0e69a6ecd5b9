import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CRITERIA } from '../criteria/criteria.js';
import { blankOption, documentedOption, KNOWN_COMMUNES, openNeed, repairWorkshop } from '../verification/match.examples.js';
import { explain, shownScore } from './match.explanation.js';
import { dice, randomNeed, randomOption } from '../verification/match.random.js';
import { evaluate } from './match.rules.js';
import { sharesOf } from './match.shares.js';
import { LANGS } from './match.words.js';

const smaller = { ...documentedOption, floorAreaM2: 140, features: { ...documentedOption.features, step_free: null } };

describe('explanation', () => {
  it('says in a sentence how many conditions fit, what does not and what to check', () => {
    const match = evaluate(smaller, repairWorkshop);
    expect(explain(match, 'fr').summary).toBe(
      'Convient à 10 de vos 12 conditions. Ne convient pas\u00a0: surface intérieure. À vérifier\u00a0: équipement : accès de plain-pied.',
    );
    expect(explain(match, 'en').summary).toBe(
      'Fits 10 of your 12 conditions. Does not fit: floor area. To check: equipment: step-free access.',
    );
  });

  it('tells both sides the smallest change that would make it fit', () => {
    const area = explain(evaluate(smaller, repairWorkshop), 'fr').rows.find((row) => row.id === 'floor_area');
    expect(area).toMatchObject({
      sentence: 'Surface intérieure : 140\u00a0m² pour 150 à 300\u00a0m²',
      change: { project: 'accepter 140\u00a0m²', place: 'proposer 150\u00a0m²' },
    });
  });

  it('asks the owner for each missing fact and shows no score when nothing is known', () => {
    const told = explain(evaluate({ ...blankOption, point: null }, repairWorkshop), 'en');
    expect(told.score).toBeNull();
    expect(told.questions).toContain('What is the usable floor area?');
    expect(told.questions).toHaveLength(new Set(told.questions).size);
  });

  it('speaks to the owner about the project’s conditions', () => {
    expect(explain(evaluate(documentedOption, repairWorkshop), 'fr', 'owner').summary).toBe('Convient aux 12 conditions du projet.');
    expect(explain(evaluate(documentedOption, openNeed), 'fr').summary).toBe('Aucune condition n’était demandée.');
  });

  it('shows contributions that add up exactly to the score, none above what its criterion is worth', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const roll = dice(seed);
        const match = evaluate(randomOption(roll, KNOWN_COMMUNES), randomNeed(roll, KNOWN_COMMUNES));
        const told = explain(match, 'fr');
        const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, value) => total + (value ?? 0), 0);
        expect(sum(told.rows.map((row) => row.points))).toBe(told.score?.low ?? 0);
        if (told.rows.some((row) => row.outOf !== null)) {
          const outOf = sum(told.rows.map((row) => row.outOf));
          expect(outOf).toBeGreaterThanOrEqual(100);
          expect(outOf).toBeLessThanOrEqual(101);
        }
        expect(told.rows.filter((row) => (row.points ?? 0) > (row.outOf ?? 0))).toEqual([]);
        if (told.score !== null) expect(told.score).toEqual({ low: shownScore(match.low), high: shownScore(match.high) });
      }),
      { numRuns: 3000 },
    );
  });
});

describe('sharing whole points', () => {
  it('gives the missing point to the largest remainder, then to the first', () => {
    expect(sharesOf([1, 1, 1], 3, 100)).toEqual([34, 33, 33]);
    expect(sharesOf([10, 20, 30], 70, 86)).toEqual([14, 29, 43]);
    expect(sharesOf([0, 0], 0, 0)).toEqual([0, 0]);
  });
});

describe('sentences', () => {
  it('exist in both languages for every criterion, and say something', () => {
    for (const row of CRITERIA) {
      for (const lang of LANGS) {
        const text = row.text[lang];
        const said = [text.label, text.rule, text.question, text.met('a', 'b'), text.notMet('a', 'b'), text.unknown('b')];
        expect(said.filter((sentence) => sentence.trim().length < 4)).toEqual([]);
      }
      expect(row.text.fr.rule).not.toBe(row.text.en.rule);
    }
  });
});
