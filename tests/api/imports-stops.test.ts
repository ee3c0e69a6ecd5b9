import { afterEach, describe, expect, test } from '@jest/globals';
import { refreshTransit } from '../../api/src/modules/imports/sourced-sites/transit.queries.js';
import { causesOf, communesAroundLangres, fingerprint, fixture, useImportDesk } from './imports-framework-desk.js';
import { emptied } from '../support/emptied.js';

const desk = useImportDesk({ prepare: communesAroundLangres });
afterEach(() => emptied(desk.db, 'site', 'import_run', 'transit_stop'));
const stops = fixture('stops/arrets.csv');
const walks = () =>
  desk.db.query(
    `select s.name, s.walk_to_stop_m, s.nearest_stop_id from site s join site_source src on src.site_id = s.id order by src.source_key`,
  );

describe('regional stops', () => {
  test('are kept with their departures, train and coach apart; what cannot be read is refused or told', async () => {
    const result = await desk.run('stops', stops);
    expect(result.totals).toMatchObject({ rows: 7, created: 5, refused: 2, warned: 1 });
    expect([5, 6, 7, 8].map((line) => causesOf(result, line))).toEqual([
      ['point_swapped'],
      ['stop_point_unreadable'],
      ['stop_key_missing'],
      ['departures_unreadable'],
    ]);
    const [humes] = await desk.db.query(
      `select uic, name, departures_weekday::float8 as day, trains_weekday::float8 as trains, coaches_weekday::float8 as coaches,
              departures_sunday::float8 as sunday, line_count from transit_stop order by id`,
    );
    expect(humes).toEqual({ uic: null, name: 'Swapped', day: 3, trains: 3, coaches: 0, sunday: null, line_count: 1 });
  });

  test('give each place the walk to the nearest stop served on a weekday, unknown when none is near', async () => {
    await desk.run('stations', fixture('stations/liste-des-gares.csv'));
    await desk.run('stops', stops);
    expect(await walks()).toEqual([
      { name: 'Gare d’Humes', walk_to_stop_m: 383, nearest_stop_id: 'StopArea:OCE87142083' },
      { name: 'Gare de Laferté-sur-Amance', walk_to_stop_m: null, nearest_stop_id: null },
      { name: 'Gare de Meuse-Montigny-le-Roi', walk_to_stop_m: null, nearest_stop_id: null },
      { name: 'Gare de Châteauvillain (ancienne gare)', walk_to_stop_m: null, nearest_stop_id: null },
      { name: 'Gare de Prauthoy', walk_to_stop_m: null, nearest_stop_id: null },
      { name: 'Gare d’Occey', walk_to_stop_m: null, nearest_stop_id: null },
      { name: 'Gare des Essarts', walk_to_stop_m: 3211, nearest_stop_id: 'StopArea:OCE87142091' },
      { name: 'Gare d’Andelot', walk_to_stop_m: null, nearest_stop_id: null },
    ]);
  });

  test('give the same walks whether they come before or after the places', async () => {
    await desk.run('stations', fixture('stations/liste-des-gares.csv'));
    await desk.run('stops', stops);
    const after = await walks();
    await emptied(desk.db, 'site');
    await desk.run('stations', fixture('stations/liste-des-gares.csv'));
    expect(await walks()).toEqual(after);
    expect(await desk.db.transaction((tx) => refreshTransit(tx))).toBe(0);
  });

  test('twice changes nothing; a changed row is updated', async () => {
    await desk.run('stops', stops);
    const before = await fingerprint(desk.db);
    expect((await desk.run('stops', stops)).totals).toMatchObject({ created: 0, updated: 0, unchanged: 5 });
    expect(await fingerprint(desk.db)).toBe(before);
    const header = 'stop_area,nom,latitude,longitude,passages_mardi\n';
    const changed = await desk.write('stops.csv', `${header}StopArea:OCE87142091,Langres-Marne,47.882062,5.336121,20\n`);
    expect((await desk.run('stops', changed)).totals).toMatchObject({ created: 0, updated: 1 });
  });
});
