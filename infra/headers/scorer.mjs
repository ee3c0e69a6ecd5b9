import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from '../launch/lock.mjs';
import { localFolder } from '../launch/paths.mjs';
import { LaunchProblem } from '../launch/problem.mjs';
import { step } from '../launch/progress.mjs';
import { capture, lastLines } from '../launch/shell.mjs';
import { installedState } from '../launch/dependencies.mjs';
import { words } from '../launch/words.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(localFolder, 'header-scorer');
const packageFolder = join(folder, 'node_modules', '@mdn', 'mdn-http-observatory');

/**
 * One test of the scorer and what it thought.
 * @typedef {object} HeaderTest
 * @property {string} name
 * @property {boolean} pass
 * @property {number} modifier points added to, or taken from, 100
 * @property {string} result
 */

/** @typedef {{ grade: string, score: number, tests: HeaderTest[] }} HeaderScore */

/**
 * The scorer of MDN, installed apart the first time: 230 packages that nobody else needs (docs/adr/0041).
 * Its own install script downloads two lists; without them it takes no domain for preloaded, which is right for the loopback.
 */
export async function ensureScorer() {
  await withLock(join(localFolder, 'run', 'header-scorer.lock'), async () => {
    mkdirSync(folder, { recursive: true });
    for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(here, name), join(folder, name));
    if (installedState(folder) !== 'current') {
      await step(words('Installation du noteur d’en-têtes de MDN', "Installing MDN's header scorer"), install);
    }
    for (const [name, empty] of [
      ['hsts-preload.json', '{}'],
      ['tld-list.json', '[]'],
    ]) {
      const file = join(packageFolder, 'conf', String(name));
      if (!existsSync(file)) writeFileSync(file, String(empty));
    }
  });
}

async function install() {
  // npm hands the project's own settings down: they are not meant for these packages, one of which asks for Node 22 and runs on 20.
  const env = { ...process.env, npm_config_engine_strict: 'false', npm_config_loglevel: 'error' };
  const { code, output } = await capture('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit'], { cwd: folder, env });
  if (code === 0) return;
  throw new LaunchProblem(
    words(`npm n'a pas pu installer le noteur :\n${lastLines(output)}`, `npm could not install the scorer:\n${lastLines(output)}`),
    words('Vérifiez le réseau puis recommencez.', 'Check the network, then try again.'),
  );
}

/**
 * Scores one address in a process of its own, which alone believes our certificate.
 * @param {string} host `127.0.0.1:port`
 * @param {string} certFile
 * @returns {Promise<HeaderScore>}
 */
export async function scoreHeaders(host, certFile) {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: certFile, NO_PROXY: '*', no_proxy: '*' };
  const { code, output } = await capture(
    process.execPath,
    [join(here, 'scan.mjs'), join(packageFolder, 'src', 'scanner', 'index.js'), host],
    {
      env,
    },
  );
  const line = output.split('\n').find((candidate) => candidate.startsWith('{"grade"'));
  if (code === 0 && line !== undefined) return /** @type {HeaderScore} */ (JSON.parse(line));
  throw new LaunchProblem(
    words(`La notation a échoué :\n${lastLines(output)}`, `Scoring failed:\n${lastLines(output)}`),
    words('Lisez la cause ci-dessus.', 'Read the cause above.'),
  );
}
