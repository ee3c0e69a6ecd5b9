import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { causesOf, communesAroundLangres, fingerprint, fixture, useImportDesk } from './imports-framework-desk.js';

describe('files of territories', () => {
  const desk = useImportDesk({ prepare: communesAroundLangres });
  const files = [fixture('territories/communes.csv'), fixture('territories/contours.geojson')];

  test('the table of communes and the contours are told apart, and give points, areas, labels and shapes', async () => {
    const result = await desk.run('territories', files);
    expect(result.files.map(({ file, totals }) => [file.match.dialect.id, totals.updated, totals.refused, totals.merged])).toEqual([
      ['commune-table', 2, 1, 0],
      ['contours', 4, 2, 1],
    ]);
    const [langres] = await desk.db.query(
      `select round(st_x(point)::numeric, 5)::float8 as lon, area_ha::float8 as area, point_dataset_id, contour is not null as contour,
              (select array_agg(label order by label) from territory_label where territory_id = t.id) as labels
         from territory t where id = 'commune:52269'`,
    );
    expect(langres).toEqual({
      lon: 5.33747,
      area: 2323.09,
      point_dataset_id: 'communes-points-labels',
      contour: true,
      labels: ['france_services', 'frr', 'pvd'],
    });
    const shapes = await desk.db.query(`select id, st_npoints(contour) > 5 as united from territory where contour is not null order by id`);
    expect(shapes).toEqual([
      { id: 'commune:52269', united: false },
      { id: 'commune:52449', united: true },
      { id: 'department:52', united: false },
      { id: 'region:44', united: false },
    ]);
  });

  test('a commune that merged, a wrong area or a contour without surface are told row by row', async () => {
    const table = await desk.run('territories', files[0] ?? '');
    expect([4, 5].map((line) => causesOf(table, line))).toEqual([['territory_unknown'], ['point_missing', 'area_unreadable']]);
    const contours = await desk.run('territories', files[1] ?? '');
    expect([3, 6, 7].map((line) => causesOf(contours, line))).toEqual([
      ['contour_of_former_commune'],
      ['territory_unknown'],
      ['contour_unreadable'],
    ]);
  });

  test('twice changes nothing; a label that is lost disappears', async () => {
    await desk.run('territories', files);
    const before = await fingerprint(desk.db);
    expect((await desk.run('territories', files)).totals).toMatchObject({ created: 0, updated: 0 });
    expect(await fingerprint(desk.db)).toBe(before);
    const table = 'insee;longitude;latitude;surface_ha;frr;pvd\n52269;5.33747;47.859779;2323.09;FRR socle;0\n';
    await desk.run('territories', await desk.write('communes.csv', table));
    const labels = await desk.db.query(`select label, detail from territory_label where territory_id = 'commune:52269'`);
    expect(labels).toEqual([{ label: 'frr', detail: 'FRR socle' }]);
  });
});

const data = process.env['SHARED_DATA'] ?? join(__dirname, '../../../shared/data');
const real = [
  'territoires/communes.csv.gz',
  'territoires/departements-version-simplifiee.geojson.gz',
  'territoires/regions-version-simplifiee.geojson.gz',
].map((name) => join(data, name));
const present = real.every(existsSync);
if (!present) console.log(`skipped: the real files of territories are not in ${data}`);

(present ? describe : describe.skip)('the real files of territories (needs the shared data)', () => {
  const desk = useImportDesk({ content: 'territories' });

  test('every commune with a position in the table gets it, with its labels; departments and regions get their contours', async () => {
    const { files } = await desk.run('territories', real);
    expect(files.map(({ totals }) => [totals.rows, totals.refused])).toEqual([
      [34969, 0],
      [96, 0],
      [13, 0],
    ]);
    const [counts] = await desk.db.query(
      `select (select count(*)::int from territory where kind = 'commune' and point is not null) as points,
              (select count(*)::int from territory where contour is not null) as contours,
              (select count(*)::int from territory_label where label = 'pvd') as pvd`,
    );
    expect(counts).toEqual({ points: 34867, contours: 109, pvd: 1645 });
  }, 120_000);
});
