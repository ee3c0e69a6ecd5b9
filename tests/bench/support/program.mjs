import { execFileSync, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
const environment = (url, port) => ({ ...process.env, DATABASE_URL: url, PORT: String(port), WORKER: 'off', LOG_LEVEL: 'error' });

export function cli(url, ...words) {
  const done = spawnSync(process.execPath, ['api/dist/cli.js', ...words], { cwd: root, env: environment(url, 0), encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${words.join(' ')}: ${done.stderr}${done.stdout}`);
  return done.stdout;
}

/** @param {(statement: object) => void} [heard] with it, the API tells every statement it sends */
export async function startApi(url, port, heard) {
  const recorder = new URL('record-sql.mjs', import.meta.url).href;
  const execArgv = heard === undefined ? [] : ['--import', recorder];
  const api = fork('api/dist/main.js', { cwd: root, env: environment(url, port), execArgv });
  if (heard !== undefined) api.on('message', heard);
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => null);
    if (answer !== null) return { port, stop: () => stopped(api) };
    await pause(100);
  }
  api.kill();
  throw new Error('The API did not start.');
}

export async function startBare(url, plans) {
  const bare = fork(fileURLToPath(new URL('bare-server.mjs', import.meta.url)));
  bare.send({ url, plans });
  const [port] = await once(bare, 'message');
  return { port, stop: () => stopped(bare) };
}

async function stopped(child) {
  child.kill();
  await once(child, 'exit');
}

export function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return process.env.BENCH_COMMIT ?? 'unknown';
  }
}
