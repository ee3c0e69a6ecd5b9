import { beforeAll, describe, expect, it } from '@jest/globals';
import type { TryResult } from '../../api/src/modules/matching/matching.schemas.js';
import { useTestApp } from '../support/test-app.js';
import { addPlace, addTerritories, LANGRES, workshopNeed } from './matching-places.js';

const t = useTestApp();
const tryNeed = async (need: object, perSection = 10): Promise<TryResult> =>
  (await t.http().post('/api/matches/try?lang=en').send({ need, perSection }).expect(200)).body as TryResult;
const namesBySection = (result: TryResult): Record<string, string[]> =>
  Object.fromEntries(
    result.sections.map((section) => [`${section.shelf} ${section.eligibility}`, section.items.map((item) => item.site.name)]),
  );

describe('with nothing but leads from open data', () => {
  beforeAll(async () => {
    await addTerritories(t.db);
    await addPlace(t.db, {
      name: 'Gare de Humes',
      kind: 'disused_station',
      state: 'potential',
      at: { lon: 5.303, lat: 47.905 },
      ownerKind: null,
    });
    await addPlace(t.db, { name: 'La Bobine', kind: 'tiers_lieu', state: 'potential', at: { lon: 5.34, lat: 47.87 }, ownerKind: null });
    await addPlace(t.db, {
      name: 'Gare de Vesoul',
      kind: 'disused_station',
      state: 'potential',
      at: { lon: 6.15, lat: 47.62 },
      ownerKind: null,
    });
  });

  it('finds nothing on offer, invents no near-miss, and lists the leads by distance with the questions to ask', async () => {
    const result = await tryNeed(workshopNeed);
    expect(result.sections).toEqual([]);
    expect(result.whatIf.every((row) => row.offered + row.ownerKnown + row.ifOwnersAnswered === 0)).toBe(true);
    expect(result.leads.total).toBe(1);
    expect(result.leads.items.map((lead) => [lead.site.name, Math.round((lead.distanceM ?? 0) / 1000)])).toEqual([['Gare de Humes', 5]]);
    expect(result.tiersLieux).toMatchObject({ total: 1, items: [{ site: { name: 'La Bobine' }, runBy: null, activities: null }] });
    expect(result.leads.items[0]?.questions).toContain('What is the usable floor area?');
  });
});

describe('with places on offer around Langres', () => {
  beforeAll(async () => {
    await addPlace(t.db, { name: 'Fits' });
    await addPlace(t.db, { name: 'Fits for free', rentCents: 0 });
    await addPlace(t.db, { name: 'Rent unknown', rentCents: null });
    await addPlace(t.db, { name: 'A little small', floorM2: 140 });
    await addPlace(t.db, { name: 'Far too small', floorM2: 60 });
    await addPlace(t.db, { name: 'Not offered in full', tenure: null });
    await addPlace(t.db, { name: 'Too dear', rentCents: 840_000 });
    await addPlace(t.db, { name: 'Paused', state: 'paused' });
    await addPlace(t.db, { name: 'No electricity', features: { electricity: false } });
  });

  it('lists what fits, then what is to confirm, then near-misses; the cheaper first', async () => {
    expect(namesBySection(await tryNeed(workshopNeed))).toEqual({
      'offered eligible': ['Fits for free', 'Fits'],
      'offered to_confirm': ['Rent unknown'],
      'offered near_miss': ['No electricity', 'A little small', 'Too dear'],
      'owner_known to_confirm': ['Not offered in full'],
    });
  });

  it('says in a sentence what fits and what to check, with contributions that add up to the score', async () => {
    const { sections } = await tryNeed(workshopNeed);
    const unknown = sections.find((section) => section.eligibility === 'to_confirm')?.items[0];
    expect(unknown?.summary).toBe('Fits 4 of your 5 conditions. To check: cost per year.');
    expect(unknown?.questions).toEqual(['What are the rent, charges and taxes for a year?']);
    for (const { rows, score } of sections.flatMap((section) => section.items)) {
      expect(rows.reduce((sum, row) => sum + (row.points ?? 0), 0)).toBe(score?.low);
    }
  });

  it('tells the smallest change of a near-miss on either side', async () => {
    const { sections } = await tryNeed(workshopNeed);
    const small = sections.flatMap((section) => section.items).find((item) => item.site.name === 'A little small');
    expect(small?.rows.find((row) => row.id === 'floor_area')?.change).toEqual({
      project: 'accept 140\u00a0m²',
      place: 'offer 150\u00a0m²',
      amount: 140,
    });
  });

  it('counts what relaxing each condition would open, and by how much', async () => {
    const { whatIf } = await tryNeed(workshopNeed);
    const row = (id: string) => whatIf.find((one) => one.id === id);
    expect(row('floor_area')).toMatchObject({
      offered: 2,
      ownerKnown: 0,
      steps: [{ more: 1, size: 10, sentence: '+ 1 with 10\u00a0m² more or less' }],
    });
    expect(row('cost')).toMatchObject({ offered: 1, steps: [{ more: 1, size: 120_000, sentence: '+ 1 with €1,200 a year more' }] });
    expect(row('feature_electricity')).toMatchObject({ offered: 1, steps: [] });
  });

  it('stops knocking out once a condition is only preferred', async () => {
    const result = await tryNeed({ ...workshopNeed, preferred: ['cost', 'floor_area', 'feature_electricity'] });
    const eligible = result.sections.find((section) => section.shelf === 'offered' && section.eligibility === 'eligible');
    expect(eligible?.total).toBe(7);
  });

  it('reads on, section by section, without losing or repeating a place', async () => {
    const need = { zone: workshopNeed.zone, preferredPoint: LANGRES };
    const whole = await tryNeed(need, 50);
    const first = (await tryNeed(need, 2)).sections.find((section) => section.shelf === 'offered');
    const names = first?.items.map((item) => item.site.id) ?? [];
    let next = first?.next ?? null;
    while (next !== null) {
      const more = await t
        .http()
        .post('/api/matches/try/more')
        .send({ need, shelf: 'offered', eligibility: 'eligible', cursor: next, limit: 3 })
        .expect(200);
      const page = more.body as { items: { site: { id: string } }[]; next: string | null };
      names.push(...page.items.map((item) => item.site.id));
      next = page.next;
    }
    expect(names).toEqual(whole.sections.find((section) => section.shelf === 'offered')?.items.map((item) => item.site.id));
    expect(names).toHaveLength(7);
  });

  it('never gives away where a place shown by its commune stands', async () => {
    const secret = { lon: 5.4, lat: 47.95 };
    await addPlace(t.db, { name: 'Hidden', locationShown: 'commune', at: secret });
    const around = (centre: object) => ({ zone: [{ anyOf: [{ type: 'circle', centre, radiusKm: 1 }] }], kinds: ['station_premises'] });
    expect(Object.values(namesBySection(await tryNeed(around(secret)))).flat()).toEqual([]);
    expect(Object.values(namesBySection(await tryNeed(around(LANGRES)))).flat()).toContain('Hidden');
  });
});

