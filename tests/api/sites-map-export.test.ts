import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { VectorTile } from '@mapbox/vector-tile';
import { parse } from 'csv-parse/sync';
import { PbfReader } from 'pbf';
import { withTable } from '../../api/src/modules/imports/reading/tables/table.reader.js';
import { WebPages } from '../../api/src/platform/http/web-page.js';
import { bytesOf, givenDataset, givenSite, givenTerritories, OFFERED } from '../support/sites.js';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();
let formula = '';
const map = async (query: string) => (await t.http().get(`/api/sites/map?${query}`).expect(200)).body;
interface Drawn {
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: {
    readonly cluster: boolean;
    readonly count?: number;
    readonly name?: string;
    readonly offered?: number;
    readonly leads?: number;
  };
}

beforeAll(async () => {
  await givenTerritories(t.db);
  formula = await givenSite(t.db, {
    ...OFFERED,
    name: '=2+5+cmd|calc',
    lonLat: [5.334, 47.857],
    columns: { summary: '-5 ; "guillemets"\nligne' },
  });
  await givenSite(t.db, { ...OFFERED, name: 'Voisin de rue', lonLat: [5.3345, 47.8572] });
  await givenSite(t.db, { ...OFFERED, name: 'Loin', commune: '70122', lonLat: [5.516, 47.637] });
  await givenSite(t.db, { name: 'Gare oubliée', state: 'potential', lonLat: [5.335, 47.8571], columns: { agent_role: null } });
  await givenDataset(t.db, 'gares', 'SNCF Réseau', 'ODbL');
  await t.db.query(
    `insert into site_source (id, site_id, dataset_id, source_key, values, content_hash, first_seen_at, last_seen_at)
     values ($1, $1, 'gares', 'k', '{}', 'x', now(), now())`,
    [formula],
  );
});

describe('the map of places', () => {
  test('groups neighbours from afar and parts them when people come near', async () => {
    const far = await map('zoom=9');
    expect(far.features.map((drawn: Drawn) => drawn.properties.count ?? 1)).toEqual([2, 1]);
    expect(far.count).toBe(3);
    const near = await map('zoom=18');
    expect(near.features.map((drawn: Drawn) => drawn.properties.name).sort()).toEqual(['=2+5+cmd|calc', 'Loin', 'Voisin de rue']);
  });

  test('draws exactly the places of the list, whatever the zoom and the filters', async () => {
    for (const query of [
      '',
      'shelf=offered,lead',
      'territory=department:70',
      'bbox=5.3,47.8,5.4,47.9',
      'zone=5.2,47.8,5.4,47.8,5.4,47.9',
      'q=voisin',
    ]) {
      const { total } = (await t.http().get(`/api/sites?${query}`).expect(200)).body;
      for (const zoom of [0, 5, 11, 16, 22]) {
        const { features } = await map(`${query}&zoom=${zoom}`);
        const drawn = features.reduce((sum: number, feature: Drawn) => sum + (feature.properties.count ?? 1), 0);
        expect([query, zoom, drawn]).toEqual([query, zoom, total.count]);
      }
    }
  });

  test('tells leads from offers inside a group', async () => {
    const { features } = await map('zoom=8&shelf=offered,lead&territory=department:52');
    expect(features[0].properties).toMatchObject({ cluster: true, count: 3, offered: 2, leads: 1 });
  });
});

