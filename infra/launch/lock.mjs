import { linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LaunchProblem } from './problem.mjs';
import { words } from './words.mjs';

const patienceMs = 15 * 60_000;

/**
 * Names a process for ever: its number and its start time, since numbers are reused after a crash or a restart.
 * @param {number} pid
 * @returns {string | null} null when no such process lives
 */
export function processIdentity(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A killed process keeps its ports until its last thread has ended, and its number until somebody asks how it ended.
    if (fields[0] === 'Z' && readdirSync(`/proc/${pid}/task`).length <= 1) return null;
    return `${pid}:${fields[19]}`;
  } catch {
    return process.platform === 'linux' || !answersSignals(pid) ? null : `${pid}:`;
  }
}

/** @param {number} pid */
function answersSignals(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} identity */
export function isAlive(identity) {
  return processIdentity(Number(identity.split(':')[0])) === identity;
}

/**
 * One process at a time between here and the end of `work`. A holder killed with -9 loses its lock.
 * @template T
 * @param {string} lockFile
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(lockFile, work) {
  mkdirSync(dirname(lockFile), { recursive: true });
  const mine = processIdentity(process.pid) ?? `${process.pid}:`;
  const ticket = `${lockFile}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const deadline = Date.now() + patienceMs;
  writeFileSync(ticket, mine);
  try {
    // A hard link appears with its content at once: no moment where the lock exists and nobody knows whose it is.
    while (!tryLink(ticket, lockFile)) {
      const holder = readIfThere(lockFile);
      if (holder !== null && !isAlive(holder)) removeIfStill(lockFile, holder);
      else if (Date.now() > deadline) throw heldTooLong(lockFile, holder);
      else await pause(50);
    }
  } finally {
    rmSync(ticket, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Takes a dead holder's lock away; if somebody renewed it in between, gives it back.
 * @param {string} lockFile
 * @param {string} deadHolder
 */
function removeIfStill(lockFile, deadHolder) {
  const aside = `${lockFile}.dead.${process.pid}`;
  try {
    renameSync(lockFile, aside);
  } catch {
    return;
  }
  if (readIfThere(aside) !== deadHolder) tryLink(aside, lockFile);
  rmSync(aside, { force: true });
}

/**
 * @param {string} lockFile
 * @param {string | null} holder
 */
function heldTooLong(lockFile, holder) {
  const pid = holder?.split(':')[0] ?? '?';
  return new LaunchProblem(
    words(
      `Un autre lancement (processus ${pid}) n'a pas fini sa préparation.`,
      `Another launch (process ${pid}) has not finished preparing.`,
    ),
    words(`Attendez-le ou arrêtez-le, puis supprimez ${lockFile}.`, `Wait for it or stop it, then remove ${lockFile}.`),
  );
}
