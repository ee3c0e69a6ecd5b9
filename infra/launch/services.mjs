import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, processIdentity } from './lock.mjs';
import { localFolder } from './paths.mjs';

/**
 * A long-running program we started.
 * @typedef {object} Service
 * @property {string} name
 * @property {Promise<number>} ended resolves with its exit code
 * @property {() => Promise<void>} stop
 */

const patienceMs = 8000;
const cards = join(localFolder, 'run', 'services');

/**
 * Starts a program in its own process group, so that Ctrl-C reaches us alone and we stop things in order.
 * @param {string} name
 * @param {readonly string[]} args arguments given to node
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string }} options
 * @returns {Service}
 */
export function startService(name, args, options) {
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const pid = child.pid ?? 0;
  const card = join(cards, String(pid));
  mkdirSync(cards, { recursive: true });
  writeFileSync(card, `${processIdentity(process.pid) ?? ''}\n${processIdentity(pid) ?? ''}`);
  const service = follow(name, child, (signal) => signalGroup(pid, signal));
  void service.ended.then(() => rmSync(card, { force: true }));
  return service;
}

/**
 * Hands the terminal over to a program until it ends: keys, Ctrl-C included, go to it directly.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string }} options
 * @returns {Service}
 */
export function handOver(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: 'inherit' });
  return follow(program, child, (signal) => child.kill(signal));
}

/**
 * @param {string} name
 * @param {import('node:child_process').ChildProcess} child
 * @param {(signal: NodeJS.Signals) => void} send
 * @returns {Service}
 */
function follow(name, child, send) {
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
  return {
    name,
    ended,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) send('SIGTERM');
      const force = setTimeout(() => send('SIGKILL'), patienceMs);
      await ended;
      clearTimeout(force);
    },
  };
}

/** A launcher killed with -9 leaves its programs running and their port taken: end those, and only those. */
export async function endAbandonedServices() {
  for (const name of namesIn(cards)) {
    const card = join(cards, name);
    const [launcher = '', service = ''] = readFileSync(card, 'utf8').split('\n');
    if (isAlive(launcher)) continue;
    if (isAlive(service)) signalGroup(Number(name), 'SIGKILL');
    while (isAlive(service)) await pause(50);
    rmSync(card, { force: true });
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
}

/** @param {string} folder */
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
