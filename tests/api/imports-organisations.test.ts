import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { causesOf, type Desk, fewCommunes, fixture, notesOf, openDesk } from './imports-friches-desk.js';

const register = fixture('organisations/siae.csv');

jest.setTimeout(60_000);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await fewCommunes(desk.db);
}, 120_000);
afterEach(() => desk.clear(), 60_000);
afterAll(() => desk.close(), 60_000);

const organisations = () =>
  desk.db.query<Record<string, unknown>[]>(
    `select siret, name, kind, origin, commune_id, department_code, st_x(point) as lon, summary, website,
            (select jsonb_agg(status order by status) from organisation_status where organisation_id = o.id) as statuses
       from organisation o order by siret`,
  );

describe('the register of inclusion enterprises', () => {
  test('makes one organisation per SIRET, with all its statuses, known from the register only', async () => {
    const result = await desk.import('organisations', register);
    expect(result.totals).toEqual({ rows: 11, created: 6, updated: 0, unchanged: 0, warned: 3, refused: 4, merged: 1, not_concerned: 0 });
    const [zero, post, plateau, brand, neighbour, adapted] = await organisations();
    expect(zero).toMatchObject({ siret: '09000000500018', statuses: ['ETTI'], commune_id: 'commune:01004', department_code: '01' });
    expect(post).toMatchObject({ siret: '35600000000048', commune_id: null, department_code: '52', lon: null });
    expect(plateau).toEqual({
      siret: '90000000100017',
      name: 'LES ATELIERS DU PLATEAU',
      kind: 'ess',
      origin: 'register',
      commune_id: 'commune:52269',
      department_code: '52',
      lon: 5.3345,
      summary: "Chantier d'insertion : menuiserie et maraîchage.",
      website: 'https://exemple.fr',
      statuses: ['ACI', 'AI'],
    });
    expect(brand).toMatchObject({ name: 'Recycle & Compagnie', summary: null });
    expect(neighbour).toMatchObject({ statuses: ['GEIQ'] });
    expect(adapted).toMatchObject({ statuses: ['EA'] });
  });

  test('says line by line what was wrong and how to repair it', async () => {
    const result = await desk.import('organisations', register);
    expect(causesOf(result, 5)).toEqual(['summary_dropped']);
    expect(causesOf(result, 6)).toEqual(expect.arrayContaining(['not_siae', 'point_missing']));
    expect(causesOf(result, 8)).toEqual(['siret_zero_restored']);
    expect([9, 10, 11, 12].map((line) => causesOf(result, line).at(-1))).toEqual([
      'siret_wrong_key',
      'siret_ruined',
      'siret_missing',
      'kind_unknown',
    ]);
    expect(notesOf(result, 9)[0]).toMatchObject({
      field: 'siret',
      value: '12345678901234',
      message: 'Le SIRET « 12345678901234 » est faux : sa clé de contrôle ne correspond pas.',
    });
    expect(causesOf(result, 13)).toEqual(expect.arrayContaining(['commune_unknown', 'point_missing']));
  });

  test('twice changes nothing', async () => {
    await desk.import('organisations', register);
    const before = await desk.db.query(
      `select o::text, s::text from organisation o join organisation_status s on s.organisation_id = o.id order by 1, 2`,
    );
    const again = await desk.import('organisations', register);
    expect(again.totals).toMatchObject({ created: 0, updated: 0, unchanged: 6 });
    expect(
      await desk.db.query(
        `select o::text, s::text from organisation o join organisation_status s on s.organisation_id = o.id order by 1, 2`,
      ),
    ).toEqual(before);
  });

  test('never overwrites what the members of a claimed organisation wrote', async () => {
    await desk.import('organisations', register);
    await desk.db.query(`update organisation set origin = 'claimed', name = 'Les Ateliers' where siret = '90000000100017'`);
    await desk.db.query(`delete from organisation_status where status = 'AI'`);
    const result = await desk.import('organisations', register);
    expect(result.totals).toMatchObject({ updated: 1 });
    expect(causesOf(result, 2)).toContain('claimed_organisation_kept');
    expect((await organisations())[2]).toMatchObject({ name: 'Les Ateliers', origin: 'claimed', statuses: ['ACI', 'AI'] });
  });

  test('of a place is not mistaken for it: a friches file is refused by its name', async () => {
    await expect(desk.import('organisations', fixture('friches/cartofriches.csv'))).rejects.toThrow(/cli import friches/);
    expect(await organisations()).toEqual([]);
  });
});
