import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { causesOf, communesAroundLangres, fingerprint, fixture, notesOf, useImportDesk } from './imports-framework-desk.js';
import { emptied } from '../support/emptied.js';

const list = fixture('stations/liste-des-gares.csv');
const stops = fixture('stops/arrets.csv');

describe('the list of stations', () => {
  const desk = useImportDesk({ prepare: communesAroundLangres });
  afterEach(() => emptied(desk.db, 'site', 'import_run', 'transit_stop'));
  const sites = () =>
    desk.db.query<Record<string, unknown>[]>(
      `select s.name, s.kind, s.state, s.lead, s.not_lead_reason, s.commune_id, s.department_code, s.region_code, src.source_key,
              round(st_x(s.point)::numeric, 4)::float8 as lon, round(st_y(s.point)::numeric, 4)::float8 as lat, s.grid, s.x_m, s.y_m,
              s.walk_to_stop_m, s.nearest_stop_id
         from site s join site_source src on src.site_id = s.id order by src.source_key`,
    );

  test('keeps one place per station closed to freight and to passengers, and leaves the open ones out', async () => {
    const { totals } = await desk.run('stations', list);
    expect(totals).toEqual({ rows: 15, created: 8, updated: 0, unchanged: 0, warned: 4, refused: 3, merged: 1, not_concerned: 3 });
    expect((await sites()).map(({ source_key, name }) => [source_key, name])).toEqual([
      ['87142083', 'Gare d’Humes'],
      ['87142166', 'Gare de Laferté-sur-Amance'],
      ['87142380', 'Gare de Meuse-Montigny-le-Roi'],
      ['87142505', 'Gare de Châteauvillain (ancienne gare)'],
      ['87142612', 'Gare de Prauthoy'],
      ['87142638', 'Gare d’Occey'],
      ['87142902', 'Gare des Essarts'],
      ['87142904', 'Gare d’Andelot'],
    ]);
  });

  test('a place from the list is a lead, placed in its commune and measured in the legal grid', async () => {
    await desk.run('stations', list);
    const [humes] = await sites();
    expect(humes).toEqual({
      name: 'Gare d’Humes',
      kind: 'disused_station',
      state: 'potential',
      lead: true,
      not_lead_reason: null,
      commune_id: 'commune:52246',
      department_code: '52',
      region_code: '44',
      source_key: '87142083',
      lon: 5.3032,
      lat: 47.9053,
      grid: 2154,
      x_m: 872056,
      y_m: 6758616,
      walk_to_stop_m: null,
      nearest_stop_id: null,
    });
  });

  test('a station that its keeper already shows under its code gets the source, and no twin; a draft keeps no lead out of sight', async () => {
    const kept = (id: string, uic: string, state: string) =>
      desk.db.query(
        `insert into site (id, kind, state, name, uic, created_at, updated_at, state_changed_at) values ($1, 'disused_station', $3, 'La halte', $2, now(), now(), now())`,
        [id, uic, state],
      );
    const [shown, draft] = ['01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e31', '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e32'];
    await kept(shown, '87142083', 'published');
    await kept(draft, '87142166', 'draft');
    const { totals } = await desk.run('stations', list);
    expect(totals).toMatchObject({ created: 7, updated: 1 });
    const [humes, laferte] = await sites();
    expect([humes, laferte]).toMatchObject([
      { source_key: '87142083', name: 'La halte', state: 'published' },
      { source_key: '87142166', name: 'Gare de Laferté-sur-Amance', state: 'potential' },
    ]);
    expect((await desk.run('stations', list)).totals).toMatchObject({ created: 0, updated: 0 });
  });

  test('positions are understood however they are written: Web Mercator, latitude first, one pair, Lambert-93', async () => {
    const result = await desk.run('stations', list);
    const at = Object.fromEntries((await sites()).map(({ source_key, lon, lat }) => [source_key, [lon, lat]]));
    expect(at).toMatchObject({
      '87142638': [5.253, 47.6011],
      '87142612': [5.2971, 47.6899],
      '87142505': [4.9108, 48.0328],
      '87142166': [5.6837, 47.822],
      '87142904': [null, null],
    });
    expect([6, 7, 17].map((line) => causesOf(result, line))).toEqual([
      ['point_projected'],
      ['point_swapped', 'commune_merged'],
      ['point_unreadable'],
    ]);
  });

  test('each row says what was wrong with it and how to repair it, on its own line even after a name on two lines', async () => {
    const result = await desk.run('stations', list);
    expect([5, 10, 11, 12, 13, 14, 16].map((line) => causesOf(result, line))).toEqual([
      ['point_far_from_commune', 'communes_differ'],
      ['commune_unknown'],
      ['uic_unreadable'],
      ['service_unreadable'],
      ['column_count'],
      ['commune_in_other_department'],
      ['services_differ'],
    ]);
    expect(notesOf(result, 12)).toEqual([
      {
        field: 'freight',
        value: '?',
        cause: 'service_unreadable',
        severity: 'error',
        message: '« ? » ne dit pas si la gare est ouverte au service.',
        repair: 'Écrivez O (ouverte) ou N (fermée) dans la colonne freight.',
      },
    ]);
    expect(notesOf(result, 14, 'en')[0]?.message).toContain('is not in department');
  });

  test.each(['gares-export.json', 'gares-v2.json', 'gares.geojson'])('reads the export %s as well', async (name) => {
    const { totals } = await desk.run('stations', fixture(`stations/${name}`));
    expect(totals).toMatchObject({ created: 1, refused: 0, warned: 0 });
    expect(await sites()).toMatchObject([{ name: 'Gare d’Humes', lon: 5.3032, lat: 47.9053, commune_id: 'commune:52246' }]);
  });

  test('twice changes nothing at all', async () => {
    await desk.run('stations', list);
    const before = await fingerprint(desk.db);
    const again = await desk.run('stations', list);
    expect(again.totals).toMatchObject({ created: 0, updated: 0, unchanged: 8 });
    expect(await fingerprint(desk.db)).toBe(before);
  });

  test('a closed station where coaches still call is kept with a warning', async () => {
    await desk.run('stops', stops);
    const result = await desk.run('stations', list);
    expect(notesOf(result, 2)).toMatchObject([
      { cause: 'served_by_coach', message: 'Fermée ici, mais desservie par autocar TER : 6,5 passages par jour à 295 m.' },
    ]);
    expect(causesOf(result, 8)).toEqual(['listed_as_stop']);
    expect((await sites())[0]).toMatchObject({ lead: true, walk_to_stop_m: 383, nearest_stop_id: 'StopArea:OCE87142083' });
  });

  test('a station that opens again stops being a lead, and says why', async () => {
    const header = 'CODE_UIC;LIBELLE;FRET;VOYAGEURS;COMMUNE;DEPARTEMENT;X_WGS84;Y_WGS84\n';
    const row = (passengers: string) => `${header}87142083;Humes;N;${passengers};HUMES-JORQUENAY;52;5.303226;47.905348\n`;
    await desk.run('stations', await desk.write('closed.csv', row('N')));
    const result = await desk.run('stations', await desk.write('open.csv', row('O')));
    expect(result.totals).toMatchObject({ updated: 1, created: 0 });
    expect(causesOf(result, 2)).toContain('opened_again');
    expect(await sites()).toMatchObject([{ state: 'potential', lead: false, not_lead_reason: 'station_open' }]);
  });

  test('a place that its owner has claimed keeps what the owner wrote', async () => {
    await desk.run('stations', fixture('stations/gares-v2.json'));
    await desk.db.query(`update site set state = 'draft', name = 'La Halte d’Humes'`);
    const result = await desk.run('stations', list);
    expect(causesOf(result, 2)).toEqual(['claimed_place_kept']);
    expect((await sites())[0]).toMatchObject({ name: 'La Halte d’Humes', state: 'draft' });
    expect(await desk.db.query(`select values ->> 'facts.lines' as lines from site_source where source_key = '87142083'`)).toEqual([
      { lines: '001000' },
    ]);
  });

  test('shows producer, licence, date and source of each value', async () => {
    await desk.run('stations', fixture('stations/gares-v2.json'), { asOf: '2026-05-21' });
    const shown = await desk.db.query(
      `select d.producer, d.licence, d.share_alike, d.as_of, p.field, p.source_date from site_provenance p
         join site_source s on s.id = p.source_id join dataset d on d.id = s.dataset_id order by p.field`,
    );
    const source = { producer: 'SNCF Réseau', licence: 'ODbL 1.0', share_alike: true, as_of: '2026-05-21', source_date: '2026-05-21' };
    expect(shown).toEqual(['communeId', 'departmentCode', 'formerActivity', 'name', 'point'].map((field) => ({ ...source, field })));
  });
});

