import { join } from 'node:path';
import { buildApi } from './launch/build.mjs';
import { projectRoot } from './launch/paths.mjs';
import { prepareProject } from './launch/prepare.mjs';
import { handOver } from './launch/services.mjs';
import { runCommand } from './launch/session.mjs';

const RUNS = ['filings', 'results'];

/**
 * `npm run faults`: what survives when the API, then its database, are killed while dossiers are saved and filed, and while results are published;
 * on a PostgreSQL of its own. `-- --only=results` tries one of them.
 * @param {import('./launch/session.mjs').Session} session
 */
async function faults(session) {
  await prepareProject();
  await buildApi();
  const only = process.argv.find((word) => word.startsWith('--only='))?.split('=')[1];
  let code = 0;
  for (const name of RUNS.filter((run) => only === undefined || run === only)) {
    const args = [join(projectRoot, 'tests', 'faults', `${name}.faults.mjs`), ...process.argv.slice(2)];
    const run = handOver(process.execPath, args, { env: process.env, cwd: projectRoot });
    await session.use(Promise.resolve(run), (running) => running.stop());
    code ||= await run.ended;
  }
  return code;
}

runCommand(faults);
