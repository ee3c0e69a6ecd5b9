import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPostgres, noDatabasePossible, versionGone } from './database/binaries.mjs';
import { createCluster, ensureNamedDatabase, startCluster, stopCluster } from './database/cluster.mjs';
import { findDocker, startContainer, stopContainer } from './database/docker.mjs';
import { givenDatabase } from './database/given.mjs';
import { clusterHome } from './database/home.mjs';
import { installPostgres } from './database/install.mjs';
import { withLock } from './launch/lock.mjs';
import { localFolder } from './launch/paths.mjs';
import { step } from './launch/progress.mjs';
import { handOver } from './launch/services.mjs';
import { runCommand } from './launch/session.mjs';
import { joinUsers, leaveUsers } from './launch/users.mjs';
import { words } from './launch/words.mjs';

/**
 * A database in use by this process.
 * @typedef {object} DatabaseLease
 * @property {string} url `postgres://…`
 * @property {() => Promise<void>} release gives it back; the last one to do so stops the private server
 */

/** @typedef {{ url: string, stop: () => Promise<void> }} LocalServer */

/**
 * The database of `npm start` ("app") or the one of `npm test` ("test"), never the same.
 * A given address is used as it is; otherwise a private server is created, started and shared between our commands.
 * @param {{ purpose: 'app' | 'test', folder?: string }} options
 * @returns {Promise<DatabaseLease>}
 */
export async function ensureDatabase({ purpose, folder = localFolder }) {
  const given = await givenDatabase(purpose);
  if (given !== null) return { url: given, release: () => Promise.resolve() };
  const run = join(folder, 'run', purpose);
  const lock = join(run, 'database.lock');
  const { server, card } = await withLock(lock, async () => {
    const started = await localServer(purpose, folder);
    return { server: started, card: joinUsers(join(run, 'users')) };
  });
  let released = false;
  return {
    url: server.url,
    release: async () => {
      if (released) return;
      released = true;
      await withLock(lock, async () => {
        if (leaveUsers(join(run, 'users'), card)) await server.stop();
      });
    },
  };
}

/**
 * @param {'app' | 'test'} purpose
 * @param {string} folder
 * @returns {Promise<LocalServer>}
 */
async function localServer(purpose, folder) {
  const found = await findPostgres();
  const postgres = found?.hasPostgis === true ? found : await installPostgres(found);
  const name = purpose === 'app' ? 'terrain' : 'terrain_test';
  if (postgres !== null) {
    const home = await clusterHome(purpose, folder);
    const programs = await programsFor(home, postgres, purpose);
    const port = await startOrRecreate(home, programs, purpose);
    return { url: await ensureNamedDatabase(home, programs, port, name), stop: () => stopCluster(home, programs) };
  }
  const docker = await findDocker();
  if (docker === null) throw noDatabasePossible();
  return { url: await startContainer(docker, purpose, folder, name), stop: () => stopContainer(docker, purpose, folder) };
}

/**
 * The programs of the version that wrote the data, should the machine have got a newer one since.
 * @param {import('./database/home.mjs').ClusterHome} home
 * @param {import('./database/binaries.mjs').PostgresBinaries} newest
 * @param {'app' | 'test'} purpose
 */
async function programsFor(home, newest, purpose) {
  const version = join(home.data, 'PG_VERSION');
  const major = existsSync(version) ? Number(readFileSync(version, 'utf8')) : newest.major;
  const matching = major === newest.major ? newest : await findPostgres(process.env, major);
  if (matching?.hasPostgis === true) return matching;
  if (purpose === 'app') throw versionGone(major);
  rmSync(home.data, { recursive: true, force: true });
  return newest;
}

/**
 * @param {import('./database/home.mjs').ClusterHome} home
 * @param {import('./database/binaries.mjs').PostgresBinaries} postgres
 * @param {'app' | 'test'} purpose
 */
async function startOrRecreate(home, postgres, purpose) {
  if (!existsSync(join(home.data, 'PG_VERSION'))) {
    await step(words('Création de la base PostgreSQL privée', 'Creating the private PostgreSQL'), () => createCluster(home, postgres));
  }
  try {
    return await startCluster(home, postgres, purpose);
  } catch (error) {
    // Test data hold nothing and run without fsync: a damaged cluster is made again rather than repaired.
    if (purpose !== 'test') throw error;
    rmSync(home.data, { recursive: true, force: true });
    await createCluster(home, postgres);
    return await startCluster(home, postgres, purpose);
  }
}

/**
 * `node infra/database.mjs test -- npx jest …` runs a command beside a database; without a command, holds it until Ctrl-C.
 * @param {import('./launch/session.mjs').Session} session
 * @param {readonly string[]} args
 */
async function holdDatabase(session, args) {
  const purpose = args[0] === 'test' ? 'test' : 'app';
  const [program, ...rest] = args.slice(args.indexOf('--') + 1 || args.length);
  const { url } = await session.use(ensureDatabase({ purpose }), (lease) => lease.release());
  if (program === undefined) {
    console.log(url);
    setInterval(() => undefined, 60_000);
    await session.stopAsked;
    return 0;
  }
  const env = { ...process.env, [purpose === 'test' ? 'TEST_DATABASE_URL' : 'DATABASE_URL']: url };
  const running = handOver(program, rest, { env });
  await session.use(Promise.resolve(running), (child) => child.stop());
  return await running.ended;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) runCommand((session) => holdDatabase(session, process.argv.slice(2)));
