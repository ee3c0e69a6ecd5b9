import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { reportedIn } from '../support/import-once.js';
import { NATIONAL_FRICHES, sharedFile } from '../support/templates.js';
import { causeCounts, type Desk, openDesk, picture } from './imports-friches-desk.js';

/** The real files are not in the repository: SHARED_DATA, or ../shared/data beside it. */
const national = sharedFile(NATIONAL_FRICHES);
const standard = sharedFile('friches/friches-standard_extrait_cnig.csv.gz');
const example = sharedFile('friches/cnig_fichier-valide.csv');
const ardennes = sharedFile('friches/ardennes_observatoire.csv.gz');
const siae = sharedFile('ess/siae.csv.gz');
const missing = [national, standard, example, ardennes, siae].includes(null);
if (missing) process.stdout.write('Skipped: the real friches and SIAE files are not on this machine (set SHARED_DATA to their folder).\n');
const whenShared = missing ? describe.skip : describe;

/** Reading everything again takes as long as the first time: the communes of one row in seven speak for all; `WHOLE_FILES=1` reads every row. */
const isOfTheExcerpt = (row: Row) => process.env['WHOLE_FILES'] !== undefined || row['comm_insee']?.startsWith('1') === true;

type Row = Record<string, string>;
async function rowsOf(path: string | null, delimiter: string): Promise<Row[]> {
  return path === null ? [] : parse(gunzipSync(await readFile(path)), { columns: true, delimiter });
}

async function fileOf(rows: readonly Row[], delimiter: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'friches-')), 'friches.csv');
  await writeFile(path, stringify([...rows], { header: true, delimiter }));
  return path;
}

/** The rows that the extract knows too, with those standing at the same points: all that the order could matter to. */
function sharedRows(rows: readonly Row[], extract: readonly Row[]): Row[] {
  const known = new Set(extract.map((row) => row['site_id']));
  const at = (row: Row) => `${row['longitude']} ${row['latitude']}`;
  const points = new Set(rows.filter((row) => known.has(row['site_id'])).map(at));
  return rows.filter((row) => points.has(at(row)));
}

whenShared('the real files', () => {
  let desk: Desk;
  let ofNational: Row[];
  let ofStandard: Row[];
  beforeAll(async () => {
    desk = await openDesk('friches');
    ofNational = (await rowsOf(national, ',')).filter(isOfTheExcerpt);
    ofStandard = (await rowsOf(standard, ';')).filter(isOfTheExcerpt);
  }, 600_000);
  afterEach(() => desk.clear(), 60_000);
  afterAll(() => desk.close(), 60_000);

  const leads = async () => {
    const rows = await desk.db.query<{ reason: string; count: number }[]>(
      `select coalesce(not_lead_reason, 'lead') as reason, count(*)::int as count from site group by 1`,
    );
    return Object.fromEntries(rows.map(({ reason, count }) => [reason, count]));
  };

  test('the national inventory and its standard extract make one place each, and what is read again changes nothing', async () => {
    // Imported once, for this suite and for the journey with the open data.
    const first = await reportedIn(desk.db);
    expect(first.totals).toEqual({
      rows: 23_377,
      created: 23_238,
      updated: 0,
      unchanged: 0,
      warned: 799,
      refused: 0,
      merged: 139,
      not_concerned: 0,
    });
    expect(await leads()).toEqual({ lead: 4_534, unverified: 12_507, with_project: 3_371, natural_person_owner: 2_667, converted: 159 });
    expect(first.causes).toMatchObject({ area_is_a_buffer: 719, same_place: 139, producer_dropped: 12_541, date_sentinel: 2_291 });

    const extract = await desk.import('friches', standard ?? '');
    expect(extract.totals).toMatchObject({ rows: 2_514, created: 0, updated: 2_512, merged: 2, refused: 0 });
    expect(causeCounts(extract)).toMatchObject({ parcel_ruined: 32, insee_zero_restored: 181, point_read_lon_lat: 2_512 });
    expect(await leads()).toMatchObject({ lead: 4_529, natural_person_owner: 2_672 });
    const before = await picture(desk.db);

    const again = await desk.import('friches', await fileOf(ofNational, ','), await fileOf(ofStandard, ';'));
    expect(again.totals).toMatchObject({ rows: ofNational.length + ofStandard.length, created: 0, updated: 0, refused: 0 });
    expect(again.totals.unchanged).toBeGreaterThan(3_000);
    expect(await picture(desk.db)).toBe(before);
  }, 600_000);

  test('the places that both files know end the same whichever file comes first', async () => {
    const [shared, extract] = [await fileOf(sharedRows(ofNational, ofStandard), ','), await fileOf(ofStandard, ';')];
    await desk.import('friches', shared);
    await desk.import('friches', extract);
    const nationalFirst = await picture(desk.db);
    await desk.clear();
    await desk.import('friches', extract);
    await desk.import('friches', shared);
    expect(await picture(desk.db)).toBe(nationalFirst);
  }, 600_000);

  test('no stored value names a natural person among the owners or holds a contact', async () => {
    await desk.import('friches', standard ?? '');
    const [found] = await desk.db.query<{ owners: number; contacts: number }[]>(
      `select count(*) filter (where owner_touches_natural_person and owner_name is not null)::int as owners,
              (select count(*)::int from site_source where values::text ~ '[[:alnum:]]@[[:alnum:]]' or values::text like '%lou dupont%') as contacts
         from site`,
    );
    expect(found).toEqual({ owners: 0, contacts: 0 });
  }, 120_000);

  test('the schema’s own example is read latitude first, and its point, 541 km from its commune, is not believed', async () => {
    const result = await desk.import('friches', example ?? '');
    expect(result.totals).toMatchObject({ rows: 1, created: 1, warned: 1 });
    expect(Object.keys(causeCounts(result)).sort()).toEqual([
      'contact_dropped',
      'not_lead_with_project',
      'outline_unreadable',
      'owner_name_dropped',
      'point_not_believed',
      'point_swapped',
    ]);
  }, 120_000);

  test('a local observatory with its own headings is understood', async () => {
    const result = await desk.import('friches', ardennes ?? '');
    expect(result.totals).toMatchObject({ rows: 124, created: 124, refused: 0 });
  }, 120_000);

  test('the register of inclusion enterprises gives 3 723 bodies, 13 wrong numbers refused', async () => {
    const result = await desk.import('organisations', siae ?? '');
    expect(result.totals).toEqual({
      rows: 3_748,
      created: 3_723,
      updated: 0,
      unchanged: 0,
      warned: 69,
      refused: 13,
      merged: 12,
      not_concerned: 0,
    });
    expect(causeCounts(result)).toMatchObject({ siret_wrong_key: 13, several_statuses: 12, not_siae: 165 });
    expect((await desk.import('organisations', siae ?? '')).totals).toMatchObject({ created: 0, updated: 0, unchanged: 3_723 });
  }, 120_000);
});
