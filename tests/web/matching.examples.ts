import type {
  ExplainedRow,
  Lead,
  Match,
  MatchedPlace,
  MatchResults,
  MatchSection,
  WhatIf,
} from '../../web/src/features/matching/match-types';

/** Answers of the matching API, with only what a test is about spelled out. */

export function place(id: string, name: string): MatchedPlace {
  return {
    id,
    name,
    kind: 'goods_shed',
    demo: false,
    photo: null,
    standing: null,
    condition: null,
    commune: { id: 'commune:52269', name: 'Langres', departmentCode: '52' },
    point: { lon: 5.33, lat: 47.86 },
    pointPrecision: 'exact',
    ownerName: null,
    landAreaM2: null,
    footprintM2: null,
    nearestStop: { name: 'Culmont-Chalindrey', walkMinutes: 12, departuresPerWeekday: 14 },
    attributions: [],
  };
}

export function row(id: string, label: string, more: Partial<ExplainedRow> = {}): ExplainedRow {
  return {
    id,
    label,
    strength: 'required',
    verdict: 'met',
    asked: 'oui',
    found: 'oui',
    sentence: `${label} : oui`,
    question: null,
    change: null,
    points: null,
    outOf: null,
    ...more,
  };
}

export const areaRow = row('floor_area', 'Surface intérieure', { found: '210 m²', asked: '150 à 300 m²', points: 20, outOf: 25 });
export const powerRow = row('feature_electricity', 'Équipement : électricité', {
  verdict: 'unknown',
  found: null,
  sentence: 'Équipement à vérifier : électricité',
  question: 'Le lieu dispose-t-il de cet équipement : électricité ?',
});
export const costRow = row('cost', 'Coût annuel', {
  verdict: 'not_met',
  found: '8 160 € par an',
  asked: '7 200 € par an',
  sentence: 'Coût annuel : 8 160 € par an pour un budget de 7 200 € par an',
  change: { project: 'porter le budget à 8 160 € par an', place: 'ramener le coût à 7 200 € par an', amount: 816_000 },
  points: 5,
  outOf: 25,
});

export function match(name: string, more: Partial<Match> = {}): Match {
  const rows = more.rows ?? [areaRow];
  const count = (verdict: ExplainedRow['verdict']) => rows.filter((one) => one.verdict === verdict).length;
  const questions = rows.map((one) => one.question).filter((question) => question !== null);
  return {
    site: place(`019a0000-0000-7000-8000-${String(name.length).padStart(12, '0')}`, name),
    option: { id: 'option', premisesName: 'Halle', tenure: 'civil_lease', floorAreaM2: 210, floorAreaFromM2: null },
    shelf: 'offered',
    eligibility: 'eligible',
    summary: 'Convient à vos 7 conditions.',
    score: { low: 85, high: 85 },
    completenessPercent: 100,
    conditions: { met: count('met'), notMet: count('not_met'), unknown: count('unknown') },
    distanceM: 1300,
    questions,
    rows,
    ...more,
  };
}

export function section(items: Match[], more: Partial<MatchSection> = {}): MatchSection {
  const [first] = items;
  return {
    shelf: first?.shelf ?? 'offered',
    eligibility: first?.eligibility ?? 'eligible',
    total: items.length,
    next: null,
    items,
    ...more,
  };
}

export function whatIf(more: Partial<WhatIf> = {}): WhatIf {
  return { id: 'cost', label: 'Coût annuel', offered: 3, ownerKnown: 0, ifOwnersAnswered: 0, steps: [], choices: [], ...more };
}

export function lead(name: string): Lead {
  return {
    site: place('019a0000-0000-7000-8000-0000000000ff', name),
    distanceM: 2168,
    known: ['Terrain : 1 200 m²'],
    questions: ['Quelle est la surface intérieure utilisable ?'],
  };
}

export function results(more: Partial<MatchResults> = {}): MatchResults {
  return {
    version: '2026-11.1',
    conditionsAsked: [],
    sections: [],
    whatIf: [],
    leads: { total: 0, items: [] },
    tiersLieux: { total: 0, items: [] },
    ...more,
  };
}
