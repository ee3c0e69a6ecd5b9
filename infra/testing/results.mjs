import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { words } from '../launch/words.mjs';

/**
 * What a run of the suites amounts to.
 * @typedef {object} TestResults
 * @property {number} passed
 * @property {number} failed suites that could not even load count as one failure each
 * @property {number} skipped
 * @property {{ file: string, title: string }[]} skippedTests
 */

/**
 * @typedef {object} JestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {number} numRuntimeErrorTestSuites
 * @property {{ name: string, assertionResults: { status: string, fullName: string }[] }[]} testResults
 */

/** @param {string} file */
export function readResults(file) {
  return countResults(/** @type {JestReport} */ (JSON.parse(readFileSync(file, 'utf8'))));
}

/**
 * @param {JestReport} report
 * @returns {TestResults}
 */
export function countResults(report) {
  const skippedTests = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'pending' || status === 'todo')
      .map(({ fullName }) => ({ file: name, title: fullName })),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    skippedTests,
  };
}

/** @param {TestResults} results */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * A test that did not run says so here; by convention its title, or its group's, ends with the reason.
 * @param {TestResults} results
 * @param {string} root
 */
export function tellSkipped({ skippedTests }, root) {
  if (skippedTests.length === 0) return;
  console.log(words('\nTests non joués :', '\nTests not run:'));
  for (const { file, title } of skippedTests) console.log(`  ${relative(root, file)} — ${title}`);
}