describe('a need that cannot be understood', () => {
  it.each([
    ['bounds the wrong way round', { floorAreaMinM2: 300, floorAreaMaxM2: 150 }, '/need/floorAreaMaxM2'],
    ['a point outside France', { preferredPoint: { lon: 0, lat: -90 } }, '/need/preferredPoint'],
    ['an unknown criterion', { preferred: ['colour'] }, '/need/preferred/0'],
    [
      'a drawing that crosses itself',
      {
        zone: [
          {
            anyOf: [
              {
                type: 'polygon',
                polygon: {
                  type: 'Polygon',
                  coordinates: [
                    [
                      [5, 47],
                      [6, 48],
                      [6, 47],
                      [5, 48],
                      [5, 47],
                    ],
                  ],
                },
              },
            ],
          },
        ],
      },
      '/need/zone/0/anyOf/0/polygon',
    ],
  ])('is refused with the field to correct: %s', async (_title, need, pointer) => {
    const { body } = await t.http().post('/api/matches/try').send({ need }).expect(422);
    expect((body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toEqual([pointer]);
  });

  it('is refused with a foreign cursor', async () => {
    await t.http().post('/api/matches/try/more').send({ need: {}, shelf: 'offered', eligibility: 'eligible', cursor: 'x' }).expect(422);
  });
});

describe('the method', () => {
  it('is given as data, in both languages, with its version', async () => {
    const { body } = await t.http().get('/api/matches/method').expect(200);
    const { version, fr, en } = body as { version: string; fr: { criteria: { id: string }[] }; en: { criteria: unknown[] } };
    expect(version).toMatch(/^\d{4}-\d{2}\.\d+$/);
    expect(fr.criteria.map((row) => row.id)).toContain('walk_to_stop');
    expect(en.criteria).toHaveLength(fr.criteria.length);
  });
});

describe('a place between two circles of unlike size', () => {
  it('is measured from the circle it is near to, by the database as by the engine', async () => {
    await addPlace(t.db, { name: 'Between', kind: 'farmland' });
    const circle = (lat: number, radiusKm: number) => ({ type: 'circle', centre: { lon: LANGRES.lon, lat }, radiusKm });
    // 14.4 km from the middle of a circle of 10, 4.4 beyond its edge; 45 km from the middle of one of 40, which is near: within a quarter.
    const zone = [{ anyOf: [circle(LANGRES.lat + 0.1295, 10), circle(LANGRES.lat - 0.4047, 40)] }];
    const { whatIf } = await tryNeed({ kinds: ['farmland'], zone });
    const [step] = whatIf.find(({ id }) => id === 'zone')?.steps ?? [];
    expect(Math.round((step?.size ?? 0) / 100)).toBe(50);
  });
});
