import { LaunchProblem } from './problem.mjs';
import { words } from './words.mjs';

const oldest = { major: 20, minor: 19 };

/** @param {string} version */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return;
  throw new LaunchProblem(
    words(
      `Node ${version} est trop ancien : il faut Node ${oldest.major}.${oldest.minor} ou plus récent.`,
      `Node ${version} is too old: Node ${oldest.major}.${oldest.minor} or newer is needed.`,
    ),
    words(
      'Installez la version courante depuis https://nodejs.org (ou « nvm install --lts »).',
      'Install the current version from https://nodejs.org (or “nvm install --lts”).',
    ),
  );
}
