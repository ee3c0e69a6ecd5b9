import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const notSources = new Set(['node_modules', 'dist', '.git', '.local', 'coverage']);

/**
 * One short text that changes when any of these files or folders changes: names and contents, never dates,
 * since a fresh checkout gives every file a new date.
 * @param {string} root
 * @param {readonly string[]} inputs paths relative to root; those that do not exist count as absent
 */
export function fingerprint(root, inputs) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of inputs.flatMap((input) => filesUnder(join(root, input)))) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 32);
}

/**
 * @param {string} stampFile
 * @param {string} value
 */
export function isStamped(stampFile, value) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === value;
}

/**
 * @param {string} stampFile
 * @param {string} value
 */
export function writeStamp(stampFile, value) {
  writeFileSync(stampFile, value);
}

/**
 * Every file under a path, in an order that does not depend on the disk.
 * @param {string} path
 * @returns {string[]}
 */
export function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !notSources.has(name))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
