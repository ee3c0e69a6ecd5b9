import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDatabase } from './database.mjs';
import { buildApi, buildWeb } from './launch/build.mjs';
import { projectRoot } from './launch/paths.mjs';
import { prepareProject } from './launch/prepare.mjs';
import { LaunchProblem } from './launch/problem.mjs';
import { handOver } from './launch/services.mjs';
import { runCommand } from './launch/session.mjs';
import { words } from './launch/words.mjs';

const folder = join(projectRoot, 'tests', 'bench');

/**
 * `npm run bench [-- NAME]`: the measures of tests/bench, one after the other so that none disturbs another.
 * They find the compiled API in api/dist, the web in web/dist and an empty server of PostgreSQL in DATABASE_URL, never the one people work in.
 * @param {import('./launch/session.mjs').Session} session
 */
async function bench(session) {
  const [wanted, ...args] = process.argv.slice(2);
  const all = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.bench.mjs'))
        .sort()
    : [];
  const chosen = all.filter((name) => wanted === undefined || name.startsWith(wanted));
  if (chosen.length === 0) throw nothingToMeasure(wanted, all);
  await prepareProject();
  await Promise.all([buildApi(), buildWeb()]);
  const { url } = await session.use(ensureDatabase({ purpose: 'test' }), (lease) => lease.release());
  for (const name of chosen) {
    console.error(`\n… ${name}`);
    const env = { ...process.env, DATABASE_URL: url, TEST_DATABASE_URL: url };
    const measure = handOver(process.execPath, [join(folder, name), ...args], { env, cwd: projectRoot });
    await session.use(Promise.resolve(measure), (running) => running.stop());
    const code = await measure.ended;
    if (code !== 0) return code;
  }
  return 0;
}

/**
 * @param {string | undefined} wanted
 * @param {readonly string[]} all
 */
function nothingToMeasure(wanted, all) {
  return new LaunchProblem(
    words(
      `Aucune mesure${wanted === undefined ? '' : ` « ${wanted} »`} dans tests/bench.`,
      `No measure${wanted === undefined ? '' : ` “${wanted}”`} in tests/bench.`,
    ),
    words(`Mesures présentes : ${all.join(', ') || 'aucune'}.`, `Measures there: ${all.join(', ') || 'none'}.`),
  );
}

runCommand(bench);
