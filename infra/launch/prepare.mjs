import { ensureDatabase } from '../database.mjs';
import { apiProgram, buildApi } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { requireNode } from './node-version.mjs';
import { LaunchProblem } from './problem.mjs';
import { step } from './progress.mjs';
import { handOver } from './services.mjs';
import { capture, lastLines } from './shell.mjs';
import { words } from './words.mjs';

/** What every command needs before anything else. */
export async function prepareProject() {
  requireNode();
  await ensureDependencies();
}

/**
 * The application's database, up to date with the sources, for as long as the session lasts.
 * @param {import('./session.mjs').Session} session
 * @returns {Promise<string>} its URL
 */
export async function migratedDatabase(session) {
  await prepareProject();
  await buildApi();
  const database = await session.use(ensureDatabase({ purpose: 'app' }), (lease) => lease.release());
  await runApiCommand(words('Migrations de la base', 'Migrating the database'), ['migrate'], database.url);
  return database.url;
}

/**
 * Runs a command of the API's own program as one of our steps.
 * @param {string} title
 * @param {readonly string[]} args
 * @param {string} url
 */
export async function runApiCommand(title, args, url) {
  const program = apiProgram('cli');
  await step(title, async () => {
    const { code, output } = await capture(process.execPath, [program, ...args], { env: { ...process.env, DATABASE_URL: url } });
    if (code === 0) return;
    throw new LaunchProblem(
      words(`« ${args.join(' ')} » a échoué :\n${lastLines(output, 40)}`, `“${args.join(' ')}” failed:\n${lastLines(output, 40)}`),
      words(
        'Rien de ce que la base contenait ne doit être touché à la main : lisez la cause ci-dessus.',
        'Do not change the database by hand: read the cause above.',
      ),
    );
  });
}

/**
 * Gives the terminal to a program of the API, on a migrated database, until it ends.
 * @param {import('./session.mjs').Session} session
 * @param {'worker' | 'cli'} name
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runApiProgram(session, name, args) {
  const url = await migratedDatabase(session);
  // npm moves to the project's root: relative paths are those of the folder where the person typed.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const program = handOver(process.execPath, [apiProgram(name), ...args], { env: { ...process.env, DATABASE_URL: url }, cwd });
  await session.use(Promise.resolve(program), (running) => running.stop());
  return await program.ended;
}
