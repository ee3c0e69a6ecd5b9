const { createHash } = require('node:crypto');

/**
 * Jest loads each module anew for each file of tests: for the application and its libraries, ten seconds of a core each time. They hold nothing between
 * suites, so Node loads them, once for a process of tests; a suite's own modules stay Jest's. (docs/adr/0001)
 */
module.exports = {
  process: (_source, path) => ({ code: `module.exports = loadNatively(${JSON.stringify(path)});` }),
  getCacheKey: (_source, path) => createHash('sha256').update(path).digest('hex'),
};
