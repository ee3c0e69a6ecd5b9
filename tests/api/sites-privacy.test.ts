import { beforeAll, describe, expect, test } from '@jest/globals';
import { isPositionSeenByAll, isSeenByAll } from '../../api/src/modules/sites/site.policy.js';
import { LOCATION_SHOWN, SITE_STATES } from '../../api/src/modules/sites/site.vocabulary.js';
import { bytesOf, givenSite, givenStop, givenTerritories, OFFERED } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
/** Far enough from the commune's point (5.3375, 47.8598) to be told apart everywhere. */
const SECRET = [5.41234, 47.91234] as const;
const hidden: Record<string, string> = {};
const get = (path: string) => t.http().get(path);

beforeAll(async () => {
  await givenTerritories(t.db);
  await givenStop(t.db, 'Arrêt du secret', 5.4124, 47.9124);
  for (const shown of ['commune', 'after_contact'] as const) {
    hidden[shown] = await givenSite(t.db, {
      ...OFFERED,
      name: shown === 'commune' ? 'Manufacture discrète' : 'Filature secrète',
      lonLat: SECRET,
      shown,
      columns: {
        address: '7 impasse Escarboucle',
        walk_to_stop_m: 42,
        nearest_stop_id: 'Arrêt du secret',
        parcels: ['52269000ZZ0042'],
        outline: {
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [5.4123, 47.9123],
                [5.4125, 47.9123],
                [5.4125, 47.9125],
                [5.4123, 47.9123],
              ],
            ],
          ],
          crs: { type: 'name', properties: { name: 'EPSG:4326' } },
        },
        owner_name: 'Jeanne Personne',
        owner_touches_natural_person: true,
      },
    });
  }
  await givenSite(t.db, { ...OFFERED, name: 'Voisin visible', lonLat: [5.4126, 47.9126] });
});

describe('a place whose exact position is not public', () => {
  test.each([
    ['the list', '/api/sites?near=5.3375,47.8598'],
    ['a page of the list by distance from the door', '/api/sites?near=5.41234,47.91234&sort=distance'],
    ['the map', '/api/sites/map?zoom=18&q=manufacture'],
    ['the CSV export', '/api/sites/export.csv'],
    ['the GeoJSON export', '/api/sites/export.geojson'],
    ['the figures of the home page', '/api/figures/home'],
  ])('%s gives neither its position nor its address', async (_name, path) => {
    const answer = await get(path).buffer(true).parse(bytesOf).expect(200);
    const text = (answer.body as Buffer).toString('utf8');
    expect(text).toContain('Manufacture discrète');
    expect(text).not.toMatch(/5[.,]4123|47[.,]9123|escarboucle|52269000ZZ0042|Jeanne Personne/i);
  });

  test.each(['commune', 'after_contact'])('its own page (%s) gives the commune’s point, and distances from there', async (shown) => {
    const { body, text } = await get(`/api/sites/${hidden[shown]}`).expect(200);
    expect(text).not.toMatch(/5\.4123|47\.9123|escarboucle|52269000ZZ0042|Jeanne Personne|du secret/i);
    expect(body).toMatchObject({
      point: { lon: 5.3375, lat: 47.8598 },
      pointPrecision: 'commune',
      locationShown: shown,
      address: null,
      outline: null,
      facts: { parcels: { value: null } },
      access: { measuredFrom: 'commune', stops: [] },
    });
  });

  test('the places near it are measured from the commune’s point', async () => {
    const { body } = await get(`/api/sites/${hidden['commune']}/nearby`).expect(200);
    const visible = body.items.find((site: { name: string }) => site.name === 'Voisin visible');
    expect(visible.distanceM).toBeGreaterThan(7_000);
  });

  test('is not found by a circle or a rectangle drawn around its door', async () => {
    for (const query of ['near=5.41234,47.91234&radiusKm=0.5', 'bbox=5.41,47.91,5.415,47.915']) {
      const { body } = await get(`/api/sites?${query}`).expect(200);
      expect(body.items.map((site: { name: string }) => site.name)).toEqual(['Voisin visible']);
    }
  });

  test('is not found by the name of its street', async () => {
    const { body } = await get('/api/sites?q=escarboucle').expect(200);
    expect(body.items).toEqual([]);
  });

  test('shows its exact position again as soon as its owner wishes, and hides it at once', async () => {
    const id = await givenSite(t.db, { ...OFFERED, lonLat: SECRET, columns: { address: '9 quai Escarboucle' } });
    expect((await get('/api/sites?q=escarboucle').expect(200)).body.total.count).toBe(1);
    await t.db.query(`update site set location_shown = 'commune' where id = $1`, [id]);
    expect((await get('/api/sites?q=escarboucle').expect(200)).body.total.count).toBe(0);
    expect((await get(`/api/sites/${id}`).expect(200)).body.point).toEqual({ lon: 5.3375, lat: 47.8598 });
  });
});

describe('what the policy says and what the database shows', () => {
  test('agree for each state, lead or not', async () => {
    for (const state of SITE_STATES) {
      for (const lead of [true, false]) {
        const id = await givenSite(t.db, { state, columns: { lead } });
        await get(`/api/sites/${id}`).expect(isSeenByAll({ state, lead }) ? 200 : 404);
      }
    }
  });

  test('agree on the position for each way of showing it', async () => {
    for (const locationShown of LOCATION_SHOWN) {
      for (const lonLat of [SECRET, null]) {
        const id = await givenSite(t.db, { shown: locationShown, lonLat });
        const { body } = await get(`/api/sites/${id}`).expect(200);
        expect(body.pointPrecision === 'exact').toBe(isPositionSeenByAll({ locationShown, hasPoint: lonLat !== null }));
      }
    }
  });
});

describe('the communes of places', () => {
  test('move the places shown at their point and give all of them their new name, in one statement', async () => {
    const listed = () =>
      t.db.query<{ name: string; lon: number }[]>(
        `select l.name_plain as name, round(st_x(l.point)::numeric, 4)::float8 as lon from site_listing l join site s on s.id = l.site_id
          where s.name in ('Manufacture discrète', 'Voisin visible') order by 1`,
      );
    expect(await listed()).toEqual([
      { name: 'manufacture discrete langres', lon: 5.3375 },
      { name: 'voisin visible langres', lon: 5.4126 },
    ]);
    await t.db.query(
      `update territory set name = 'Langres-le-Haut', point = st_setsrid(st_makepoint(5.5, 47.7), 4326) where kind in ('commune', 'department')`,
    );
    expect(await listed()).toEqual([
      { name: 'manufacture discrete langres le haut', lon: 5.5 },
      { name: 'voisin visible langres le haut', lon: 5.4126 },
    ]);
  });
});
