import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { localFolder, projectRoot } from './paths.mjs';
import { LaunchProblem } from './problem.mjs';
import { step } from './progress.mjs';
import { capture, lastLines } from './shell.mjs';
import { fingerprint, isStamped, writeStamp } from './stamp.mjs';
import { words } from './words.mjs';

/**
 * What has to be compiled before it runs.
 * @typedef {object} Build
 * @property {string} name
 * @property {string} config the workspace is skipped while this file does not exist
 * @property {readonly string[]} inputs
 * @property {string} output
 * @property {readonly string[]} command arguments given to node
 * @property {string} cwd
 */

/** @type {Build} */
const api = {
  name: 'api',
  config: 'api/rolldown.config.mjs',
  inputs: ['api/src', 'api/rolldown.config.mjs', 'api/tsconfig.json', 'tsconfig.base.json', 'package-lock.json'],
  output: 'api/dist',
  command: ['node_modules/rolldown/bin/cli.mjs', '-c', 'api/rolldown.config.mjs'],
  cwd: '.',
};

/** @type {Build} */
const web = {
  name: 'web',
  config: 'web/vite.config.ts',
  inputs: ['web', 'package-lock.json'],
  output: 'web/dist',
  command: ['../node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  cwd: 'web',
};

export const buildApi = () => buildIfStale(api);
export const buildWeb = () => buildIfStale(web);

/** @param {Build} build */
async function buildIfStale(build) {
  if (!existsSync(join(projectRoot, build.config))) return;
  const stamp = join(projectRoot, build.output, '.stamp');
  await withLock(join(localFolder, 'run', `build-${build.name}.lock`), async () => {
    const wanted = fingerprint(projectRoot, build.inputs);
    if (isStamped(stamp, wanted)) return;
    rmSync(stamp, { force: true });
    await step(words(`Compilation : ${build.name}`, `Building: ${build.name}`), () => compile(build));
    writeStamp(stamp, wanted);
  });
}

/** @param {Build} build */
async function compile(build) {
  const env = { ...process.env, NO_COLOR: '1' };
  const { code, output } = await capture(process.execPath, build.command, { cwd: join(projectRoot, build.cwd), env });
  if (code === 0) return;
  throw new LaunchProblem(
    words(
      `La compilation de « ${build.name} » a échoué :\n${lastLines(output, 40)}`,
      `Building “${build.name}” failed:\n${lastLines(output, 40)}`,
    ),
    words('Corrigez les erreurs ci-dessus puis recommencez.', 'Repair the errors above, then try again.'),
  );
}

/**
 * The command line of a compiled program of the API, or a clear sentence when it is not written yet.
 * @param {'main' | 'worker' | 'cli'} name
 */
export function apiProgram(name) {
  const file = join(projectRoot, 'api', 'dist', `${name}.js`);
  if (existsSync(file)) return file;
  throw new LaunchProblem(
    words(`Le programme api/dist/${name}.js n'existe pas.`, `The program api/dist/${name}.js does not exist.`),
    words(`Vérifiez que api/src/${name}.ts est présent dans votre copie.`, `Check that api/src/${name}.ts is in your copy.`),
  );
}
