/**
 * Three suites run at a time: the long ones first, so that no core waits at the end for one that began late. What runs in a browser or reads the whole
 * of the real files takes minutes, everything else seconds.
 */
const LONGEST = [
  // What reads the national brownfields next begins when they are there.
  ...['imports-friches-real', 'every-page', 'access-matrix', 'open-data'],
  ...['owner-agent', 'resident', 'bad-input', 'programs', 'image', 'ess-coordinator'],
];
const KINDS = ['e2e', 'contract', 'launcher', 'api', 'web', 'rules'];

const kind = ({ context }) => KINDS.indexOf(context.config.displayName?.name ?? '');
const length = ({ path }) => {
  const at = LONGEST.findIndex((name) => path.includes(`/${name}.test.`));
  return at === -1 ? LONGEST.length : at;
};

module.exports = class LongestFirst {
  sort(tests) {
    return [...tests].sort((one, other) => length(one) - length(other) || kind(one) - kind(other) || one.path.localeCompare(other.path));
  }

  allFailedTests(tests) {
    return this.sort(tests);
  }

  cacheResults() {}
};
