import { spawnSync } from 'node:child_process';
import { mkdtempSync, chmodSync, chownSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findPostgres, noDatabasePossible } from '../../../infra/database/binaries.mjs';
import { createCluster, ensureNamedDatabase } from '../../../infra/database/cluster.mjs';
import { clusterHome } from '../../../infra/database/home.mjs';
import { freePort } from '../../../infra/launch/port.mjs';

const PATIENCE_MS = 60_000;

/** A PostgreSQL of our own, as safe as in production (it waits for the disk), that may be killed and comes back on the same port. */
export async function ownServer() {
  const postgres = await findPostgres();
  if (postgres === null || !postgres.hasPostgis) throw noDatabasePossible();
  const folder = mkdtempSync(join(tmpdir(), 'terrain-faults-'));
  chmodSync(folder, 0o755);
  const { account } = await clusterHome('test', folder, folder);
  if (account !== null) chownSync(folder, account.uid, account.gid);
  const home = { folder, data: join(folder, 'data'), passwordFile: join(folder, 'password'), account };
  await createCluster(home, postgres);
  const port = await freePort();
  const control = (...words) => {
    const done = spawnSync(join(postgres.folder, 'pg_ctl'), ['-D', home.data, ...words], { cwd: '/', stdio: 'ignore', ...(account ?? {}) });
    return done.status === 0;
  };
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c timezone=UTC`;
  const start = async () => {
    rmSync(join(home.data, 'postmaster.pid'), { force: true });
    // Children of a killed server take a moment to end, and hold its memory until then.
    for (const limit = Date.now() + PATIENCE_MS; !control('-l', join(home.data, 'server.log'), '-o', options, '-w', '-t', '30', 'start');) {
      if (Date.now() > limit)
        throw new Error(`PostgreSQL did not start: ${readFileSync(join(home.data, 'server.log'), 'utf8').slice(-2000)}`);
      await pause(500);
    }
  };
  await start();
  return {
    url: await ensureNamedDatabase(home, postgres, port, 'terrain_faults'),
    start,
    kill: () => process.kill(Number(readFileSync(join(home.data, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL'),
    stopAtOnce: () => control('-m', 'immediate', '-w', 'stop'),
    remove: () => {
      control('-m', 'immediate', '-w', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
