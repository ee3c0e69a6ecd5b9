import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './paths.mjs';

/**
 * The script behind a command of a dependency, wherever npm put it: at the root or inside the workspace that asked for it.
 * @param {string} packageName
 * @param {string} [command] when the package has several
 * @param {string} [workspace]
 * @returns {string | null} null when it is not installed
 */
export function toolScript(packageName, command = packageName, workspace = '.') {
  for (const base of [workspace, '.']) {
    const manifest = join(projectRoot, base, 'node_modules', packageName, 'package.json');
    if (!existsSync(manifest)) continue;
    const { bin } = /** @type {{ bin?: string | Record<string, string> }} */ (JSON.parse(readFileSync(manifest, 'utf8')));
    const script = typeof bin === 'string' ? bin : bin?.[command];
    if (script !== undefined) return join(dirname(manifest), script);
  }
  return null;
}
