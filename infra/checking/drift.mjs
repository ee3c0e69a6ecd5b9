import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesUnder } from '../launch/stamp.mjs';

/**
 * Runs a generator and tells which files it changed, then puts them back: a check corrects nothing behind people's backs.
 * @param {string} root
 * @param {readonly string[]} places files and folders the generator may write in
 * @param {() => Promise<void>} generate
 * @returns {Promise<string[]>} paths from the root
 */
export async function driftOf(root, places, generate) {
  const before = contents(root, places);
  try {
    await generate();
    const after = contents(root, places);
    const all = [...new Set([...before.keys(), ...after.keys()])].sort();
    return all.filter((file) => before.get(file) !== after.get(file)).map((file) => relative(root, file));
  } finally {
    putBack(root, places, before);
  }
}

/**
 * @param {string} root
 * @param {readonly string[]} places
 */
function contents(root, places) {
  return new Map(places.flatMap((place) => filesUnder(join(root, place))).map((file) => [file, readFileSync(file, 'utf8')]));
}

/**
 * @param {string} root
 * @param {readonly string[]} places
 * @param {Map<string, string>} before
 */
function putBack(root, places, before) {
  for (const [file, content] of contents(root, places)) {
    const former = before.get(file);
    if (former === undefined) rmSync(file);
    else if (former !== content) writeFileSync(file, former);
  }
  const present = contents(root, places);
  for (const [file, content] of before) if (!present.has(file)) writeFileSync(file, content);
}
