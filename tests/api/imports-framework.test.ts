import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ImportProblem } from '../../api/src/modules/imports/import.problems.js';
import { SILENT } from '../../api/src/modules/imports/import.progress.js';
import type { ImportKind } from '../../api/src/modules/imports/import.types.js';
import { Journal } from '../../api/src/platform/journal/journal.js';
import { causesOf, communesAroundLangres, countRuns, fingerprint, fixture, useImportDesk } from './imports-framework-desk.js';
import { emptied } from '../support/emptied.js';

const desk = useImportDesk({ prepare: communesAroundLangres });
afterEach(() => emptied(desk.db, 'site', 'import_run', 'transit_stop'));

const HEADER = ['CODE_UIC', 'LIBELLE', 'FRET', 'VOYAGEURS', 'COMMUNE', 'DEPARTEMENT', 'X_WGS84', 'Y_WGS84'];
const row = (uic: number, name = 'Châteauvillain') => [String(uic), name, 'N', 'N', 'LANGRES', 'HAUTE-MARNE', '5.34', '47.86'];
const table = (rows: string[][], delimiter = ';', end = '\n') => [HEADER, ...rows].map((cells) => cells.join(delimiter) + end).join('');
const names = async () => (await desk.db.query<{ name: string }[]>('select name from site order by name')).map(({ name }) => name);

/** Runs an import that must refuse the whole file; @returns its sentence, having checked that nothing changed. */
async function refusal(path: string, kind: ImportKind = 'stations'): Promise<string> {
  const before = await fingerprint(desk.db);
  const failed: unknown = await desk.run(kind, path).then(
    () => 'accepted',
    (error: unknown) => error,
  );
  expect(await fingerprint(desk.db)).toBe(before);
  expect(await countRuns(desk.db)).toBe(0);
  if (!(failed instanceof ImportProblem)) throw new Error(`expected a refusal, got ${String(failed)}`);
  return failed.sentence('fr');
}

describe('any writing of a table is understood', () => {
  test.each([
    ['semicolons and UTF-8', Buffer.from(table([row(87142001)]))],
    ['commas', Buffer.from(table([row(87142001)], ','))],
    ['tabs', Buffer.from(table([row(87142001)], '\t'))],
    ['bars', Buffer.from(table([row(87142001)], '|'))],
    ['CRLF and a byte order mark', Buffer.from('\uFEFF' + table([row(87142001)], ';', '\r\n'))],
    ['Windows-1252', Buffer.from(table([row(87142001)]), 'latin1')],
    ['UTF-16 from a spreadsheet', Buffer.from('\uFEFF' + table([row(87142001)], '\t', '\r\n'), 'utf16le')],
    ['gzip, whatever the name says', gzipSync(table([row(87142001)]))],
    ['the line “sep=;” of a spreadsheet', Buffer.from('sep=;\r\n' + table([row(87142001)], ';', '\r\n'))],
    ['no line end at the end', Buffer.from(table([row(87142001)]).trimEnd())],
  ])('%s', async (_case, content) => {
    const result = await desk.run('stations', await desk.write('list.csv', content));
    expect(result.totals).toMatchObject({ rows: 1, created: 1, warned: 0, refused: 0 });
    expect(await names()).toEqual(['Gare de Châteauvillain']);
  });

  test('what was detected is told and kept with the run', async () => {
    await desk.run('stations', await desk.write('list.csv', gzipSync(Buffer.from(table([row(87142001)], ',', '\r\n'), 'latin1'))));
    const [run] = await desk.db.query<{ dialect: object; totals: object }[]>('select dialect, totals from import_run');
    expect(run?.dialect).toMatchObject({
      format: 'csv',
      gzip: true,
      encoding: 'windows-1252',
      delimiter: ',',
      line_ending: 'CRLF',
      dialect: 'sncf-stations',
    });
    expect(run?.totals).toMatchObject({ rows: 1, created: 1 });
  });

  test('a few broken bytes do not garble the accents of the whole file', async () => {
    const good = Buffer.from(table(Array.from({ length: 20 }, (_, n) => row(87142001 + n))));
    const broken = Buffer.concat([good, Buffer.from('87142099;Gare '), Buffer.from([0xe9]), Buffer.from(';N;N;LANGRES;52;5.34;47.86\n')]);
    const result = await desk.run('stations', await desk.write('list.csv', broken));
    expect(result.files[0]?.file.detected).toMatchObject({ encoding: 'utf-8', broken_bytes: 1 });
    expect((await names())[0]).toBe('Gare de Châteauvillain');
  });

  test('lines are counted as an editor counts them, blank lines and texts on several lines included', async () => {
    const content = `${HEADER.join(';')}\r\n"87142001";"A\r\nB";N;N;LANGRES;52;5.34;47.86\r\n\r\n1;Court;N;N;LANGRES;52;5.34;47.86\r\n`;
    const result = await desk.run('stations', await desk.write('list.csv', content));
    expect(result.files[0]?.entries.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'created'],
      [5, 'refused'],
    ]);
  });

  test('a row with too many or too few cells is refused alone', async () => {
    const content = table([row(87142001), [...row(87142002), 'x'], row(87142003).slice(0, 5), row(87142004)]);
    const result = await desk.run('stations', await desk.write('list.csv', content));
    expect(result.totals).toMatchObject({ rows: 4, created: 2, refused: 2 });
    expect(causesOf(result, 3)).toEqual(['column_count']);
  });
});

