import { beforeAll, describe, expect, test } from '@jest/globals';
import { givenSite, givenTerritories, OFFERED } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
const search = async (query: string) => (await t.http().get(`/api/sites?${query}`).expect(200)).body;
const names = async (query: string) => (await search(query)).items.map((site: { name: string }) => site.name);

beforeAll(async () => {
  await givenTerritories(t.db);
  await givenSite(t.db, {
    ...OFFERED,
    name: 'Halle aux blés',
    kind: 'goods_shed',
    publishedAt: '2026-11-03T08:00:00Z',
    columns: { features: { water: true, electricity: true }, summary: 'Anciennes menuiseries du quai' },
  });
  await givenSite(t.db, {
    ...OFFERED,
    name: 'Forge du canal',
    commune: '52093',
    lonLat: [5.443, 47.8],
    publishedAt: '2026-11-02T08:00:00Z',
    columns: { features: { water: true } },
    premises: [{ floor_area_m2: 480, divisible_from_m2: 120 }],
  });
  await givenSite(t.db, { name: 'École des hirondelles', kind: 'vacant_building', publishedAt: '2026-11-04T08:00:00Z' });
  await givenSite(t.db, {
    ...OFFERED,
    name: 'Séchoir voisin',
    commune: '70122',
    lonLat: [5.516, 47.637],
    publishedAt: '2026-11-01T08:00:00Z',
  });
  await givenSite(t.db, {
    name: 'Gare oubliée',
    kind: 'disused_station',
    state: 'potential',
    columns: { owner_kind: 'sncf', agent_role: null },
  });
  await givenSite(t.db, { name: 'Piste écartée', state: 'potential', columns: { lead: false } });
  for (const state of ['draft', 'submitted', 'paused', 'closed']) await givenSite(t.db, { ...OFFERED, name: `Lieu ${state}`, state });
});

