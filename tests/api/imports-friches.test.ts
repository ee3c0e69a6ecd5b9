import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { causesOf, type Desk, fewCommunes, fixture, notesOf, openDesk, picture } from './imports-friches-desk.js';

const national = fixture('friches/cartofriches.csv');
const standard = fixture('friches/cnig-1.0.5.csv');
const later = fixture('friches/cnig-1.0.6.csv');

jest.setTimeout(60_000);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await fewCommunes(desk.db);
}, 120_000);
afterEach(() => desk.clear(), 60_000);
afterAll(() => desk.close(), 60_000);

interface Shown {
  readonly [column: string]: unknown;
}
async function place(key: string): Promise<Shown> {
  const [row] = await desk.db.query<Shown[]>(
    `select s.*, st_x(s.point) as lon, st_y(s.point) as lat, st_astext(s.outline) as outline,
            (select jsonb_agg(dataset_id order by dataset_id) from site_source where site_id = s.id) as sources,
            (select jsonb_object_agg(p.field, src.dataset_id) from site_provenance p join site_source src on src.id = p.source_id
              where p.site_id = s.id) as provenance
       from site s where exists (select from site_source where site_id = s.id and source_key = $1)`,
    [key],
  );
  if (!row) throw new Error(`No place ${key}`);
  return row;
}