describe('a file that cannot be trusted changes nothing and says why', () => {
  test.each<[string, string, Buffer | string, RegExp]>([
    ['empty', 'list.csv', '', /est vide/],
    ['only a header', 'list.csv', HEADER.join(';') + '\n', /est vide/],
    [
      'cut in the middle of an archive',
      'list.csv.gz',
      gzipSync(table(Array.from({ length: 500 }, (_, n) => row(87142001 + n)))).subarray(0, 900),
      /est coupé : l’archive gzip/,
    ],
    [
      'cut in the middle of a row',
      'list.csv',
      table([row(87142001), row(87142002)]).slice(0, -30),
      /est coupé : la dernière ligne \(3\) a \d colonnes au lieu de 8/,
    ],
    [
      'cut inside a quoted text',
      'list.csv',
      `${table([row(87142001)])}87142002;"Sans fin;N;N;LANGRES;52;5.34;47.86\n`,
      /un guillemet ouvert après la ligne 2/,
    ],
    ['a JSON cut in the middle', 'list.json', '[{"code_uic":"87142001","libelle":"A","fret":"N"', /n’est pas refermé/],
    ['a damaged archive', 'list.csv.gz', Buffer.concat([gzipSync('x'.repeat(5000)).subarray(0, 12), Buffer.alloc(400, 7)]), /est abîmé/],
    ['an image', 'list.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), /pas un fichier texte \(PNG\)/],
    ['a workbook', 'list.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]), /XLSX.*Enregistrez-le en CSV/],
    ['any other binary', 'list.csv', Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256)), /contenu binaire/],
    ['unknown columns', 'list.csv', 'nom;age\nAnne;4\n', /il manque CODE_UIC, LIBELLE.*Colonnes trouvées : nom, age/],
  ])('%s', async (_case, name, content, sentence) => {
    expect(await refusal(await desk.write(name, content))).toMatch(sentence);
  });

  test('a file of another dataset is named, with the command to use', async () => {
    expect(await refusal(fixture('stops/arrets.csv'))).toMatch(
      /« Arrêts TER et passages », pas « Liste des gares.*cli import stops arrets.csv/,
    );
    expect(await refusal(fixture('stations/liste-des-gares.csv'), 'friches')).toMatch(/cli import stations/);
    expect(await refusal(fixture('friches/cartofriches.csv'))).toMatch(/cli import friches/);
  });

  test('a file that does not exist, or a folder', async () => {
    expect(await refusal('/nowhere/list.csv')).toMatch(/introuvable ou illisible \(ENOENT\)/);
    expect(await refusal(fixture('stations'))).toMatch(/EISDIR/);
  });

  test('a line of a gigabyte is refused long before its end', async () => {
    let chunks = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from(`${HEADER.join(';')}\n`);
      for (; chunks < 1024; chunks++) yield Buffer.alloc(1024 * 1024, 'a');
    }
    const path = await desk.write('long.csv', endless());
    const before = process.resourceUsage().maxRSS;
    expect(await refusal(path)).toMatch(/La ligne 2 de « long.csv » dépasse 16 Mo/);
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(200 * 1024);
  }, 60_000);

  test('a second file that fails undoes the first', async () => {
    const before = await fingerprint(desk.db);
    const good = await desk.write('good.csv', table([row(87142001)]));
    const bad = await desk.write('bad.csv', `${table([row(87142002)])}87142003;"Sans fin\n`);
    await expect(desk.run('stations', [good, bad])).rejects.toThrow('est coupé');
    expect(await fingerprint(desk.db)).toBe(before);
  });
});

