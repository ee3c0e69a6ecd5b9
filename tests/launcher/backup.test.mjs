import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../infra/launch/paths.mjs';
import { capture } from '../../infra/launch/shell.mjs';
import { tinyProject } from './support/tiny-project.mjs';

jest.setTimeout(120_000);

describe('copies of the database', () => {
  /** @type {ReturnType<typeof tinyProject>} */
  let project;
  /** @type {ReturnType<ReturnType<typeof tinyProject>['run']>} */
  let server;
  /** @type {string} */
  let url;
  beforeAll(async () => {
    project = tinyProject();
    server = project.run(['infra/database.mjs', 'test']);
    url = (await server.says(/postgres:\/\/\S+/))[0];
    await sql(
      url,
      `create extension postgis; create table place (id int primary key, spot geometry(Point, 4326));
      insert into place select n, st_setsrid(st_point(n, 48), 4326) from generate_series(1, 100) n; create database restored`,
    );
  });
  afterAll(async () => {
    server.signal('SIGINT');
    await server.ended;
    project.remove();
  });

  const script = (/** @type {string} */ name, /** @type {string} */ database, /** @type {string} */ file) =>
    capture('sh', [join(projectRoot, 'infra', 'backup', name), file], { env: { ...process.env, DATABASE_URL: database } });

  test('a copy restores into an empty database, geometries included', async () => {
    const file = join(project.folder, 'copy.dump');
    const beside = url.replace(/\w+$/, 'restored');
    expect(await script('backup.sh', url, file)).toEqual({ code: 0, output: '' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await script('restore.sh', beside, file)).toEqual({ code: 0, output: '' });
    expect(await sql(beside, 'select count(*), max(st_x(spot)) from place')).toBe('100|100');
  });

  test('photos and documents are copied with it, and come back into an empty folder only', async () => {
    const [file, files, back] = [join(project.folder, 'with.dump'), join(project.folder, 'files'), join(project.folder, 'back')];
    mkdirSync(join(files, 'ab'), { recursive: true });
    mkdirSync(join(files, 'incoming'));
    for (const name of ['ab/cdef', 'ab/cdef.1.part', 'incoming/half']) writeFileSync(join(files, name), name);
    const withFiles = (/** @type {string} */ name, /** @type {string} */ database, /** @type {string} */ folder) =>
      capture('sh', [join(projectRoot, 'infra', 'backup', name), file], {
        env: { ...process.env, DATABASE_URL: database, FILES_FOLDER: folder },
      });
    await sql(url, 'create database beside');
    expect(await withFiles('backup.sh', url, files)).toEqual({ code: 0, output: '' });
    const beside = url.replace(/\w+$/, 'beside');
    expect(await withFiles('restore.sh', beside, files)).toMatchObject({
      code: 1,
      output: expect.stringContaining('already holds something'),
    });
    expect(await withFiles('restore.sh', beside, back)).toEqual({ code: 0, output: '' });
    const found = readdirSync(back, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(found.map(({ name }) => name)).toEqual(['cdef']);
  });

  test('restoring refuses a database that holds something', async () => {
    const { code, output } = await script('restore.sh', url, 'whatever');
    expect([code, output]).toEqual([1, 'This database already holds 1 tables: give an empty one (createdb).\n']);
  });

  test('a copy that fails leaves no file that could be taken for a good one', async () => {
    const file = join(project.folder, 'failed.dump');
    expect((await script('backup.sh', url.replace(/\w+$/, 'absent'), file)).code).not.toBe(0);
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(project.folder).filter((name) => name.startsWith('failed') && !name.endsWith('.part'))).toEqual([]);
  });
});

/**
 * @param {string} database
 * @param {string} statements
 */
async function sql(database, statements) {
  const { code, output } = await capture('psql', [database, '-X', '-At', '-v', 'ON_ERROR_STOP=1'], { input: statements });
  if (code !== 0) throw new Error(output);
  return output.trim();
}
