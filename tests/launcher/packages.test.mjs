import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureChromium } from '../../infra/browser/chromium.mjs';
import { findPostgres } from '../../infra/database/binaries.mjs';
import { emptyFolder, programs, tinyProject } from './support/tiny-project.mjs';

// Whole programs and a real PostgreSQL start and stop here, on machines that may be busy.
jest.setTimeout(120_000);

/** @type {string[]} */
let folders = [];
afterEach(() => {
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  folders = [];
});
const temporary = () => {
  const folder = emptyFolder();
  folders.push(folder);
  return folder;
};

/**
 * A machine where nothing is installed, seen through its search paths; its apt writes down what it is asked.
 * @param {string} onInstall shell commands that make the installed thing appear
 */
function bareMachine(onInstall) {
  const [bin, found, release] = [temporary(), temporary(), join(temporary(), 'os-release')];
  const calls = join(bin, 'calls');
  writeFileSync(release, 'NAME="Debian GNU/Linux"\nID=debian\n');
  writeFileSync(calls, '');
  programs(
    {
      sudo: 'shift; exec "$@"',
      'apt-get': `echo "apt-get $*" >> ${calls}\ncase "$1" in install) ${onInstall} ;; esac`,
      'apt-cache': 'printf "postgresql\\n  Depends: postgresql-15\\n"',
      docker: 'exit 1',
    },
    bin,
  );
  const env = {
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    TERRAIN_OS_RELEASE: release,
    TERRAIN_PG_PATH: found,
    TERRAIN_CHROMIUM_SEARCH: found,
  };
  return { env, found, release, calls: () => readFileSync(calls, 'utf8').trim().split('\n').filter(Boolean) };
}

describe('on a machine without PostgreSQL', () => {
  test('Debian installs PostgreSQL and PostGIS of the same version, then the database starts', async () => {
    const real = await findPostgres({ ...process.env, TERRAIN_PG_PATH: undefined });
    expect(real).toMatchObject({ hasPostgis: true });
    const machine = bareMachine(
      'for f in initdb pg_ctl psql pg_config; do printf "#!/bin/sh\\nexec $REAL/$f \\"\\$@\\"\\n" > $FOUND/$f; chmod 755 $FOUND/$f; done',
    );
    const project = tinyProject();
    folders.push(project.folder);
    const env = { ...machine.env, REAL: String(real?.folder), FOUND: machine.found };
    const database = project.run(['infra/database.mjs', 'test', '--', 'true'], env);
    expect([await database.ended, machine.calls()]).toEqual([
      0,
      ['apt-get update -q', 'apt-get install -y -q --no-install-recommends postgresql postgresql-15-postgis-3'],
    ]);
    expect(database.text()).toMatch(
      /not on this machine: installing it with apt[\s\S]*✓ Installing with apt: postgresql, postgresql-15-postgis-3/,
    );
  });

  test('a PostgreSQL that is there keeps its version and only gains PostGIS', async () => {
    const machine = bareMachine('true');
    programs({ initdb: '', psql: '', pg_ctl: 'echo "pg_ctl (PostgreSQL) 16.4"', pg_config: 'echo /nowhere' }, machine.found);
    const project = tinyProject();
    folders.push(project.folder);
    const database = project.run(['infra/database.mjs', 'app', '--', 'true'], machine.env);
    await database.ended;
    expect(machine.calls().at(-1)).toBe('apt-get install -y -q --no-install-recommends postgresql-16-postgis-3');
  });

  test('elsewhere, and without Docker, one sentence says what to type', async () => {
    const machine = bareMachine('true');
    writeFileSync(machine.release, 'ID=fedora\n');
    const project = tinyProject();
    folders.push(project.folder);
    const start = project.run(['infra/database.mjs', 'app', '--', 'true'], machine.env);
    expect([await start.ended, machine.calls()]).toEqual([1, []]);
    expect(start.text()).toBe(
      '✗ PostgreSQL with PostGIS is missing, and this program may not install it here.\n' +
        '  → Type “sudo apt-get install postgresql postgresql-postgis” (Debian, Ubuntu), or give an existing database: DATABASE_URL=postgres://…\n',
    );
  });

  test('an apt without network says so', async () => {
    const machine = bareMachine('echo "E: Failed to fetch http://deb/… Could not resolve host" >&2; exit 100');
    const project = tinyProject();
    folders.push(project.folder);
    const start = project.run(['infra/database.mjs', 'app', '--', 'true'], machine.env);
    expect(await start.ended).toBe(1);
    expect(start.text()).toMatch(/✗ No network: “apt-get install .*” could not download the packages\.\n {2}→ Restore the connection/);
  });

  test('with Docker running, the database is a container of our own', async () => {
    const machine = bareMachine('true');
    writeFileSync(machine.release, 'ID=fedora\n');
    const calls = join(machine.found, 'docker-calls');
    const docker = `echo "$*" >> ${calls}\ncase "$1" in start) exit 1 ;; port) echo 127.0.0.1:49153 ;; esac`;
    programs({ docker }, machine.env.PATH.split(delimiter)[0]);
    const project = tinyProject();
    folders.push(project.folder);
    const holder = project.run(['infra/database.mjs', 'app'], machine.env);
    const [url] = await holder.says(/postgres:\/\/\S+/);
    expect(url).toMatch(/^postgres:\/\/postgres:[0-9a-f]{48}@127\.0\.0\.1:49153\/terrain$/);
    holder.signal('SIGINT');
    await holder.ended;
    const asked = readFileSync(calls, 'utf8').trim().split('\n');
    const name = /^terrain-[0-9a-f]{8}-app$/;
    expect(asked.map((line) => line.split(' ')[0])).toEqual(['info', 'start', 'run', 'port', 'exec', 'stop']);
    expect(asked.at(-1)?.split(' ')[1]).toMatch(name);
    expect(asked.join()).not.toContain(new URL(String(url)).password);
  });
});

