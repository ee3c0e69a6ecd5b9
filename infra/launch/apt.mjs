import { readFileSync } from 'node:fs';
import { LaunchProblem } from './problem.mjs';
import { step } from './progress.mjs';
import { capture, findExecutable, lastLines } from './shell.mjs';
import { words } from './words.mjs';

/**
 * How this machine installs system packages.
 * @typedef {object} PackageInstaller
 * @property {string} distribution `ID` of os-release: debian, ubuntu, fedora …
 * @property {boolean} available apt-get is there, and we are root or may become it without a password
 * @property {(packages: readonly string[]) => Promise<void>} install
 * @property {(packageName: string) => Promise<string[]>} dependencies what a package depends on, by apt's own word
 */

/** @param {string} file */
export function readDistribution(file = process.env.TERRAIN_OS_RELEASE ?? '/etc/os-release') {
  try {
    return /^ID="?([^"\n]+)"?$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 'unknown';
  } catch {
    return process.platform;
  }
}

/** @returns {Promise<PackageInstaller>} */
export async function packageInstaller() {
  const aptGet = findExecutable('apt-get');
  const asRoot = await rootPrefix();
  const available = aptGet !== null && asRoot !== null;
  const apt = async (/** @type {string[]} */ ...args) => {
    const command = [...(asRoot ?? []), 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    const { code, output } = await capture(command[0] ?? 'env', command.slice(1));
    if (code !== 0) throw installFailed(args, output);
  };
  return {
    distribution: readDistribution(),
    available,
    install: async (packages) => {
      await step(words('Mise à jour de la liste des paquets (apt-get update)', 'Refreshing the package list (apt-get update)'), () =>
        apt('update', '-q'),
      );
      await step(words(`Installation par apt : ${packages.join(', ')}`, `Installing with apt: ${packages.join(', ')}`), () =>
        apt('install', '-y', '-q', '--no-install-recommends', ...packages),
      );
    },
    dependencies: async (packageName) => {
      const { output } = await capture('apt-cache', ['depends', packageName]);
      return [...output.matchAll(/Depends: (\S+)/g)].map((found) => found[1] ?? '');
    },
  };
}

/** @returns {Promise<string[] | null>} what to type before a command to run it as root; null when we may not */
async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (findExecutable('sudo') === null) return null;
  const { code } = await capture('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n'] : null;
}

/**
 * @param {readonly string[]} args
 * @param {string} output
 */
function installFailed(args, output) {
  const command = `apt-get ${args.join(' ')}`;
  const offline = /Could not resolve|Temporary failure|Unable to connect|Network is unreachable|Failed to fetch/i.test(output);
  if (offline) {
    return new LaunchProblem(
      words(
        `Pas de réseau : « ${command} » n'a pas pu télécharger les paquets.`,
        `No network: “${command}” could not download the packages.`,
      ),
      words('Rétablissez la connexion (ou le miroir apt) puis recommencez.', 'Restore the connection (or the apt mirror), then try again.'),
    );
  }
  return new LaunchProblem(
    words(`La commande « ${command} » a échoué :\n${lastLines(output)}`, `The command “${command}” failed:\n${lastLines(output)}`),
    words('Corrigez ce que dit apt ci-dessus puis recommencez.', 'Repair what apt says above, then try again.'),
  );
}
