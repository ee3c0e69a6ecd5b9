import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { ImportResult } from '../../api/src/modules/imports/import.runner.js';
import { fingerprint, fixture, useImportDesk } from './imports-framework-desk.js';
import { emptied } from '../support/emptied.js';

const told = ({ files }: ImportResult) => files.flatMap(({ entries }) => entries.flatMap(({ notes }) => notes.map(({ cause }) => cause)));
const list = (name: string) => fixture(`tiers-lieux/${name}`);

describe('lists of tiers-lieux', () => {
  const desk = useImportDesk();
  afterEach(() => emptied(desk.db, 'site', 'import_run'));
  const places = () =>
    desk.db.query<Record<string, unknown>[]>(
      `select x.source_key as key, s.name, s.run_by, s.activities_here as here, s.website, s.commune_id as commune, s.description,
              round(st_x(s.point)::numeric, 4)::float8 as lon, s.state, l.shelf, l.point_precision as precision
         from site s join site_source x on x.site_id = s.id left join site_listing l on l.site_id = s.id order by x.dataset_id, x.source_key::text`,
    );

  test('the census: codes that a spreadsheet made numbers, articles at the end, a person in the place of a name, a code of elsewhere', async () => {
    const result = await desk.run('tiers-lieux', list('recensement.csv'), { asOf: '2026-03-05' });
    expect(result.totals).toMatchObject({ rows: 7, created: 5, refused: 2 });
    expect((await places()).map(({ key, name, run_by: runBy, commune, website }) => [key, name, runBy, commune, website])).toEqual([
      ['131', 'LA FABULETTE', 'LA FABULETTE', 'commune:52246', 'http://www.lafabulette.example/'],
      ['360', 'L’Escale & CO', null, 'commune:52405', 'https://escaleandco.example/'],
      ['562', 'La KazLab', 'Manifact', 'commune:52362', null],
      ['585', 'Le Quai d’Occey', 'Mairie', 'commune:52360', null],
      ['8', 'Le Remorqueur', 'Les Ateliers du Plateau', 'commune:52269', 'https://remorqueur.example/'],
    ]);
    expect(told(result)).toEqual(
      expect.arrayContaining(['person_as_name', 'insee_contradicted', 'website_unreadable', 'tiers_lieu_nameless', 'tiers_lieu_nowhere']),
    );
    const before = await fingerprint(desk.db);
    expect((await desk.run('tiers-lieux', list('recensement.csv'), { asOf: '2026-03-05' })).totals).toMatchObject({
      created: 0,
      unchanged: 5,
    });
    expect(await fingerprint(desk.db)).toBe(before);
  });

  test('Fabriques de territoire: named by the first line, run by whom the next says, placed to the commune; no address of a person is kept', async () => {
    await desk.run('tiers-lieux', list('fabriques.geojson'));
    expect(await places()).toMatchObject([
      {
        ...{ key: 'fabt-1', name: 'Tiers-lieu culturel : L’imprimerie.', run_by: 'Domb’Exemple / L’Exprimerie' },
        ...{ description: null, lon: null, shelf: 'living', precision: 'commune', state: 'potential' },
      },
      { key: 'fabt-2', name: 'LAB 52', run_by: null },
    ]);
  });

  test('a list of all digital places: only coworking spaces, fablabs and tiers-lieux are taken, axes put right, a point far away dropped', async () => {
    const result = await desk.run('tiers-lieux', list('hub-lo.csv'));
    expect(result.totals).toMatchObject({ rows: 4, created: 3, not_concerned: 1 });
    expect((await places()).map(({ name, here, lon, run_by: runBy }) => [name, here, lon, runBy])).toEqual([
      ['LA FABRIQUE 52', ['coworking', 'fablab'], 5.3341, 'BGE EXEMPLE'],
      ['COWORK DES AXES', ['coworking'], 5.3341, null],
      ['FABLAB PERDU', ['fablab'], null, null],
    ]);
    expect(told(result)).toEqual(expect.arrayContaining(['point_swapped', 'point_far_from_commune', 'not_a_tiers_lieu']));
  });

  test('any other list, by its headings: activities in words, what is to share, known again without identifier', async () => {
    const result = await desk.run('tiers-lieux', list('liste.csv'));
    expect(await places()).toMatchObject([
      {
        ...{ key: 'la bobine@52269', here: ['coworking', 'reuse'], lon: 5.3352, shelf: 'living', precision: 'exact' },
        description: 'À partager : Deux bureaux et une salle de réunion',
      },
    ]);
    expect(told(result)).toEqual(expect.arrayContaining(['activity_unknown', 'tiers_lieu_keyless']));
    expect((await desk.run('tiers-lieux', list('liste.csv'))).totals).toMatchObject({ created: 0, unchanged: 1 });
    await expect(desk.run('stations', list('liste.csv'))).rejects.toMatchObject({ code: 'other_dataset' });
  });
});

const SHARED = process.env['SHARED_DATA'] ?? join(__dirname, '../../../shared/data');
const real = [
  'fabriques-de-territoire.geojson.gz',
  'tiers-lieux_numeriques_recensement.csv.gz',
  'hub-lo_lieux_centre-val-de-loire.csv.gz',
].map((name) => join(SHARED, 'ess', name));
const hasReal = real.every((path) => existsSync(path));
(hasReal ? describe : describe.skip)(`the real lists of tiers-lieux${hasReal ? '' : ' (skipped: the shared data are absent)'}`, () => {
  const desk = useImportDesk();

  test('are taken whole: nearly every one in its commune, seen by all on a shelf of their own', async () => {
    const totals = [];
    for (const file of real) totals.push((await desk.run('tiers-lieux', file)).totals);
    expect(totals.map(({ created, refused }) => [created, refused])).toEqual([
      [328, 0],
      [46, 1],
      [expect.any(Number), 0],
    ]);
    const [seen] = await desk.db.query(
      `select count(*)::int as living, count(commune_id)::int as placed from site_listing where shelf = 'living'`,
    );
    expect(seen.placed).toBeGreaterThan(seen.living * 0.98);
  }, 120_000);
});
