import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, processIdentity } from './lock.mjs';

/**
 * Who is using a shared thing (the database): one file per process, so that the last one to leave switches the light off.
 * A process killed with -9 leaves its file behind; its identity tells that it is gone.
 * Call both functions under the lock of the shared thing.
 * @param {string} folder
 */
export function joinUsers(folder) {
  mkdirSync(folder, { recursive: true });
  const identity = processIdentity(process.pid) ?? `${process.pid}:`;
  const card = join(folder, `${process.pid}-${Math.random().toString(36).slice(2)}`);
  writeFileSync(card, identity);
  return card;
}

/**
 * @param {string} folder
 * @param {string} card
 * @returns {boolean} true when nobody alive remains
 */
export function leaveUsers(folder, card) {
  rmSync(card, { force: true });
  return countUsers(folder) === 0;
}

/** @param {string} folder */
export function countUsers(folder) {
  let alive = 0;
  for (const name of listIfThere(folder)) {
    const file = join(folder, name);
    if (isAlive(readFileSync(file, 'utf8'))) alive += 1;
    else rmSync(file, { force: true });
  }
  return alive;
}

/** @param {string} folder */
function listIfThere(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
