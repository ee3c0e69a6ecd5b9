import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { packageInstaller } from '../launch/apt.mjs';
import { LaunchProblem } from '../launch/problem.mjs';
import { capture, isExecutable } from '../launch/shell.mjs';
import { words } from '../launch/words.mjs';

/** Chromium without a desktop: the journeys cost it half the processor time of the whole browser. */
const headless = 'chromium-headless-shell';
const names = [headless, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const usualFolders = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/Applications/Google Chrome.app/Contents/MacOS'];

/**
 * The browser that plays the journeys of the test suite: a given path, Debian's package, or whatever is installed.
 * `CHROMIUM_PATH` names it; `TERRAIN_CHROMIUM_SEARCH` (folders separated by colons) replaces the places looked in.
 * @param {import('../launch/apt.mjs').PackageInstaller} [installer]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>}
 */
export async function ensureChromium(installer, env = process.env) {
  const given = env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (await runs(given)) return given;
    throw notABrowser(given);
  }
  const found = await findChromium(env);
  if (found !== null && basename(found) === headless) return found;
  const apt = installer ?? (await packageInstaller());
  // Ubuntu's package only points at a snap, which cannot be driven from outside its confinement.
  if (apt.distribution === 'debian' && apt.available) {
    try {
      await apt.install([headless]);
    } catch (failure) {
      if (found === null) throw failure;
    }
    const installed = await findChromium(env);
    if (installed !== null) return installed;
  }
  if (found !== null) return found;
  throw noBrowser(apt.distribution);
}

/** @param {NodeJS.ProcessEnv} env */
async function findChromium(env) {
  const folders = env.TERRAIN_CHROMIUM_SEARCH === undefined ? usualFolders : env.TERRAIN_CHROMIUM_SEARCH.split(delimiter);
  for (const candidate of names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    if (isExecutable(candidate) && !isSnapStub(candidate) && (await runs(candidate))) return candidate;
  }
  return null;
}

/** @param {string} file */
function isSnapStub(file) {
  const start = existsSync(file) ? readFileSync(file).subarray(0, 4096).toString('latin1') : '';
  return start.startsWith('#!') && /\/snap\/bin|snap install/.test(start);
}

/** @param {string} file */
async function runs(file) {
  const { code, output } = await capture(file, ['--version']);
  return code === 0 && /chrom/i.test(output);
}

/** @param {string} path */
function notABrowser(path) {
  return new LaunchProblem(
    words(`CHROMIUM_PATH=${path} n'est pas un Chromium qui démarre.`, `CHROMIUM_PATH=${path} is not a Chromium that starts.`),
    words(
      'Donnez le chemin de son programme, par exemple CHROMIUM_PATH=/usr/bin/chromium',
      'Give the path of its program, for instance CHROMIUM_PATH=/usr/bin/chromium',
    ),
  );
}

/** @param {string} distribution */
function noBrowser(distribution) {
  const isDebian = distribution === 'debian';
  return new LaunchProblem(
    isDebian
      ? words(
          "Il manque Chromium, et ce programme n'a pas le droit de l'installer.",
          'Chromium is missing, and this program may not install it.',
        )
      : words(
          'Il manque un Chromium ou un Chrome hors snap pour les parcours dans le navigateur.',
          'A Chromium or Chrome outside snap is missing for the browser journeys.',
        ),
    isDebian
      ? words(
          'Tapez « sudo apt-get install chromium-headless-shell » puis recommencez.',
          'Type “sudo apt-get install chromium-headless-shell”, then try again.',
        )
      : words(
          'Installez Google Chrome, ou donnez un chemin : CHROMIUM_PATH=/chemin/vers/chrome npm test',
          'Install Google Chrome, or give a path: CHROMIUM_PATH=/path/to/chrome npm test',
        ),
  );
}