describe('the tiles of places', () => {
  /** Langres and its neighbours, at any zoom. */
  const tileAt = (z: number, lon = 5.334, lat = 47.857) => {
    const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
    return `${z}/${Math.floor(((lon + 180) / 360) * 2 ** z)}/${Math.floor(y * 2 ** z)}`;
  };
  const tile = async (path: string, query = '') => {
    const answer = await t.http().get(`/api/sites/tiles/${path}?${query}`).buffer(true).parse(bytesOf).expect(200);
    expect(answer.headers['content-type']).toBe('application/vnd.mapbox-vector-tile');
    const layer = new VectorTile(new PbfReader(answer.body as Buffer)).layers['places'];
    return Array.from({ length: layer?.length ?? 0 }, (_, index) => layer?.feature(index).properties ?? {});
  };
  const sum = (features: readonly Record<string, unknown>[]) => features.reduce((total, { count }) => total + Number(count), 0);

  test('hold exactly the places of the list, whatever the zoom and the filters, each in one tile', async () => {
    for (const query of ['', 'shelf=offered,lead', 'shelf=lead', 'territory=department:70', 'q=voisin', 'kind=workshop&shelf=lead']) {
      const { total } = (await t.http().get(`/api/sites?${query}`).expect(200)).body;
      expect([query, sum(await tile('0/0/0', query))]).toEqual([query, total.count]);
      // Around Langres: every tile of two neighbouring zooms, one counted beforehand and one read.
      for (const z of [10, 11]) {
        const [, x = 0, y = 0] = tileAt(z).split('/').map(Number);
        const around = [-1, 0, 1, 2].flatMap((dx) => [-1, 0, 1, 2].map((dy) => `${z}/${x + dx}/${y + dy}`));
        let drawn = 0;
        for (const path of around) drawn += sum(await tile(path, query));
        expect([query, z, drawn]).toEqual([query, z, total.count]);
      }
    }
  });

  test('group neighbours from afar and name each place from near', async () => {
    const [far] = await tile(tileAt(8), 'shelf=offered,lead');
    expect(far).toMatchObject({ count: 3, offered: 2, leads: 1, ownerKnown: 0, living: 0 });
    expect(String(far?.['siteIds']).split(',')).toContain(formula);
    const near = await tile(tileAt(18));
    expect(near).toHaveLength(2);
    expect(near).toContainEqual(
      expect.objectContaining({
        id: formula,
        count: 1,
        name: '=2+5+cmd|calc',
        kind: 'workshop',
        shelf: 'offered',
        pointPrecision: 'exact',
      }),
    );
    expect(await tile('10/0/0')).toEqual([]);
  });

  test('follow what is published, moved and withdrawn at once', async () => {
    const counted = async () => sum(await tile('5/16/11', 'shelf=offered,owner_known,living,lead'));
    const before = await counted();
    const id = await givenSite(t.db, { name: 'Passagère', lonLat: [5.2, 47.9] });
    expect(await counted()).toBe(before + 1);
    await t.db.query(`update site set point = st_setsrid(st_makepoint(-1.5, 47.2), 4326) where id = $1`, [id]);
    expect([await counted(), sum(await tile('6/31/22'))]).toEqual([before, 1]);
    await t.db.query(`update site set state = 'closed' where id = $1`, [id]);
    expect(sum(await tile('6/31/22'))).toBe(0);
    const kept = `select gx, gy, shelf, sum(places)::int as places, sum(x_m)::float8 as x_m, sum(y_m)::float8 as y_m
      from site_cell group by 1, 2, 3 having sum(places) <> 0 or sum(x_m) <> 0 order by 1, 2, 3`;
    const asKept = await t.db.query(kept);
    await t.db.query('select rebuild_site_cells()');
    expect(asKept).toEqual(await t.db.query(kept));
  });

  test('never wait for another writer, and come out right', async () => {
    const before = sum(await tile('0/0/0'));
    const [one, other] = [t.db.createQueryRunner(), t.db.createQueryRunner()];
    const ids = [await givenSite(t.db, { state: 'draft' }), await givenSite(t.db, { state: 'draft' })];
    try {
      await one.startTransaction();
      await other.startTransaction();
      await one.query(`update site set state = 'published' where id = $1`, [ids[0]]);
      await other.query(`update site set state = 'published' where id = $1`, [ids[1]]);
      await one.commitTransaction();
      await other.commitTransaction();
    } finally {
      await one.release();
      await other.release();
    }
    expect(sum(await tile('0/0/0'))).toBe(before + 2);
    await t.db.query(`update site set state = 'closed' where id = any($1)`, [ids]);
    expect(sum(await tile('0/0/0'))).toBe(before);
  });

  test('may be kept a minute by anyone, and read by other sites', async () => {
    const { headers } = await t.http().get('/api/sites/tiles/0/0/0').expect(200);
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=60', 'access-control-allow-origin': '*' });
  });

  test.each([
    '0/1/0',
    '0/0/1',
    '3/8/0',
    '19/0/0',
    '-1/0/0',
    'a/b/c',
    '1.5/0/0',
    '0/0/0?kind=castle',
    '0/0/0?bbox=1,2,3,4',
    '0/0/0?radiusKm=3',
  ])('are refused where there is none: %s', async (path) => {
    const { body } = await t.http().get(`/api/sites/tiles/${path}`).expect(422);
    expect(body.code).toBe('invalid-input');
  });
});

