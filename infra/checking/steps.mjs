import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../launch/paths.mjs';
import { toolScript } from '../launch/tools.mjs';

/**
 * One thing `npm run check` verifies.
 * @typedef {object} CheckStep
 * @property {string} name
 * @property {string | null} script the tool, null when it is not installed
 * @property {readonly string[]} args
 * @property {string} needs its configuration: without it the step is announced as left out
 */

const compiler = toolScript('typescript', 'tsc');

/**
 * @param {string} name
 * @param {string} config
 * @returns {CheckStep}
 */
const types = (name, config) => ({
  name: `types ${name}`,
  script: compiler,
  args: ['-p', config, '--noEmit', '--incremental', 'false'],
  needs: config,
});

/**
 * Longest first: two run at a time. The drift of generated files comes apart, since it needs the compiled API.
 * @type {readonly CheckStep[]}
 */
const steps = [
  { name: 'lint', script: toolScript('eslint'), args: ['.', '--max-warnings', '0'], needs: 'eslint.config.mjs' },
  types('api', 'api/tsconfig.json'),
  types('web', 'web/tsconfig.json'),
  types('tests', 'tests/tsconfig.json'),
  types('infra', 'infra/tsconfig.json'),
  { name: 'format', script: toolScript('prettier'), args: ['--check', '--log-level', 'warn', '.'], needs: '.prettierrc.json' },
  {
    name: 'import directions',
    script: toolScript('dependency-cruiser', 'depcruise'),
    args: ['--config', '.dependency-cruiser.cjs', 'api/src', 'web/src'],
    needs: '.dependency-cruiser.cjs',
  },
  { name: 'dead code', script: toolScript('knip'), args: ['--no-progress'], needs: 'knip.json' },
];

/** @param {string} root */
export function checkSteps(root = projectRoot) {
  const ready = steps.filter(({ needs }) => existsSync(join(root, needs)));
  return { ready, leftOut: steps.filter((step) => !ready.includes(step)) };
}
