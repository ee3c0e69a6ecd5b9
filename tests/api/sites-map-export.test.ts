import { beforeAll, describe, expect, test } from '@jest/globals';
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
    const { features } = JSON.parse((answer.body as Buffer).toString('utf8'));
    expect(features).toHaveLength(3);
    const place = features.find((feature: { id: string }) => feature.id === formula);
    expect(place.geometry).toEqual({ type: 'Point', coordinates: [5.334, 47.857] });
    expect(place.properties.attributions).toEqual(['SNCF Réseau, ODbL']);
    expect(place.properties).not.toHaveProperty('key');
  });

  test('when nothing is found, a file with nothing in it', async () => {
    const answer = await t.http().get('/api/sites/export.geojson?q=introuvable').buffer(true).parse(bytesOf).expect(200);
    expect(JSON.parse((answer.body as Buffer).toString('utf8'))).toEqual({ type: 'FeatureCollection', features: [] });
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