describe('the browser of the journeys', () => {
  const chromium = { chromium: 'echo Chromium 140.0' };
  /** @type {(distribution: string, install?: () => void) => import('../../infra/launch/apt.mjs').PackageInstaller & { asked: string[][] }} */
  const installer = (distribution, install = () => undefined) => {
    /** @type {string[][]} */
    const asked = [];
    return {
      asked,
      distribution,
      available: true,
      dependencies: () => Promise.resolve([]),
      install: (packages) => {
        asked.push([...packages]);
        install();
        return Promise.resolve();
      },
    };
  };

  test('a given path is used when it is a browser, and refused in words when it is not', async () => {
    const folder = programs({ ...chromium, 'not-one': 'echo hello' }, temporary());
    const given = (/** @type {string} */ name) => ensureChromium(installer('debian'), { CHROMIUM_PATH: join(folder, name) });
    expect(await given('chromium')).toBe(join(folder, 'chromium'));
    await expect(given('not-one')).rejects.toThrow(/CHROMIUM_PATH=.*not-one/);
  });

  const shell = { 'chromium-headless-shell': 'echo Chromium 140.0' };

  test('Debian installs its browser without a desktop when none is found', async () => {
    const folder = temporary();
    const apt = installer('debian', () => void programs(shell, folder));
    expect(await ensureChromium(apt, { TERRAIN_CHROMIUM_SEARCH: folder })).toBe(join(folder, 'chromium-headless-shell'));
    expect(apt.asked).toEqual([['chromium-headless-shell']]);
    await ensureChromium(apt, { TERRAIN_CHROMIUM_SEARCH: folder });
    expect(apt.asked).toHaveLength(1);
  });

  test('where that package cannot be had, the whole browser that is there plays them', async () => {
    const folder = programs(chromium, temporary());
    const offline = installer('debian', () => {
      throw new Error('No network');
    });
    expect(await ensureChromium(offline, { TERRAIN_CHROMIUM_SEARCH: folder })).toBe(join(folder, 'chromium'));
    expect(await ensureChromium(installer('ubuntu'), { TERRAIN_CHROMIUM_SEARCH: folder })).toBe(join(folder, 'chromium'));
    await expect(ensureChromium(offline, { TERRAIN_CHROMIUM_SEARCH: temporary() })).rejects.toThrow('No network');
  });

  test('Ubuntu’s chromium is a door to a snap: it is left alone, nothing is installed, a path is asked for', async () => {
    const folder = programs({ 'chromium-browser': 'echo Chromium 140; exec /snap/bin/chromium "$@"' }, temporary());
    const apt = installer('ubuntu');
    await expect(ensureChromium(apt, { TERRAIN_CHROMIUM_SEARCH: folder })).rejects.toMatchObject({
      advice: expect.stringContaining('CHROMIUM_PATH='),
    });
    expect(apt.asked).toEqual([]);
  });
});
