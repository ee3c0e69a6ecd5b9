import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LaunchProblem } from '../launch/problem.mjs';
import { step } from '../launch/progress.mjs';
import { capture, findExecutable, lastLines } from '../launch/shell.mjs';
import { words } from '../launch/words.mjs';
import { databaseUrl } from './url.mjs';

/** The same image as docker-compose.yml. */
const image = 'postgis/postgis:17-3.5';
const readyAttempts = 240;

/** @returns {Promise<string | null>} the docker program, when its engine answers */
export async function findDocker() {
  const docker = findExecutable('docker');
  if (docker === null) return null;
  return (await capture(docker, ['info'])).code === 0 ? docker : null;
}

/**
 * @param {string} docker
 * @param {'app' | 'test'} purpose
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<string>} URL of the database
 */
export async function startContainer(docker, purpose, folder, name) {
  const container = containerName(purpose, folder);
  const password = keptPassword(join(folder, `docker-${purpose}.password`));
  const started = await capture(docker, ['start', container]);
  if (started.code !== 0) await createContainer(docker, { container, purpose, password, name });
  const { output } = await capture(docker, ['port', container, '5432/tcp']);
  const port = Number(/:(\d+)/.exec(output)?.[1] ?? 0);
  for (let attempt = 0; attempt < readyAttempts; attempt += 1) {
    // By TCP: while it prepares itself the image runs a first server that listens on the socket only.
    const ready = await capture(docker, ['exec', container, 'pg_isready', '-h', '127.0.0.1', '-U', 'postgres', '-d', name]);
    if (ready.code === 0) return databaseUrl({ user: 'postgres', password, port, name });
    await pause(250);
  }
  throw dockerFailed((await capture(docker, ['logs', '--tail', '20', container])).output);
}

/**
 * @param {string} docker
 * @param {'app' | 'test'} purpose
 * @param {string} folder
 */
export async function stopContainer(docker, purpose, folder) {
  await capture(docker, ['stop', containerName(purpose, folder)]);
}

/**
 * @param {string} docker
 * @param {{ container: string, purpose: 'app' | 'test', password: string, name: string }} wanted
 */
async function createContainer(docker, { container, purpose, password, name }) {
  const storage = purpose === 'app' ? ['-v', `${container}:/var/lib/postgresql/data`] : ['--tmpfs', '/var/lib/postgresql/data'];
  const settings = ['-e', 'POSTGRES_PASSWORD', '-e', `POSTGRES_DB=${name}`, '-p', '127.0.0.1:0:5432', ...storage];
  const created = await step(words(`Base PostgreSQL dans Docker (${image})`, `PostgreSQL in Docker (${image})`), () =>
    capture(docker, ['run', '-d', '--name', container, ...settings, image], { env: { ...process.env, POSTGRES_PASSWORD: password } }),
  );
  if (created.code !== 0) throw dockerFailed(created.output);
}

/**
 * One container per clone and purpose.
 * @param {'app' | 'test'} purpose
 * @param {string} folder
 */
function containerName(purpose, folder) {
  return `terrain-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}-${purpose}`;
}

/** @param {string} file */
function keptPassword(file) {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

/** @param {string} output */
function dockerFailed(output) {
  return new LaunchProblem(
    words(
      `Docker n'a pas pu donner de base PostgreSQL :\n${lastLines(output)}`,
      `Docker could not give a PostgreSQL:\n${lastLines(output)}`,
    ),
    words(
      'Corrigez ce que dit Docker, ou donnez une base existante : DATABASE_URL=postgres://…',
      'Repair what Docker says, or give an existing database: DATABASE_URL=postgres://…',
    ),
  );
}