describe('a run is whole or nothing', () => {
  const many = () => desk.write('many.csv', table(Array.from({ length: 50 }, (_, n) => row(87142100 + n))));

  test('a dry run reports the same and keeps nothing', async () => {
    const before = await fingerprint(desk.db);
    const dry = await desk.run('stations', await many(), { dryRun: true });
    expect(await fingerprint(desk.db)).toBe(before);
    expect(await countRuns(desk.db)).toBe(0);
    expect((await desk.run('stations', await many())).totals).toEqual(dry.totals);
  });

  test('an import that is interrupted leaves nothing behind, even after writing', async () => {
    const before = await fingerprint(desk.db);
    const stop = new AbortController();
    const late = { ...SILENT, finishing: () => stop.abort() };
    await expect(desk.run('stations', await many(), {}, { progress: late, signal: stop.signal })).rejects.toMatchObject({
      code: 'interrupted',
    });
    expect(await fingerprint(desk.db)).toBe(before);
  });

  test('an import whose connection is cut leaves nothing behind', async () => {
    const before = await fingerprint(desk.db);
    const cutOff = () =>
      desk.db.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
      );
    const importers = desk.tools.importers.map((importer) => ({ ...importer, finish: () => cutOff().then(() => undefined) }));
    await expect(desk.run('stations', await many(), {}, { importers })).rejects.toThrow();
    expect(await fingerprint(desk.db)).toBe(before);
  });

  test('two imports at once take turns, and the second finds the work of the first', async () => {
    const path = await many();
    const [first, second] = await Promise.all([desk.run('stations', path), desk.run('stations', path)]);
    expect([first.totals.created + second.totals.created, first.totals.unchanged + second.totals.unchanged]).toEqual([50, 50]);
  });

  test('what an import changed is in the journal; an import that changed nothing is not', async () => {
    const path = await many();
    await desk.run('stations', path);
    await desk.run('stations', path);
    const acts = await desk.db.query<object[]>(
      `select action, thing_id, facts ->> 'created' as created from journal_act where facts ->> 'file' = 'many.csv' order by seq desc limit 1`,
    );
    expect(acts).toEqual([{ action: 'import-stations', thing_id: 'sncf-liste-des-gares', created: '50' }]);
    expect(await new Journal(desk.clock).verify(desk.db.manager)).toMatchObject({ intact: true });
  });

  test('on an empty database, an import first loads the official communes; a dry run undoes that too', async () => {
    await emptied(desk.db, 'territory');
    let told = 0;
    const progress = { ...SILENT, loadingTerritories: () => (told += 1) };
    const path = await many();
    const before = await fingerprint(desk.db);
    const dry = await desk.run('stations', path, { dryRun: true }, { progress });
    expect(await fingerprint(desk.db)).toBe(before);
    const real = await desk.run('stations', path, {}, { progress });
    expect(real.totals).toEqual(dry.totals);
    await desk.run('stations', path, {}, { progress });
    expect([real.totals.created, told]).toEqual([50, 2]);
    const [communes] = await desk.db.query<{ many: boolean }[]>(`select count(*) > 30000 as many from territory where kind = 'commune'`);
    expect(communes?.many).toBe(true);
    await emptied(desk.db, 'territory');
    await communesAroundLangres(desk.db);
  }, 120_000);
});
