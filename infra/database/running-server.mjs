import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** @typedef {import('./home.mjs').ClusterHome} ClusterHome */

const settlePatienceMs = 60_000;

/**
 * The server of this very folder, never another one that would have its number.
 * @param {ClusterHome} home
 */
export function runningServer(home) {
  try {
    const [pid, folder, , port, , , , status = ''] = readFileSync(join(home.data, 'postmaster.pid'), 'utf8').split('\n');
    const isOurs = folder === home.data && commandOf(Number(pid)).includes(home.data);
    return isOurs ? { pid: Number(pid), port: Number(port), isReady: status.trim() === 'ready' } : null;
  } catch {
    return null;
  }
}

/**
 * The same once it has finished starting or stopping, which a launcher killed on the way leaves it to do alone.
 * @param {ClusterHome} home
 */
export async function settledServer(home) {
  let running = runningServer(home);
  for (const deadline = Date.now() + settlePatienceMs; running !== null && !running.isReady && Date.now() < deadline;) {
    await pause(100);
    running = runningServer(home);
  }
  return running;
}

/**
 * @param {number} pid
 * @returns {string} how it was started; empty when no such process lives
 */
function commandOf(pid) {
  if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}
