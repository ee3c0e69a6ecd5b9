import { join } from 'node:path';
import { buildApi } from './launch/build.mjs';
import { projectRoot } from './launch/paths.mjs';
import { prepareProject } from './launch/prepare.mjs';
import { handOver } from './launch/services.mjs';
import { runCommand } from './launch/session.mjs';

/**
 * `npm run faults`: what survives when the API, then its database, are killed while dossiers are saved and filed; on a PostgreSQL of its own.
 * @param {import('./launch/session.mjs').Session} session
 */
async function faults(session) {
  await prepareProject();
  await buildApi();
  const args = [join(projectRoot, 'tests', 'faults', 'filings.faults.mjs'), ...process.argv.slice(2)];
  const run = handOver(process.execPath, args, { env: process.env, cwd: projectRoot });
  await session.use(Promise.resolve(run), (running) => running.stop());
  return run.ended;
}

runCommand(faults);