const real = join(process.env['SHARED_DATA'] ?? join(__dirname, '../../../shared/data'), 'gares/liste-des-gares.csv.gz');
const realStops = join(process.env['SHARED_DATA'] ?? join(__dirname, '../../../shared/data'), 'mobilite/ter_arrets_passages_2025.csv.gz');
const present = existsSync(real) && existsSync(realStops);
if (!present) console.log(`skipped: the real list of stations is not in ${real}`);

(present ? describe : describe.skip)('the real list of stations (needs the shared data)', () => {
  const desk = useImportDesk({ content: 'territories' });

  test('6 263 rows give 2 527 closed stations, nearly all in their commune; those that coaches still serve keep a warning', async () => {
    expect((await desk.run('stops', realStops)).totals).toMatchObject({ rows: 3835, created: 3835, refused: 0 });
    const first = await desk.run('stations', real);
    expect(first.totals).toMatchObject({ rows: 6263, created: 2527, refused: 0, merged: 45, not_concerned: 3691 });
    const served = new Set(['served_by_coach', 'served_by_train', 'listed_as_stop']);
    expect(first.files[0]?.entries.filter(({ notes }) => notes.some(({ cause }) => served.has(cause)))).toHaveLength(148);
    const [placed] = await desk.db.query(
      `select count(*)::int as sites, count(point)::int as points, count(commune_id)::int as communes, count(distinct grid)::int as grids
         from site where state = 'potential' and lead`,
    );
    expect(placed).toEqual({ sites: 2527, points: 2527, communes: expect.any(Number), grids: 1 });
    expect((placed as { communes: number }).communes).toBeGreaterThan(2500);
    const before = await fingerprint(desk.db);
    expect((await desk.run('stations', real)).totals).toMatchObject({ created: 0, updated: 0, unchanged: 2527 });
    expect(await fingerprint(desk.db)).toBe(before);
  }, 120_000);
});
