import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseUrl, withoutPassword } from '../../infra/database/url.mjs';
import { findPostgres, postgresSearchPath } from '../../infra/database/binaries.mjs';
import { givenDatabase } from '../../infra/database/given.mjs';
import { clusterHome } from '../../infra/database/home.mjs';
import { emptyFolder, programs, tinyProject } from './support/tiny-project.mjs';

// Whole programs and a real PostgreSQL start and stop here, on machines that may be busy.
jest.setTimeout(120_000);

/** @type {(() => void)[]} */
let cleanings = [];
afterEach(() => {
  cleanings.forEach((clean) => clean());
  cleanings = [];
});
const temporary = () => {
  const folder = emptyFolder();
  cleanings.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

describe('the private database', () => {
  test('its address is safe to give whatever the password holds, and is shown without it', () => {
    const url = databaseUrl({ user: 'postgres', password: 'a/b@c:d', port: 5433, name: 'terrain' });
    expect(url).toBe('postgres://postgres:a%2Fb%40c%3Ad@127.0.0.1:5433/terrain');
    expect(new URL(url).password).toBe('a%2Fb%40c%3Ad');
    expect(withoutPassword(url)).toBe('postgres://postgres:…@127.0.0.1:5433/terrain');
  });

  test('listens on the loopback only, asks for the generated password, and keeps it from other accounts', async () => {
    const project = tinyProject();
    cleanings.push(project.remove);
    const ask = `psql "$URL" -Atc "select current_setting('listen_addresses'), current_setting('unix_socket_directories'), current_setting('fsync')"`;
    const app = project.run(['infra/database.mjs', 'app', '--', 'sh', '-c', `URL=$DATABASE_URL; ${ask}`]);
    expect([await app.ended, lastLine(app.text())]).toEqual([0, '127.0.0.1||on']);
    const suite = project.run(['infra/database.mjs', 'test', '--', 'sh', '-c', `URL=$TEST_DATABASE_URL; ${ask}`]);
    expect([await suite.ended, lastLine(suite.text())]).toEqual([0, '127.0.0.1||off']);
    const stranger = project.run([
      'infra/database.mjs',
      'app',
      '--',
      'sh',
      '-c',
      `psql "\${DATABASE_URL%%:*}://postgres@\${DATABASE_URL#*@}" -w -c 'select 1'`,
    ]);
    expect(await stranger.ended).not.toBe(0);
    expect(statSync(join(project.folder, '.local', 'pg-app.password')).mode & 0o777).toBe(0o600);
  });

  test('a creation that was interrupted is started again from nothing', async () => {
    const project = tinyProject();
    cleanings.push(project.remove);
    mkdirSync(join(project.folder, '.local', 'pg-app.new'), { recursive: true });
    writeFileSync(join(project.folder, '.local', 'pg-app.new', 'half'), 'written');
    expect(await project.run(['infra/database.mjs', 'app', '--', 'true']).ended).toBe(0);
  });

  test('data of a version that the machine no longer has are kept, in words; those of tests are made again', async () => {
    const project = tinyProject();
    cleanings.push(project.remove);
    project.file('.local/pg-app/PG_VERSION', '9\n');
    project.file('.local/pg-test/PG_VERSION', '9\n');
    const app = project.run(['infra/database.mjs', 'app', '--', 'true']);
    expect([await app.ended, app.text()]).toEqual([
      1,
      expect.stringMatching(/^✗ Your data were written by PostgreSQL 9[\s\S]*postgresql-9-postgis-3/),
    ]);
    expect(readFileSync(join(project.folder, '.local/pg-app/PG_VERSION'), 'utf8')).toBe('9\n');
    expect(await project.run(['infra/database.mjs', 'test', '--', 'true']).ended).toBe(0);
  });

  test('a clone that the account of PostgreSQL cannot enter keeps its data elsewhere, under a name of its own', async () => {
    if (process.getuid?.() !== 0) return expect(await clusterHome('app', temporary())).toMatchObject({ account: null });
    const [hidden, shared] = [temporary(), temporary()];
    const local = join(hidden, '.local');
    const open = await clusterHome('app', local, shared);
    expect(open.folder).toBe(local);
    rmSync(local, { recursive: true });
    mkdirSync(local, { mode: 0o700 });
    const first = await clusterHome('app', local, shared);
    expect(first.folder).toMatch(new RegExp(`^${shared}/[0-9a-f]{12}-[0-9a-f]{8}$`));
    expect(readFileSync(join(first.folder, 'clone'), 'utf8')).toBe(local);
    expect((await clusterHome('test', local, shared)).folder).toBe(first.folder);
    // The same path cloned again starts with data of its own.
    rmSync(local, { recursive: true });
    mkdirSync(local, { mode: 0o700 });
    expect((await clusterHome('app', local, shared)).folder).not.toBe(first.folder);
  });
});

describe('a database that was given', () => {
  test('tests listen to their own variable and never to the one people work in', async () => {
    expect(await givenDatabase('test', { DATABASE_URL: 'postgres://work@127.0.0.1/work' })).toBeNull();
    const same = 'postgres://work@127.0.0.1/work';
    await expect(givenDatabase('test', { DATABASE_URL: same, TEST_DATABASE_URL: same })).rejects.toThrow(/même base|same database/);
  });

  test('an address that is not one, or that nobody answers at, is said in one sentence without the password', async () => {
    await expect(givenDatabase('app', { DATABASE_URL: 'mysql://x' })).rejects.toThrow(/DATABASE_URL/);
    const nobody = givenDatabase('app', { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/terrain' });
    await expect(nobody).rejects.toThrow(/postgres:\/\/me:…@127\.0\.0\.1:1\/terrain/);
  });
});

describe('looking for PostgreSQL', () => {
  test('prefers a version that has PostGIS and leaves out what is too old or incomplete', async () => {
    const [old, bare, full] = [
      programs({ initdb: '', psql: '', pg_ctl: 'echo "pg_ctl (PostgreSQL) 9.6.24"' }),
      programs({ initdb: '', psql: '', pg_ctl: 'echo "pg_ctl (PostgreSQL) 17.2"', pg_config: 'echo /nowhere' }),
      programs({ initdb: '', psql: '', pg_ctl: 'echo "pg_ctl (PostgreSQL) 16.4"' }),
    ];
    const share = temporary();
    mkdirSync(join(share, 'extension'));
    writeFileSync(join(share, 'extension', 'postgis.control'), '');
    programs({ pg_config: `echo ${share}` }, full);
    const path = (/** @type {string[]} */ ...folders) => ({ TERRAIN_PG_PATH: folders.join(':') });
    expect(await findPostgres(path(old, bare, full))).toEqual({ folder: full, major: 16, hasPostgis: true });
    expect(await findPostgres(path(old, bare))).toEqual({ folder: bare, major: 17, hasPostgis: false });
    expect(await findPostgres(path(old))).toBeNull();
    expect(await findPostgres(path(full, bare), 17)).toMatchObject({ folder: bare });
    expect(await findPostgres(path(full, bare), 15)).toBeNull();
    expect(postgresSearchPath({ TERRAIN_PG_PATH: '' })).toEqual([]);
    [old, bare, full].forEach((folder) => rmSync(folder, { recursive: true }));
  });
});

/** @param {string} text */
const lastLine = (text) => text.trimEnd().split('\n').at(-1);
