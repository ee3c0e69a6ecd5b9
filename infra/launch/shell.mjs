import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Outcome
 * @property {number} code exit code, 127 when the program does not exist
 * @property {string} output what it wrote, both streams in order
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const unfinished = new Set();

// A build must not go on alone once its launcher was stopped.
process.on('exit', () => unfinished.forEach((child) => child.kill()));

/**
 * Runs a program to its end and keeps what it wrote; never throws for a non-zero exit.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, input?: string }} [options]
 * @returns {Promise<Outcome>}
 */
export function capture(program, args, { input, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    unfinished.add(child);
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
    child.on('error', (error) => resolve({ code: 127, output: output + error.message }));
    child.on('close', (code) => {
      unfinished.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * First executable of that name in the given folders.
 * @param {string} name
 * @param {readonly string[]} folders
 */
export function findExecutable(name, folders = (process.env.PATH ?? '').split(delimiter)) {
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The last lines of a long output, to be shown under a failure.
 * @param {string} output
 * @param {number} count
 */
export function lastLines(output, count = 15) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