describe('the list of places', () => {
  test('shows what is offered, then what has a known owner, and never a lead nobody asked for', async () => {
    const page = await search('');
    expect(page.items.map((site: { name: string; shelf: string }) => [site.name, site.shelf])).toEqual([
      ['Halle aux blés', 'offered'],
      ['Forge du canal', 'offered'],
      ['Séchoir voisin', 'offered'],
      ['École des hirondelles', 'owner_known'],
    ]);
    expect(page.total).toEqual({ count: 4, capped: false });
  });

  test('counts leads apart', async () => {
    expect((await search('')).facets.shelf).toEqual([
      { value: 'offered', count: 3 },
      { value: 'lead', count: 1 },
      { value: 'owner_known', count: 1 },
    ]);
    expect(await names('shelf=lead')).toEqual(['Gare oubliée']);
  });

  test.each([
    ['without its accents', 'q=ecole', ['École des hirondelles']],
    ['by another ending', 'q=menuiserie', ['Halle aux blés']],
    ['by its beginning', 'q=hiron', ['École des hirondelles']],
    ['with a typing mistake', 'q=hirondeles', ['École des hirondelles']],
    ['by its commune', 'q=champlitte', ['Séchoir voisin']],
    ['in a department', 'territory=department:70', ['Séchoir voisin']],
    [
      'in an intermunicipality or a commune',
      'territory=epci:200072999,commune:70122&sort=recent',
      ['École des hirondelles', 'Halle aux blés', 'Séchoir voisin'],
    ],
    ['by kind', 'kind=goods_shed,vacant_building', ['Halle aux blés', 'École des hirondelles']],
    ['with all the features asked for', 'features=water,electricity', ['Halle aux blés']],
    [
      'around a point, the nearest first',
      'near=5.443,47.8&radiusKm=15&sort=distance',
      ['Forge du canal', 'Halle aux blés', 'École des hirondelles'],
    ],
    ['inside a drawing', 'zone=5.3,47.75,5.6,47.55,5.7,47.7,5.6,47.7', ['Séchoir voisin']],
    ['inside a drawing and by its kind', 'zone=5.2,47.5,5.6,47.5,5.6,48,5.2,48&kind=vacant_building', ['École des hirondelles']],
    ['on a piece of map', 'bbox=5.5,47.5,5.6,47.7', ['Séchoir voisin']],
    ['when part of it can be taken', 'areaMinM2=130&areaMaxM2=150', ['Forge du canal']],
    ['under a monthly cost, free places included', 'costMaxEurosPerMonth=500', ['Halle aux blés', 'Forge du canal', 'Séchoir voisin']],
    ['with an empty choice, which is no choice', 'kind=&tenure=&q=forge', ['Forge du canal']],
    ['by a day', 'availableBy=2027-01-01&kind=goods_shed', ['Halle aux blés']],
  ])('finds a place %s', async (_how, query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  test('says how many places are left out only because something is not known', async () => {
    const strict = await search('areaMinM2=100');
    expect([strict.total.count, strict.hiddenUnknown]).toEqual([3, 1]);
    const tolerant = await search('areaMinM2=100&includeUnknown=true');
    expect([tolerant.total.count, tolerant.hiddenUnknown]).toEqual([4, 0]);
  });

  test('asks area and cost of the same premises', async () => {
    await givenSite(t.db, {
      name: 'Grand et cher, petit et donné',
      premises: [{ floor_area_m2: 900 }, { floor_area_m2: 30 }],
      offers: [
        { ...OFFERED.offers[0], part: 0, rent_cents_per_year: 5_000_000 },
        { ...OFFERED.offers[0], part: 1, rent_cents_per_year: 0 },
      ],
    });
    expect(await names('areaMinM2=800')).toEqual(['Grand et cher, petit et donné']);
    expect(await names('areaMinM2=800&costMaxEurosPerMonth=300')).toEqual([]);
    expect(await names('areaMinM2=20&areaMaxM2=40&costMaxEurosPerMonth=300')).toEqual(['Grand et cher, petit et donné']);
  });
});

describe('a search that cannot be understood', () => {
  test.each([
    ['kind=castle', '/kind/0'],
    ['near=5.3', '/near'],
    ['near=5.3,95', '/near/1'],
    ['radiusKm=10', '/near'],
    ['sort=distance', '/near'],
    ['bbox=6,48,5,47', '/bbox'],
    ['areaMinM2=-4', '/areaMinM2'],
    ['areaMinM2=', '/areaMinM2'],
    ['areaMinM2=300&areaMaxM2=150', '/areaMaxM2'],
    ['territory=langres', '/territory/0'],
    ['availableBy=2026-02-30', '/availableBy'],
    ['limit=0', '/limit'],
    ['cursor=nonsense', '/cursor'],
    ['q=%00', '/q'],
    ['zone=5,47,6,47', '/zone'],
    ['zone=5,47,6,47,5', '/zone'],
    ['zone=0,0,1,1,1,0,0,1', '/zone'],
    ['zone=5,47,6,97,5,48', '/zone'],
    ['zone=1);drop table site', '/zone'],
  ])('%s is refused, with the place of the fault', async (query, pointer) => {
    const { body } = await t.http().get(`/api/sites?${query}`).expect(422);
    expect(body.code).toBe('invalid-input');
    expect(body.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
  });

  test('a cursor of another order is refused', async () => {
    const { next } = await search('limit=1&sort=recent');
    const { body } = await t.http().get(`/api/sites?limit=1&sort=area&cursor=${next}`).expect(422);
    expect(body.errors[0].pointer).toBe('/cursor');
  });
});

describe('words as people type them', () => {
  beforeAll(async () => {
    await t.db.query(`
      insert into territory (id, kind, code, name, region_code, department_code, point) values
        ('commune:52121', 'commune', '52121', 'Chaumont', '44', '52', st_setsrid(st_makepoint(5.1394, 48.1113), 4326)),
        ('commune:10401', 'commune', '10401', 'Vendeuvre-sur-Barse', '44', '10', st_setsrid(st_makepoint(4.4667, 48.2372), 4326))`);
    await givenSite(t.db, { name: 'Ancienne gare', commune: '52121', publishedAt: '2026-11-10T08:00:00Z' });
    await givenSite(t.db, { name: 'Château d’Œuvre', commune: '10401', publishedAt: '2026-11-09T08:00:00Z' });
  });

  test.each([
    ['a plural', 'gares', ['Ancienne gare']],
    ['a plural without its accent', 'ecoles', ['École des hirondelles']],
    ['capitals', 'ÉCOLE', ['École des hirondelles']],
    ['a town with its last letter missing', 'Chaumon', ['Ancienne gare']],
    ['a town with a letter twice', 'Chaummont', ['Ancienne gare']],
    ['a town with a wrong ending', 'Chaumond', ['Ancienne gare']],
    ['a ligature where there is none', 'Vendœuvre', ['Château d’Œuvre']],
    ['two letters for a ligature, and another apostrophe', "chateau d'oeuvre", ['Château d’Œuvre']],
    ['a town and what stands there', 'gare chaumont', ['Ancienne gare']],
    ['a town without its hyphens', 'vendeuvre sur barse', ['Château d’Œuvre']],
    ['a half-typed town', 'vendeu', ['Château d’Œuvre']],
    ['a word nobody used', 'zeppelin', []],
  ])('are understood: %s', async (_how, typed, expected) => {
    expect(await names(`q=${encodeURIComponent(typed)}`)).toEqual(expected);
  });

  describe('when they find next to nothing', () => {
    beforeAll(async () => {
      await t.db.query(`
        insert into territory (id, kind, code, name, region_code, department_code, population, point) values
          ('commune:52448', 'commune', '52448', 'Saint-Dizier', '44', '52', 23000, st_setsrid(st_makepoint(4.949, 48.637), 4326)),
          ('commune:52250', 'commune', '52250', 'Joinville', '44', '52', 3000, st_setsrid(st_makepoint(5.138, 48.443), 4326)),
          ('commune:52058', 'commune', '52058', 'Bologne', '44', '52', 1800, st_setsrid(st_makepoint(5.1361, 48.2006), 4326)),
          ('commune:62290', 'commune', '62290', 'Écurie', '32', '62', 400, st_setsrid(st_makepoint(2.76, 50.33), 4326)),
          ('commune:18095', 'commune', '18095', 'Charmont', '24', '18', 90000, st_setsrid(st_makepoint(2.1, 47.1), 4326))`);
      await givenSite(t.db, { name: 'Faisceau des Crassiers', commune: '52448' });
      await givenSite(t.db, { name: 'Filature du canal', commune: '52250' });
      await givenSite(t.db, { name: 'Bergerie', commune: '62290' });
      await givenSite(t.db, { name: 'Quai oublié', commune: '52058', state: 'potential' });
    });
    const suggested = async (query: string) =>
      (await search(query)).suggestions.map(({ name, q }: { name: string; q: string }) => [name, q]);

    test.each([
      ['written as it sounds', 'Chomont', [['Chaumont', 'Chaumont']]],
      ['with two letters exchanged', 'Chuamont', [['Chaumont', 'Chaumont']]],
      ['where there are only leads', 'Bolonge', [['Bologne', 'Bologne']]],
      ['with the rest of the search as it is', 'MENUISERIE, langrse', [['Langres', 'MENUISERIE, Langres']]],
    ])('offer the name that was meant: %s', async (_how, typed, expected) => {
      const query = `q=${encodeURIComponent(typed)}`;
      expect(await suggested(query)).toEqual(expected);
      // Offered only: what was typed is what was searched.
      expect((await search(query)).items).toEqual([]);
    });

    test.each([
      ['finds its place without help', 'Langre', ['Forge du canal', 'Halle aux blés']],
      ['finds its place by its likeness', 'Joinvile', ['Filature du canal']],
      ['of two words finds it likewise', 'Sain-Dizier', ['Faisceau des Crassiers']],
    ])('do not offer what is found: a town that %s', async (_how, typed, found) => {
      const page = await search(`q=${typed}`);
      expect(page.items.map((site: { name: string }) => site.name)).toEqual(expect.arrayContaining(found.slice(-1)));
      expect(page.suggestions).toEqual([]);
    });

    test.each([
      'atelier',
      'écurie',
      'ecuries',
      'zeppelin',
      'menuiserie',
      'Chaumont',
      'abc',
      '52000',
      '%_"',
      '-',
      'Champliite sud nord est ouest ici',
    ])('never guess a name for “%s”', async (typed) => {
      expect(await suggested(`q=${encodeURIComponent(typed)}`)).toEqual([]);
    });

    test('say how many places the name finds, leads included, whatever the other filters', async () => {
      const { suggestions } = await search('q=Bolonge&kind=shop');
      expect(suggestions).toEqual([{ name: 'Bologne', q: 'Bologne', places: { count: 1, capped: false } }]);
      expect((await search('kind=shop')).suggestions).toEqual([]);
    });
  });
});
