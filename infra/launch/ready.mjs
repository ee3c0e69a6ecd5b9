import { setTimeout as pause } from 'node:timers/promises';
import { LaunchProblem } from './problem.mjs';
import { words } from './words.mjs';

const readyPatienceMs = 120_000;

/**
 * Waits until the service says it can serve, or says why it never will.
 * @param {string} address
 * @param {Promise<number>} ended
 */
export async function untilReady(address, ended) {
  /** @type {number | null} */
  let endCode = null;
  void ended.then((code) => {
    endCode = code;
  });
  for (const deadline = Date.now() + readyPatienceMs; Date.now() < deadline; await pause(150)) {
    if (endCode !== null) throw stoppedByItself(endCode);
    const response = await fetch(`${address}/health/ready`).catch(() => null);
    if (response?.ok === true) return;
  }
  throw new LaunchProblem(
    words(
      `Le serveur ne répond pas « prêt » sur ${address}/health/ready.`,
      `The server does not answer “ready” at ${address}/health/ready.`,
    ),
    words('La cause est dans les lignes au-dessus.', 'The cause is in the lines above.'),
  );
}

/** @param {number} code */
export function stoppedByItself(code) {
  return new LaunchProblem(
    words(`Le serveur s'est arrêté de lui-même (code ${code}).`, `The server stopped by itself (code ${code}).`),
    words('La cause est dans les lignes au-dessus.', 'The cause is in the lines above.'),
  );
}
