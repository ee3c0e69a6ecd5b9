import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../infra/launch/port.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const PATIENCE_MS = 120_000;

/** The API as it is run, its worker inside; killed without warning and started again on the same port. */
export async function ownApi(databaseUrl) {
  const folder = mkdtempSync(join(tmpdir(), 'terrain-faults-api-'));
  const port = await freePort();
  const env = {
    ...{ PATH: process.env.PATH, NODE_ENV: 'development', LOG_LEVEL: 'fatal', RATE_LIMIT_FACTOR: '1000000', DATABASE_URL: databaseUrl },
    ...{ PORT: String(port), MAIL_FOLDER: join(folder, 'mail'), FILES_FOLDER: join(folder, 'files') },
    APP_SECRET: 'a secret of the fault runs, long enough for its check',
  };
  const url = `http://localhost:${port}`;
  let child = null;
  const start = async (more = {}) => {
    child = spawn(process.execPath, ['api/dist/main.js'], { cwd: root, env: { ...env, ...more }, stdio: ['ignore', 'ignore', 'inherit'] });
    for (const limit = Date.now() + PATIENCE_MS; ; await pause(50)) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('The API ended while it started.');
      const answer = await fetch(`${url}/health/ready`).catch(() => null);
      if (answer?.ok) return;
      if (Date.now() > limit) throw new Error('The API was not ready in time.');
    }
  };
  const end = async (signal) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  return {
    url,
    start,
    kill: () => end('SIGKILL'),
    cli: (...words) => {
      const done = spawnSync(process.execPath, ['api/dist/cli.js', ...words], { cwd: root, env, encoding: 'utf8' });
      if (done.status !== 0) throw new Error(`${words.join(' ')}: ${done.stderr}${done.stdout}`);
      return done.stdout;
    },
    remove: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
