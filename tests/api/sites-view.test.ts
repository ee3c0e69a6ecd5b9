import { beforeAll, describe, expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { givenDataset, givenSite, givenStop, givenTerritories, OFFERED } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const read = async (id: string) => (await t.http().get(`/api/sites/${id}`).expect(200)).body;

beforeAll(async () => {
  await givenTerritories(t.db);
  await givenStop(t.db, 'Langres', 5.3444, 47.8769);
});

/** A lead described by one source, field by field. */
async function givenImported(columns: Record<string, unknown>, fields: readonly string[]): Promise<string> {
  const id = await givenSite(t.db, {
    name: 'Gare de Là',
    kind: 'disused_station',
    state: 'potential',
    columns: { owner_kind: 'sncf', agent_role: null, ...columns },
  });
  await givenDataset(t.db, 'gares', 'SNCF Réseau', 'ODbL');
  const source = uuidv7();
  await t.db.query(
    `insert into site_source (id, site_id, dataset_id, source_key, source_date, values, notes, content_hash, first_seen_at, last_seen_at)
     values ($1, $2, 'gares', $3, '2026-05-21', '{"secret": "line"}', '["stop_near"]', 'x', now(), now())`,
    [source, id, id],
  );
  await t.db.query('insert into site_provenance (site_id, field, source_id, source_date) select $1, unnest($2::text[]), $3, $4', [
    id,
    fields,
    source,
    '2026-05-21',
  ]);
  return id;
}

describe('the page of a place', () => {
  test('says “unknown” of every fact nobody stated, and asks first for what helps most', async () => {
    const site = await read(await givenSite(t.db, { columns: { features: { water: true, heating: false } } }));
    expect(site.facts.landAreaM2).toEqual({ value: null, source: null });
    expect(site.features).toMatchObject({ water: true, heating: false, electricity: null, kitchen: null });
    expect(Object.keys(site.features)).toHaveLength(15);
    expect(site.completeness).toMatchObject({ next: 'floorAreaM2', missing: expect.arrayContaining(['tenure', 'availableFrom', 'cost']) });
  });

  test('knowing one thing more never makes a place look less known', async () => {
    const blank = await read(await givenSite(t.db));
    const better = await read(await givenSite(t.db, OFFERED));
    expect(better.completeness.score).toBeGreaterThan(blank.completeness.score);
    expect(better.completeness.missing).not.toContain('floorAreaM2');
  });

  test('gives the source, the licence and the date of each imported value, and no line of the file', async () => {
    const id = await givenImported({ land_area_m2: 1200, features: { parking: true } }, ['landAreaM2', 'name', 'features.parking']);
    const site = await read(id);
    const source = { datasetId: 'gares', producer: 'SNCF Réseau', licence: 'ODbL', date: '2026-05-21' };
    expect(site.facts.landAreaM2).toEqual({ value: 1200, source });
    expect(site.fieldSources).toMatchObject({ name: source, 'features.parking': source });
    expect(site.sources).toEqual([expect.objectContaining({ attribution: 'SNCF Réseau, ODbL', remarks: ['stop_near'] })]);
    expect(JSON.stringify(site)).not.toContain('secret');
    expect(site.shelf).toBe('lead');
  });

  test('names no natural person', async () => {
    for (const columns of [{ owner_kind: 'private_person' }, { owner_touches_natural_person: true }]) {
      const site = await read(await givenSite(t.db, { columns: { owner_name: 'Camille Durand', ...columns } }));
      expect(JSON.stringify(site)).not.toContain('Durand');
    }
  });

  test('adds rent, charges and taxes only when the three are known', async () => {
    const terms = OFFERED.offers[0];
    const site = await read(
      await givenSite(t.db, { premises: OFFERED.premises, offers: [terms, { ...terms, taxes_cents_per_year: null }] }),
    );
    expect(site.offers.map((offer: { costCentsPerYear: number | null }) => offer.costCentsPerYear)).toEqual([600_000, null]);
  });

  test('tells how to come without a car, and that only regional services are known', async () => {
    const { access } = await read(await givenSite(t.db, { lonLat: [5.3444, 47.8729] }));
    expect(access).toMatchObject({ measuredFrom: 'exact', coverage: 'regional_services_only' });
    expect(access.stops).toEqual([
      expect.objectContaining({
        name: 'Langres',
        distanceM: 578,
        walkMinutes: 8,
        trainsTuesday: 10,
        coachesTuesday: 4,
        departuresSunday: 6,
        demo: false,
      }),
    ]);
  });

  test('an invented stop steps aside when a real one is known', async () => {
    await givenStop(t.db, 'Arrêt inventé', 5.3445, 47.873, 'demo');
    const { access } = await read(await givenSite(t.db, { lonLat: [5.3444, 47.8729] }));
    expect(access.stops.map((stop: { name: string }) => stop.name)).toEqual(['Langres']);
  });

  test('says where it is, from the commune to the region', async () => {
    const { territories } = await read(await givenSite(t.db));
    expect(territories).toMatchObject({
      commune: { name: 'Langres' },
      epci: { name: 'CC du Grand Langres' },
      department: { name: 'Haute-Marne' },
      region: { name: 'Grand Est' },
    });
  });

  test('tells its public history and keeps the work on the draft to its owner', async () => {
    const id = await givenSite(t.db);
    await t.db.query(
      `insert into site_history (id, site_id, at, actor, from_state, to_state, reason) values
         ($2, $1, '2026-09-01', 'a', null, 'draft', 'brouillon'), ($3, $1, '2026-09-02', 'a', 'draft', 'submitted', null),
         ($4, $1, '2026-09-03', 'a', 'submitted', 'published', null), ($5, $1, '2026-09-04', 'a', 'published', 'under_call', 'Appel ouvert')`,
      [id, uuidv7(), uuidv7(), uuidv7(), uuidv7()],
    );
    expect((await read(id)).history).toEqual([
      { at: '2026-09-03T00:00:00.000Z', from: null, to: 'published', reason: null },
      { at: '2026-09-04T00:00:00.000Z', from: 'published', to: 'under_call', reason: 'Appel ouvert' },
    ]);
  });

  test('does not exist for a stranger before it is published', async () => {
    const id = await givenSite(t.db, { state: 'draft' });
    await t.http().get(`/api/sites/${id}`).expect(404);
    await t.http().get(`/api/sites/${id}/nearby`).expect(404);
    await t.http().get('/api/sites/not-an-id').expect(422);
  });
});

describe('on which shelf a place stands', () => {
  const [terms] = OFFERED.offers;
  test.each([
    ['offered: entitled, area, tenure and availability known', {}, OFFERED, 'offered'],
    ['offered: bare land with its area', { kind: 'plot', land_area_m2: 900 }, { offers: [{ ...terms, part: undefined }] }, 'offered'],
    ['owner known: area unknown', {}, { premises: [{}], offers: OFFERED.offers }, 'owner_known'],
    ['owner known: tenure unknown', {}, { premises: OFFERED.premises, offers: [{ ...terms, tenure: null }] }, 'owner_known'],
    ['owner known: availability unknown', {}, { premises: OFFERED.premises, offers: [{ ...terms, available_from: null }] }, 'owner_known'],
    ['owner known: only signalled', { agent_role: 'signals' }, OFFERED, 'owner_known'],
    ['lead: signalled, owner unknown', { agent_role: 'signals', owner_kind: null }, OFFERED, 'lead'],
    ['living: a tiers-lieu of open data', { kind: 'tiers_lieu', state: 'potential', lead: true }, {}, 'living'],
    ['living: a tiers-lieu that offers nothing', { kind: 'tiers_lieu' }, { premises: OFFERED.premises }, 'living'],
    ['offered: a tiers-lieu with a room to share', { kind: 'tiers_lieu' }, OFFERED, 'offered'],
    ['no longer on offer: awarded', { state: 'awarded' }, OFFERED, null],
  ])('%s', async (_title, columns, parts, shelf) => {
    expect((await read(await givenSite(t.db, { ...parts, columns }))).shelf).toBe(shelf);
  });

  test('living tiers-lieux are near every place, listed when they are asked for, and on the map apart', async () => {
    const here = await givenSite(t.db, { ...OFFERED, commune: '70122', lonLat: [5.515, 47.637] });
    const columns = {
      kind: 'tiers_lieu',
      lead: true,
      run_by: 'La Bobine SCIC',
      activities_here: ['coworking'],
      website: 'https://bobine.example/',
    };
    const living = await givenSite(t.db, { name: 'La Bobine', state: 'potential', commune: '70122', lonLat: [5.52, 47.64], columns });
    const { body: near } = await t.http().get(`/api/sites/${here}/nearby`).expect(200);
    expect(near.tiersLieux.map(({ id }: never) => id)).toContain(living);
    expect(near.items.map(({ id }: never) => id)).not.toContain(living);
    expect((await read(living)).living).toEqual({ runBy: 'La Bobine SCIC', activities: ['coworking'], website: 'https://bobine.example/' });
    const found = async (query: string) =>
      (await t.http().get(`/api/sites?territory=commune:70122&${query}`).expect(200)).body.items.map(({ id }: never) => id);
    expect(await found('')).not.toContain(living);
    expect(await found('shelf=living')).toEqual([living]);
    const { body: map } = await t.http().get('/api/sites/map?zoom=6&territory=commune:70122&shelf=offered,living').expect(200);
    expect(map.features[0].properties).toMatchObject({ cluster: true, living: 1 });
  });

  test('follows its premises and its terms as they change', async () => {
    const id = await givenSite(t.db, OFFERED);
    await t.db.query('update premises set floor_area_m2 = null where site_id = $1', [id]);
    expect((await read(id)).shelf).toBe('owner_known');
    await t.db.query('update premises set floor_area_m2 = 90 where site_id = $1', [id]);
    expect((await read(id)).shelf).toBe('offered');
    await t.db.query('delete from offer where site_id = $1', [id]);
    expect((await read(id)).shelf).toBe('owner_known');
  });
});