describe('the national file of brownfields', () => {
  test('each place is kept as potential, with what its source says and nothing more', async () => {
    await desk.import('friches', national);
    expect(await place('52269_1')).toMatchObject({
      kind: 'brownfield',
      state: 'potential',
      name: 'Ancienne tannerie',
      commune_id: 'commune:52269',
      department_code: '52',
      region_code: '44',
      grid: 2154,
      land_area_m2: '5200.5',
      condition: 'works',
      built_year: 1932,
      vacant_since: 2009,
      owner_kind: 'commune',
      owner_name: 'COMMUNE DE LANGRES',
      planning_zone: 'U',
      constraints: { soil_pollution: true, heritage: true },
      parcels: ['52269000AB0001'],
      lead: true,
      not_lead_reason: null,
    });
    expect(await desk.db.query(`select count(*)::int as found from premises`)).toEqual([{ found: 0 }]);
  });

  test('only verified places without project and without natural persons become leads', async () => {
    await desk.import('friches', national);
    const reasons = await desk.db.query<{ key: string; reason: string }[]>(
      `select s.source_key as key, site.not_lead_reason as reason from site join site_source s on s.site_id = site.id where not lead order by 1`,
    );
    expect(Object.fromEntries(reasons.map(({ key, reason }) => [key, reason]))).toEqual({
      '52269_2': 'unverified',
      '52269_3': 'unverified',
      '52269_4': 'with_project',
      '52269_5': 'converted',
      '52269_6': 'natural_person_owner',
      '52269_7': 'natural_person_owner',
      '52269_28': 'status_unknown',
    });
    expect(await place('52269_8')).toMatchObject({ lead: true, owner_kind: null, owner_touches_natural_person: null });
  });

  test('no personal data is stored: no owner name beside a natural person, no person’s name, no account name, no squat', async () => {
    const result = await desk.import('friches', national);
    expect(await place('52269_7')).toMatchObject({ owner_name: null, owner_touches_natural_person: true });
    expect(await place('52269_18')).toMatchObject({
      name: 'Friche à Langres',
      former_activity: 'Garage de réparation, "ancien relais" de poste',
    });
    const [stored] = await desk.db.query<{ all: string }[]>(`select string_agg(values::text, ' ') as all from site_source`);
    for (const secret of ['VALENTIN', 'lou dupont', 'illicite']) expect(stored?.all).not.toContain(secret);
    expect(causesOf(result, 8)).toContain('owner_name_dropped');
    expect(causesOf(result, 3)).toContain('producer_dropped');
  });

  test('areas that are circles around a point are unknown, implausible ones are kept and doubted', async () => {
    const result = await desk.import('friches', national);
    expect(await place('52269_11')).toMatchObject({ land_area_m2: null, footprint_m2: null });
    expect(await place('52269_12')).toMatchObject({ land_area_m2: null });
    expect(await place('52269_13')).toMatchObject({ land_area_m2: '0.75' });
    expect(causesOf(result, 12)).toContain('area_is_a_buffer');
    expect(causesOf(result, 14)).toContain('area_implausible');
    expect(causesOf(result, 15)).toContain('area_implausible');
    expect(notesOf(result, 12).find(({ cause }) => cause === 'area_is_a_buffer')).toMatchObject({
      field: 'site_surface',
      value: '312.14',
      message: '312.14 m² est l’aire de 1 cercle(s) dessiné(s) autour d’un point, pas une mesure : surface inconnue.',
      repair: 'Remplacez par la surface réelle du terrain (cadastre).',
    });
  });

  test('odd words, dates, communes, points and parcels are each read or told', async () => {
    const result = await desk.import('friches', national);
    expect(causesOf(result, 10).filter((cause) => cause === 'value_mapped')).toHaveLength(2);
    expect(await place('52269_9')).toMatchObject({ planning_zone: 'N', owner_kind: 'commune' });
    expect(causesOf(result, 11)).toEqual(expect.arrayContaining(['value_superseded', 'value_unknown']));
    expect(await place('52269_10')).toMatchObject({ planning_document: 'POS' });
    expect(causesOf(result, 16)).toContain('date_sentinel');
    expect(await place('52269_15')).toMatchObject({ built_year: null, constraints: { asbestos: true, building_pollution: true } });
    expect(causesOf(result, 17)).toContain('commune_merged');
    expect(await place('52269_16')).toMatchObject({ commune_id: 'commune:52269' });
    expect(causesOf(result, 18)).toContain('point_not_believed');
    expect(await place('52269_17')).toMatchObject({ lon: null, grid: null, commune_id: 'commune:52269', lead: true });
    expect(await place('52269_21')).toMatchObject({ kind: 'railway_land', owner_kind: 'sncf' });
    expect(await place('52269_22')).toMatchObject({ name: 'Friche à Langres' });
    expect(await place('52269_23')).toMatchObject({ parcels: ['52269000AB0023', '52269000AB0024'], built_year: 1895, condition: null });
    expect(await place('52269_24')).toMatchObject({ department_code: '2A', parcels: ['2A0410000D0625'] });
    const [{ line } = { line: 0 }] = result.files[0]?.entries.filter(({ sourceKey }) => sourceKey === '52269_29') ?? [];
    expect(causesOf(result, line)).toEqual(expect.arrayContaining(['date_in_future', 'date_unreadable']));
  });

  test('two rows at one point under one name make one place, the later saying more', async () => {
    const result = await desk.import('friches', national);
    expect(await place('52269_19')).toMatchObject({ name: 'HALLE JUMELLE', land_area_m2: '7000' });
    await expect(place('52269_20')).rejects.toThrow();
    expect(result.totals).toMatchObject({ rows: 29, created: 26, merged: 1, refused: 2 });
  });

  test('a row without number is known by its point and name; one that designates nothing is refused with what to do', async () => {
    const result = await desk.import('friches', national);
    const refused = result.files[0]?.entries.filter(({ outcome }) => outcome === 'refused') ?? [];
    expect(refused.map(({ notes }) => notes.at(-1)?.cause)).toEqual(['identity_missing', 'place_nowhere']);
    expect(notesOf(result, refused[0]?.line ?? 0).at(-1)?.repair).toContain('Renseignez site_id');
    const [unnumbered] = await desk.db.query<{ name: string }[]>(`select name from site where name = 'Sans numéro'`);
    expect(unnumbered).toBeDefined();
  });
});