describe('taking a search away', () => {
  test('as CSV for a French spreadsheet, with the licence on each line and no formula to run', async () => {
    const answer = await t.http().get('/api/sites/export.csv?territory=department:52').buffer(true).parse(bytesOf).expect(200);
    expect(answer.headers['content-type']).toMatch(/text\/csv/);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="lieux.csv"');
    const text = (answer.body as Buffer).toString('utf8');
    expect(text.startsWith('\uFEFFid;nom;')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain(`;'=2+5+cmd|calc;`);
    expect(text).toContain(`;"'-5 ; ""guillemets""\nligne";`);
    expect(text).toContain(';5,334;47,857;exact;200;200;');
    expect(text).toContain('SNCF Réseau, ODbL');
  });

  test('as GeoJSON, the same places, longitude first', async () => {
    const answer = await t.http().get('/api/sites/export.geojson').buffer(true).parse(bytesOf).expect(200);
    expect(answer.headers['content-type']).toMatch(/application\/geo\+json/);
    const { features, attributions } = JSON.parse((answer.body as Buffer).toString('utf8'));
    expect(features).toHaveLength(3);
    const place = features.find((feature: { id: string }) => feature.id === formula);
    expect(place.geometry).toEqual({ type: 'Point', coordinates: [5.334, 47.857] });
    expect(place.properties.attributions).toEqual(['SNCF Réseau, ODbL']);
    expect(attributions).toEqual(['Propriétaire du lieu, par Terrain d’entente, Licence Ouverte 2.0', 'SNCF Réseau, ODbL']);
    expect(place.properties).not.toHaveProperty('key');
    expect(place.properties).toMatchObject({ communeCode: '52269', communeName: 'Langres', departmentCode: '52' });
  });

  test('as a table that a spreadsheet in French reads: accents, decimal commas, days, line breaks inside a cell', async () => {
    const { body } = await t.http().get('/api/sites/export.csv?territory=department:52').buffer(true).parse(bytesOf).expect(200);
    // The marks by which Excel and LibreOffice know UTF-8, and the separator of a French computer.
    expect([...(body as Buffer).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: Record<string, string>[] = parse(body as Buffer, { bom: true, delimiter: ';', columns: true, record_delimiter: '\r\n' });
    expect(rows.map(({ nom }) => nom).sort()).toEqual(["'=2+5+cmd|calc", 'Voisin de rue']);
    const [row] = rows.filter(({ nom }) => nom?.startsWith("'="));
    expect(row).toMatchObject({
      commune: 'Langres',
      commune_identifiant: 'commune:52269',
      longitude: '5,334',
      disponible_le: '2027-01-01',
      cout_annuel_euros: '6000,00',
      resume: '\'-5 ; "guillemets"\nligne',
      sources_et_licences: 'SNCF Réseau, ODbL',
    });
    // No cell of any row begins a formula.
    expect(rows.flatMap((cells) => Object.values(cells)).filter((cell) => /^[=+@\t\r]|^-(?![\d,]+$)/.test(cell))).toEqual([]);
  });

  test('as GeoJSON that a geographic database reads, each point where the list says it is', async () => {
    const { body } = await t.http().get('/api/sites/export.geojson').buffer(true).parse(bytesOf).expect(200);
    const text = (body as Buffer).toString('utf8');
    const read: { id: string; valid: boolean; srid: number; apart: number }[] = await t.db.query(
      `select f ->> 'id' as id, st_isvalid(g) as valid, st_srid(g) as srid, st_distance(g::geography, l.point::geography) as apart
       from jsonb_array_elements($1::jsonb -> 'features') f cross join lateral st_geomfromgeojson(f -> 'geometry') g
       join site_listing l on l.site_id = (f ->> 'id')::uuid`,
      [text],
    );
    expect(read).toHaveLength(3);
    for (const feature of read) expect(feature).toMatchObject({ valid: true, srid: 4326, apart: 0 });
    // RFC 7946: no reference system of its own, objects that are what they say, longitude before latitude.
    const collection = JSON.parse(text);
    expect(collection).not.toHaveProperty('crs');
    for (const { type, geometry, properties } of collection.features)
      expect([type, geometry.type, typeof properties, geometry.coordinates[0] < geometry.coordinates[1]]).toEqual([
        'Feature',
        'Point',
        'object',
        true,
      ]);
  });

  test('is read again by the service’s own reader of files', async () => {
    for (const name of ['export.csv', 'export.geojson']) {
      const { body } = await t.http().get(`/api/sites/${name}`).buffer(true).parse(bytesOf).expect(200);
      const path = join(mkdtempSync(join(tmpdir(), 'terrain-export-')), name);
      writeFileSync(path, body as Buffer);
      const cells = await withTable(path, name, null, async ({ rows }) => {
        const all: string[] = [];
        for await (const row of rows) all.push(...row.cells);
        return all;
      });
      for (const place of ['=2+5+cmd|calc', 'Voisin de rue', 'Loin'])
        expect([name, cells]).toEqual([name, expect.arrayContaining([place])]);
    }
  });

  test('when nothing is found, a file with nothing in it', async () => {
    const answer = await t.http().get('/api/sites/export.geojson?q=introuvable').buffer(true).parse(bytesOf).expect(200);
    expect(JSON.parse((answer.body as Buffer).toString('utf8'))).toEqual({ type: 'FeatureCollection', features: [], attributions: [] });
  });

  test('a search that cannot be understood gives a problem, not a file', async () => {
    await t.http().get('/api/sites/export.csv?kind=castle').expect(422);
  });
});

describe('the public pages of places', () => {
  test('are listed for search engines when on offer, and leads are not', async () => {
    const { text } = await t.http().get('/sitemap.xml').expect(200);
    expect(text).toContain(`/lieux/${formula}`);
    expect(text.match(/\/lieux\/[0-9a-f-]{36}/g)).toHaveLength(3);
  });

  test('say what and where the place is, in the reader’s language', async () => {
    const pages = t.get(WebPages);
    const id = await givenSite(t.db, { name: 'Halle du quai', kind: 'goods_shed', columns: { summary: 'Une halle claire.' } });
    expect(await pages.describe(`/lieux/${id}`, 'fr')).toMatchObject({
      title: 'Halle du quai',
      description: 'Halle à marchandises, Langres, Haute-Marne. Une halle claire.',
      canonicalPath: `/lieux/${id}`,
      indexed: true,
    });
    expect(await pages.describe(`/lieux/${id}`, 'en')).toMatchObject({
      description: 'Goods shed, Langres, Haute-Marne. Une halle claire.',
    });
    expect(await pages.describe('/lieux', 'en')).toMatchObject({ title: 'Find a place' });
  });

  test('do not exist for a draft, an unknown place or a wrong address', async () => {
    const draft = await givenSite(t.db, { state: 'draft' });
    for (const path of [`/lieux/${draft}`, '/lieux/019a0000-0000-7000-8000-000000000000', '/lieux/halle']) {
      expect(await t.get(WebPages).describe(path, 'fr')).toBeNull();
    }
  });
});
