import { words } from './words.mjs';

/** Something the person at the keyboard can repair: one sentence, and what to do. */
export class LaunchProblem extends Error {
  /**
   * @param {string} sentence
   * @param {string} advice
   */
  constructor(sentence, advice) {
    super(sentence);
    this.name = 'LaunchProblem';
    this.advice = advice;
  }
}

/**
 * What people read when a command stops: no stack for a known problem, the whole stack for an unknown one.
 * @param {unknown} thrown
 */
export function describeFailure(thrown) {
  const error = systemProblem(thrown) ?? thrown;
  if (error instanceof LaunchProblem) return `✗ ${error.message}\n  → ${error.advice}`;
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `✗ ${words('Erreur inattendue, à signaler :', 'Unexpected error, please report it:')}\n${trace}`;
}

/**
 * What the system refuses, said in words.
 * @param {unknown} error
 */
function systemProblem(error) {
  const { code, path = '' } = /** @type {NodeJS.ErrnoException} */ (error instanceof Error ? error : {});
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new LaunchProblem(
      words(`Ce compte n'a pas le droit d'écrire ici : ${path}`, `This account may not write here: ${path}`),
      words(
        'Reprenez le dossier du projet à votre nom (chown -R), ou clonez-le ailleurs.',
        'Make the project folder yours (chown -R), or clone it elsewhere.',
      ),
    );
  }
  if (code === 'ENOSPC') {
    return new LaunchProblem(
      words("Il n'y a plus de place sur le disque.", 'The disk is full.'),
      words('Libérez de la place (df -h) puis recommencez.', 'Free some space (df -h), then try again.'),
    );
  }
  return null;
}
