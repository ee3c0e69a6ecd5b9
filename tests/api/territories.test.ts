import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadTerritories } from '../../api/src/modules/territories/territories.load.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const AT = new Date('2026-11-23');
beforeAll(() => t.db.transaction((tx) => loadTerritories(tx, AT)), 120_000);

interface Found {
  readonly id: string;
  readonly name: string;
  readonly formerName: string | null;
}
const search = async (q: string, more = ''): Promise<Found[]> => {
  const { body } = await t
    .http()
    .get(`/api/territories?q=${encodeURIComponent(q)}${more}`)
    .expect(200);
  return (body as { items: Found[] }).items;
};
const first = async (q: string, more = '') => (await search(q, more))[0]?.id;

describe('looking a territory up', () => {
  test.each([
    ['Langres', 'commune:52269'],
    ['langres', 'commune:52269'],
    ['haute marne', 'department:52'],
    ['HAUTE-MARNE', 'department:52'],
    ['52', 'department:52'],
    ['2a', 'department:2A'],
    ['52269', 'commune:52269'],
    ['52200', 'commune:52269'],
    ['grand est', 'region:44'],
    ['ile de france', 'region:11'],
    ['grand langres', 'epci:200072999'],
    ["l'abergement clemenciat", 'commune:01001'],
    ['Œuilly', 'commune:51410'],
    ['200072999', 'epci:200072999'],
  ])('“%s” finds %s first', async (typed, id) => {
    expect(await first(typed)).toBe(id);
  });

  test('among names that begin alike the most populated comes first, and the kind can be chosen', async () => {
    expect((await search('saint-den'))[0]?.name).toBe('Saint-Denis');
    expect(await first('paris', '&kind=department')).toBe('department:75');
    expect((await search('lan', '&kind=commune&limit=3')).length).toBe(3);
  });

  test('a commune that merged leads to today’s, and says which name was meant', async () => {
    expect((await search('Prauthoy'))[0]).toMatchObject({ id: 'commune:52405', name: 'Le Montsaugeonnais', formerName: 'Prauthoy' });
    const { body } = await t.http().get('/api/territories/commune:52036').expect(200);
    expect(body).toMatchObject({ id: 'commune:52449', name: 'Saints-Geosmes' });
  });

  test.each([
    ['Chomont', 'commune:52121'],
    ['Chuamont', 'commune:52121'],
    ['Sain-Dizier', 'commune:52448'],
    ['Joinvile', 'commune:52250'],
    ['Haute-Mrane', 'department:52'],
    ['Bourbone les', 'commune:52060'],
  ])('“%s”, which nothing begins with, offers %s among the names meant perhaps', async (typed, id) => {
    expect((await search(typed)).map((found) => found.id)).toContain(id);
  });

  test('a slip is forgiven only where nothing begins like what was typed', async () => {
    expect((await search('Chaumont-l')).every(({ name }) => /^Chaumont-l/i.test(name))).toBe(true);
    expect(await search('Xaumont')).toEqual([]);
    expect((await search('Chomont', '&kind=commune&limit=2')).length).toBe(2);
  });

  test('what is not found is an empty list; what is not a question is refused', async () => {
    expect(await search('zzzzzz')).toEqual([]);
    expect(await search('%_')).toEqual([]);
    await t.http().get('/api/territories').expect(422);
    await t.http().get('/api/territories?q=langres&kind=planet').expect(422);
    await t.http().get('/api/territories?q=langres&limit=1000').expect(422);
  });
});

describe('reading a territory', () => {
  test('a commune says where it is and what it belongs to', async () => {
    const { body } = await t.http().get('/api/territories/commune:52269').expect(200);
    expect(body).toEqual({
      id: 'commune:52269',
      kind: 'commune',
      code: '52269',
      name: 'Langres',
      postalCodes: ['52200'],
      population: 7421,
      areaHa: null,
      point: { lon: expect.closeTo(5.33, 1), lat: expect.closeTo(47.86, 1) },
      bbox: expect.any(Array),
      parents: [
        { id: 'epci:200072999', kind: 'epci', code: '200072999', name: 'CC du Grand Langres' },
        { id: 'department:52', kind: 'department', code: '52', name: 'Haute-Marne' },
        { id: 'region:44', kind: 'region', code: '44', name: 'Grand Est' },
      ],
      labels: [],
    });
  });

  test('a department spans the points of its communes until its contour is known', async () => {
    const { body } = await t.http().get('/api/territories/department:52').expect(200);
    const [west, south, east, north] = (body as { bbox: number[] }).bbox;
    expect([west, south, east, north].map((side) => Math.round(side ?? 0))).toEqual([5, 48, 6, 49]);
    expect(body).toMatchObject({ population: expect.any(Number), parents: [{ id: 'region:44' }] });
  });

  test('an unknown territory is not found, and a wrong address is refused', async () => {
    await t.http().get('/api/territories/commune:99999').expect(404);
    await t.http().get('/api/territories/planet:4').expect(422);
  });
});

describe('the territories shipped with the product', () => {
  test('regions, departments, EPCI and communes are all there, with the points of some 9 000 towns', async () => {
    const counts = await t.db.query(`select kind, count(*)::int as count from territory group by kind order by kind`);
    expect(counts).toEqual([
      { kind: 'commune', count: 34969 },
      { kind: 'department', count: 109 },
      { kind: 'epci', count: 1255 },
      { kind: 'region', count: 26 },
    ]);
    const [points] = await t.db.query<{ count: number }[]>(`select count(point)::int as count from territory where kind = 'commune'`);
    expect(points?.count).toBeGreaterThan(8_000);
  });

  test('loading them again changes nothing, and never replaces a point from a fuller file', async () => {
    await t.db.query(
      `insert into dataset (id, title, producer, licence, attribution, imported_at) values ('fuller', 't', 'p', 'l', 'a', now())`,
    );
    await t.db.query(
      `update territory set point = st_setsrid(st_makepoint(5.4, 47.9), 4326), point_dataset_id = 'fuller' where id = 'commune:52269'`,
    );
    const again = await t.db.transaction((tx) => loadTerritories(tx, AT));
    expect(again.changed).toBe(0);
    const [langres] = await t.db.query(`select st_x(point) as lon from territory where id = 'commune:52269'`);
    expect(langres).toEqual({ lon: 5.4 });
  }, 120_000);
});
