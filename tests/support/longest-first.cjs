/**
 * Two suites run at a time: the long kinds first, so that no core waits at the end for one that began late.
 */
const KINDS = ['api', 'e2e', 'contract', 'launcher', 'web', 'rules'];

const rank = ({ context }) => KINDS.indexOf(context.config.displayName?.name ?? '');

module.exports = class LongestFirst {
  sort(tests) {
    return [...tests].sort((one, other) => rank(one) - rank(other) || one.path.localeCompare(other.path));
  }

  allFailedTests(tests) {
    return this.sort(tests);
  }

  cacheResults() {}
};