describe('the same places in another layout', () => {
  test('the same place never appears twice; on equal dates the national file stays first, and only blanks are filled', async () => {
    await desk.import('friches', national);
    const before = await place('52269_1');
    await desk.import('friches', standard);
    const after = await place('52269_1');
    expect(after).toMatchObject({
      id: before['id'],
      land_area_m2: '5200.5',
      lead: true,
      address: '3 rue des Tanneurs',
      footprint_m2: '2400',
      sources: ['cartofriches', 'friches-cnig'],
      provenance: { landAreaM2: 'cartofriches', address: 'friches-cnig' },
    });
  });

  test('the later date wins field by field, an earlier one only fills blanks', async () => {
    await desk.import('friches', national, standard);
    expect(await place('52269_4')).toMatchObject({ name: 'Lieu 4 renommé', land_area_m2: '6100', lead: true, not_lead_reason: null });
    expect(await place('52269_5')).toMatchObject({ land_area_m2: '5200.5', not_lead_reason: 'converted' });
  });

  test('a natural person known to one source alone is enough to keep the place out of the leads', async () => {
    await desk.import('friches', national, standard);
    expect(await place('52269_8')).toMatchObject({ lead: false, not_lead_reason: 'natural_person_owner', owner_name: null });
  });

  test('spreadsheet accidents of the standard layout are repaired or told', async () => {
    const result = await desk.import('friches', standard);
    expect(await place('01004_101')).toMatchObject({ commune_id: 'commune:01004', parcels: [], owner_name: "VILLE D'AMBERIEU" });
    expect(causesOf(result, 6)).toEqual(expect.arrayContaining(['insee_zero_restored', 'parcel_ruined', 'point_read_lon_lat']));
    expect(notesOf(result, 6).find(({ cause }) => cause === 'parcel_ruined')).toMatchObject({
      value: '5,62E+184',
      field: 'unite_fonciere_refcad',
    });
    expect(causesOf(result, 7)).toEqual(expect.arrayContaining(['contact_dropped', 'value_mapped']));
    expect(await place('52269_103')).toMatchObject({ name: 'Usine sur deux lignes', built_year: null, footprint_m2: null });
    expect(causesOf(result, 8)).toContain('built_exceeds_land');
    const [stored] = await desk.db.query<{ all: string }[]>(`select string_agg(values::text, ' ') as all from site_source`);
    expect(stored?.all).not.toContain('@');
  });

  test('version 1.0.6 writes the latitude first: turned round, its outline too', async () => {
    const result = await desk.import('friches', later);
    expect(result.files[0]?.file.detected).toMatchObject({ dialect: 'cnig-1.0.6', delimiter: ',' });
    expect(await place('52269_1')).toMatchObject({ lon: 5.331, lat: 47.856, condition: 'heavy_works' });
    expect((await place('52269_1'))['outline']).toMatch(/^MULTIPOLYGON\(\(\(5\.33 47\.855,/);
    expect(causesOf(result, 2)).toEqual(['point_swapped']);
    expect(causesOf(result, 3)).toEqual(expect.arrayContaining(['outline_unreadable', 'point_swapped', 'not_lead_unverified']));
  });

  test.each([
    [
      'friches/cnig-2022.csv',
      'cnig-2022',
      'OBSLOC52_52269_01',
      { name: 'Ancienne fonderie', built_year: 1926, not_lead_reason: 'with_project' },
    ],
    [
      'friches/cnig-shapefile.csv',
      'cnig-shapefile',
      '52269_301',
      { name: 'Friche de shapefile', land_area_m2: '4200', built_year: 1951, lead: true },
    ],
    ['friches/friches.geojson', 'cnig-1.0.5', '52269_401', { name: 'Friche en contour', lon: 5.351, lat: 47.861, land_area_m2: '2022.05' }],
    ['friches/friches.geojson', 'cnig-1.0.5', '52269_403', { name: 'Friche sans géométrie', lon: null, commune_id: 'commune:52269' }],
  ])('%s is recognised as %s', async (file, dialect, key, shown) => {
    const result = await desk.import('friches', fixture(file));
    expect(result.files[0]?.file.detected.dialect).toBe(dialect);
    expect(await place(key)).toMatchObject(shown);
  });
});

describe('importing again', () => {
  test('the same files twice change nothing at all', async () => {
    const files = [national, standard, later, fixture('friches/friches.geojson')];
    await desk.import('friches', ...files);
    const [before] = await desk.db.query<{ all: string }[]>(`select md5(string_agg(s::text, ' ' order by id)) as all from site s`);
    const again = await desk.import('friches', ...files);
    const [after] = await desk.db.query<{ all: string }[]>(`select md5(string_agg(s::text, ' ' order by id)) as all from site s`);
    expect(after).toEqual(before);
    expect(again.totals).toMatchObject({ created: 0, updated: 0 });
  });

  test('in any order, the files of one inventory end the same', async () => {
    const pictures = new Set<string>();
    for (const order of [
      [national, standard, later],
      [later, standard, national],
      [standard, national, later],
      [standard, later, national],
      [later, national, standard],
      [national, later, standard],
    ]) {
      // prettier-ignore
      await desk.clear();
      for (const file of order) await desk.import('friches', file);
      pictures.add(await picture(desk.db));
    }
    expect(pictures.size).toBe(1);
  }, 120_000);
});
