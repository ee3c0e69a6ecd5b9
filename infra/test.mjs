import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './browser/chromium.mjs';
import { ensureDatabase } from './database.mjs';
import { buildApi, buildWeb } from './launch/build.mjs';
import { ensureDependencies } from './launch/dependencies.mjs';
import { requireNode } from './launch/node-version.mjs';
import { localFolder, projectRoot } from './launch/paths.mjs';
import { LaunchProblem } from './launch/problem.mjs';
import { handOver } from './launch/services.mjs';
import { runCommand } from './launch/session.mjs';
import { words } from './launch/words.mjs';
import { needsOf } from './testing/needs.mjs';
import { readResults, summaryLine, tellSkipped } from './testing/results.mjs';

const jest = join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
const config = join(projectRoot, 'tests', 'jest.config.mjs');

/**
 * `npm test`: everything the suites need, then the suites, then one line that says it all.
 * `npm test -- --selectProjects rules` and any other argument of Jest pass through.
 * @param {import('./launch/session.mjs').Session} session
 */
async function test(session) {
  requireNode();
  const needs = needsOf(process.argv.slice(2));
  // npm mostly waits: meanwhile the machine gets its packages. Neither is left half done when the other fails.
  const [, machine] = await allEnded(ensureDependencies(), prepareMachine(session, needs));
  if (needs.has('build')) {
    await Promise.all([buildApi(), buildWeb()]);
  }

  const report = join(localFolder, 'run', `jest-${process.pid}.json`);
  mkdirSync(join(localFolder, 'run'), { recursive: true });
  // Programs and databases start in these suites: on a busy machine five seconds, Jest's own patience, fail what works.
  const args = [jest, '--config', config, '--testTimeout=60000', '--json', `--outputFile=${report}`, ...process.argv.slice(2)];
  const suites = handOver(process.execPath, args, { env: testEnvironment(machine), cwd: projectRoot });
  await session.use(Promise.resolve(suites), (running) => running.stop());
  const code = await suites.ended;
  if (!existsSync(report)) throw noResults(code);
  const results = readResults(report);
  rmSync(report, { force: true });
  tellSkipped(results, projectRoot);
  process.stdout.write(`\n${summaryLine(results)}\n`);
  return results.failed > 0 ? 1 : code;
}

/**
 * A browser and a database of the tests, for the suites that need them.
 * @param {import('./launch/session.mjs').Session} session
 * @param {ReadonlySet<string>} needs
 */
async function prepareMachine(session, needs) {
  const chromium = needs.has('browser') ? await ensureChromium() : undefined;
  const database = needs.has('database') ? await session.use(ensureDatabase({ purpose: 'test' }), (lease) => lease.release()) : undefined;
  return { chromium, databaseUrl: database?.url };
}

/**
 * @template One, Other
 * @param {Promise<One>} one
 * @param {Promise<Other>} other
 * @returns {Promise<[One, Other]>} what both gave, or the first failure once both have ended
 */
async function allEnded(one, other) {
  await Promise.allSettled([one, other]);
  return [await one, await other];
}

/** Room for what lives a moment, in megabytes: with Node's own 16, reading the real files spends a quarter of its time on collecting it. */
const YOUNG_GENERATION = '--max-semi-space-size=64';

/**
 * The suites never see the database people work in.
 * @param {{ databaseUrl?: string | undefined, chromium?: string | undefined }} machine
 * @returns {NodeJS.ProcessEnv}
 */
function testEnvironment({ databaseUrl, chromium }) {
  const { DATABASE_URL: _workDatabase, ...env } = process.env;
  const options = [env.NODE_OPTIONS, YOUNG_GENERATION].filter(Boolean).join(' ');
  return { ...env, NODE_ENV: 'test', NODE_OPTIONS: options, TEST_DATABASE_URL: databaseUrl, CHROMIUM_PATH: chromium };
}

/** @param {number} code */
function noResults(code) {
  return new LaunchProblem(
    words(`Jest s'est arrêté sans résultat (code ${code}).`, `Jest stopped without results (code ${code}).`),
    words('La cause est dans les lignes au-dessus.', 'The cause is in the lines above.'),
  );
}

runCommand(test);
