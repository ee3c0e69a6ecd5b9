import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { localFolder, projectRoot } from './paths.mjs';
import { LaunchProblem } from './problem.mjs';
import { step } from './progress.mjs';
import { capture, lastLines } from './shell.mjs';
import { words } from './words.mjs';

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */

/** Installs what package-lock.json asks for and node_modules lacks; nothing when they agree. */
export async function ensureDependencies() {
  const state = installedState();
  if (state === 'current') return;
  await withLock(join(localFolder, 'run', 'npm.lock'), async () => {
    const now = installedState();
    if (now === 'current') return;
    // After a pull, adding what changed takes seconds where a clean install takes a minute; --no-save leaves the lock file alone.
    const args = now === 'missing' ? ['ci'] : ['install', '--no-save'];
    await step(words(`Installation des dépendances (npm ${args[0]})`, `Installing dependencies (npm ${args[0]})`), async () => {
      // No package of ours needs its install script: prebuilt binaries come as optional packages.
      const { code, output } = await capture('npm', [...args, '--ignore-scripts', '--no-fund', '--no-audit'], { cwd: projectRoot });
      if (code !== 0) throw installFailed(output);
    });
  });
}

/**
 * Compares the lock file with the one npm keeps inside node_modules.
 * @param {string} root
 * @returns {'missing' | 'outdated' | 'current'}
 */
export function installedState(root = projectRoot) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'missing';
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(installedFile);
  const lacking = Object.entries(wanted).some(([path, entry]) => {
    // Optional packages are those of other systems: npm leaves them out, and so do we.
    if (!path.includes('node_modules/') || (entry.optional === true && installed[path] === undefined)) return false;
    return installed[path]?.version !== entry.version || !existsSync(join(root, path));
  });
  return lacking ? 'outdated' : 'current';
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(file) {
  return /** @type {{ packages: Record<string, LockedPackage> }} */ (JSON.parse(readFileSync(file, 'utf8'))).packages;
}

/** @param {string} output */
function installFailed(output) {
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return new LaunchProblem(
      words("npm n'a pas le droit d'écrire dans ce dossier.", 'npm may not write in this folder.'),
      words('Reprenez le dossier à votre nom (chown) ou clonez-le ailleurs.', 'Make the folder yours (chown) or clone it elsewhere.'),
    );
  }
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH/.test(output)) {
    return new LaunchProblem(
      words("Pas de réseau : npm n'a pas pu télécharger les dépendances.", 'No network: npm could not download the dependencies.'),
      words(
        'Rétablissez la connexion (ou le registre de « npm config get registry ») puis recommencez.',
        'Restore the connection (or the registry of “npm config get registry”), then try again.',
      ),
    );
  }
  return new LaunchProblem(
    words(`npm a échoué :\n${lastLines(output)}`, `npm failed:\n${lastLines(output)}`),
    words('Corrigez ce que dit npm ci-dessus puis recommencez.', 'Repair what npm says above, then try again.'),
  );
}
