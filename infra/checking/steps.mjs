import { toolScript } from '../launch/tools.mjs';

/**
 * One thing `npm run check` verifies.
 * @typedef {object} CheckStep
 * @property {string} name
 * @property {string | null} script the tool, null when it is not installed
 * @property {readonly string[]} args
 */

/**
 * @param {string} name
 * @param {string} config
 * @returns {CheckStep}
 */
const types = (name, config) => ({
  name: `types ${name}`,
  script: toolScript('typescript', 'tsc'),
  args: ['-p', config, '--noEmit', '--incremental', 'false'],
});

/**
 * @param {string} name
 * @param {readonly string[]} where
 * @returns {CheckStep}
 */
const lint = (name, where) => ({ name: `lint ${name}`, script: toolScript('eslint'), args: [...where, '--max-warnings', '0'] });

/**
 * Longest first: two run at a time. The drift of generated files comes apart, since it needs the compiled API.
 * A function, since the tools are looked for on a clone that had none before its dependencies were installed.
 * @returns {readonly CheckStep[]}
 */
export const checkSteps = () => [
  // By workspace: what knows the types of the one need not hold those of the others, and two are read at a time.
  lint('api', ['api']),
  lint('web', ['web']),
  lint('tests', ['tests']),
  lint('infra', ['infra', '*.mjs']),
  types('api', 'api/tsconfig.json'),
  types('web', 'web/tsconfig.json'),
  types('tests', 'tests/tsconfig.json'),
  types('tests of the web', 'tests/web/tsconfig.json'),
  types('infra', 'infra/tsconfig.json'),
  { name: 'format', script: toolScript('prettier'), args: ['--check', '--log-level', 'warn', '.'] },
  {
    name: 'import directions',
    script: toolScript('dependency-cruiser', 'depcruise'),
    args: ['--config', '.dependency-cruiser.cjs', 'api/src', 'web/src'],
  },
  { name: 'dead code', script: toolScript('knip'), args: ['--no-progress'] },
];
