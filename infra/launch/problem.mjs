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
 * @param {unknown} error
 */
export function describeFailure(error) {
  if (error instanceof LaunchProblem) return `✗ ${error.message}\n  → ${error.advice}`;
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `✗ ${words('Erreur inattendue, à signaler :', 'Unexpected error, please report it:')}\n${trace}`;
}
