import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../launch/port.mjs';
import { LaunchProblem } from '../launch/problem.mjs';
import { capture, lastLines } from '../launch/shell.mjs';
import { words } from '../launch/words.mjs';
import { runningServer, settledServer } from './running-server.mjs';
import { databaseUrl } from './url.mjs';

/**
 * @typedef {import('./home.mjs').ClusterHome} ClusterHome
 * @typedef {import('./binaries.mjs').PostgresBinaries} PostgresBinaries
 */

const superuser = 'postgres';
const logCapBytes = 10_000_000;
const startAttempts = 4;

/**
 * Losing the test data in a power cut costs nothing; waiting for the disk thousands of times does. PostGIS is loaded once for all: each of a thousand
 * connections would spend 12 ms on it.
 */
const testOptions = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'jit=off',
  'shared_preload_libraries=postgis-3',
];

/**
 * Creates the cluster when it is missing. An interrupted creation leaves only a folder that the next one sweeps away.
 * @param {ClusterHome} home
 * @param {PostgresBinaries} postgres
 */
export async function createCluster(home, postgres) {
  const draft = `${home.data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(home.passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  chmodSync(home.passwordFile, 0o600);
  giveTo(home, draft);
  giveTo(home, home.passwordFile);
  const access = ['--auth-host=scram-sha-256', '--auth-local=peer', `--pwfile=${home.passwordFile}`];
  const { code, output } = await asAccount(home, postgres, 'initdb', [
    '-D',
    draft,
    '-U',
    superuser,
    ...access,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ]);
  if (code !== 0) throw postgresFailed('initdb', output);
  renameSync(draft, home.data);
}

/**
 * Starts the cluster on a free port of the loopback, unless it already runs.
 * No Unix socket: nothing to squat in a shared /tmp, and no 107-byte limit on its path.
 * @param {ClusterHome} home
 * @param {PostgresBinaries} postgres
 * @param {'app' | 'test'} purpose
 * @returns {Promise<number>} its port
 */
export async function startCluster(home, postgres, purpose) {
  const running = await settledServer(home);
  if (running !== null) return running.port;
  // A server killed with -9 leaves this file; its number may by now belong to a stranger, which PostgreSQL would take for itself.
  rmSync(join(home.data, 'postmaster.pid'), { force: true });
  if (purpose === 'test') await keepDatabasesApart(home);
  const log = join(home.data, 'server.log');
  if (existsSync(log) && statSync(log).size > logCapBytes) truncateSync(log);
  let output = '';
  for (let attempt = 1; attempt <= startAttempts; attempt += 1) {
    const port = await freePort();
    const settings = [
      'listen_addresses=127.0.0.1',
      "unix_socket_directories=''",
      'timezone=UTC',
      ...(purpose === 'test' ? testOptions : []),
    ];
    const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
    const started = await asAccount(home, postgres, 'pg_ctl', ['-D', home.data, '-l', log, '-o', options, '-w', '-t', '60', 'start']);
    if (started.code === 0) return port;
    output = `${started.output}\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`;
    // Another program took the port in between, or the children of a killed server have not all ended yet.
    await pause(attempt * 500);
  }
  throw postgresFailed('pg_ctl start', output);
}

/**
 * Tests drop a database and make the next one all the time. Where ext4 keeps both in one neighbourhood, each new file steps over every file deleted
 * in the last minutes: 1.4 s for a database instead of 0.1. With this mark (`man chattr`, T) each has a neighbourhood of its own; other file systems
 * refuse it and do not need it.
 * @param {ClusterHome} home
 */
async function keepDatabasesApart(home) {
  await capture('chattr', ['+T', join(home.data, 'base')]);
}

/**
 * @param {ClusterHome} home
 * @param {PostgresBinaries} postgres
 */
export async function stopCluster(home, postgres) {
  if (runningServer(home) === null) return;
  await asAccount(home, postgres, 'pg_ctl', ['-D', home.data, '-m', 'fast', '-w', '-t', '30', 'stop']);
}

/**
 * @param {ClusterHome} home
 * @param {PostgresBinaries} postgres
 * @param {number} port
 * @param {string} name
 * @returns {Promise<string>} URL of the database, created if needed
 */
export async function ensureNamedDatabase(home, postgres, port, name) {
  const password = readFileSync(home.passwordFile, 'utf8').trim();
  const env = { ...process.env, PGPASSWORD: password };
  const psql = (/** @type {string} */ statement) =>
    capture(
      join(postgres.folder, 'psql'),
      ['-X', '-h', '127.0.0.1', '-p', String(port), '-U', superuser, '-d', 'postgres', '-tAc', statement],
      { env },
    );
  const known = await psql(`SELECT 1 FROM pg_database WHERE datname = '${name}'`);
  if (known.code !== 0) throw postgresFailed('psql', known.output);
  if (known.output.trim() !== '1') {
    const created = await psql(`CREATE DATABASE ${name}`);
    if (created.code !== 0) throw postgresFailed('CREATE DATABASE', created.output);
  }
  return databaseUrl({ user: superuser, password, port, name });
}

/**
 * @param {ClusterHome} home
 * @param {PostgresBinaries} postgres
 * @param {string} program
 * @param {readonly string[]} args
 */
function asAccount(home, postgres, program, args) {
  return capture(join(postgres.folder, program), args, { cwd: '/', ...(home.account ?? {}) });
}

/**
 * @param {ClusterHome} home
 * @param {string} path
 */
function giveTo(home, path) {
  if (home.account !== null) chownSync(path, home.account.uid, home.account.gid);
}

/**
 * @param {string} what
 * @param {string} output
 */
function postgresFailed(what, output) {
  return new LaunchProblem(
    words(
      `PostgreSQL n'a pas pu démarrer (${what}) :\n${lastLines(output)}`,
      `PostgreSQL could not start (${what}):\n${lastLines(output)}`,
    ),
    words(
      'Corrigez ce que dit PostgreSQL ci-dessus (place sur le disque, droits), ou donnez une base existante : DATABASE_URL=postgres://…',
      'Repair what PostgreSQL says above (disk space, rights), or give an existing database: DATABASE_URL=postgres://…',
    ),
  );
}
