import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { localFolder, projectRoot } from '../launch/paths.mjs';

/**
 * Suites of one project that a whole run loads together.
 * @typedef {object} GroupedProject
 * @property {string} project as named in tests/jest.config.mjs
 * @property {string} folder
 * @property {RegExp} files
 * @property {number} size suites in a group
 */

/** @type {readonly GroupedProject[]} */
const groupedProjects = [
  { project: 'rules', folder: 'api/src', files: /\.spec\.ts$/, size: 12 },
  { project: 'api', folder: 'tests/api', files: /\.test\.ts$/, size: 6 },
];

/**
 * Jest loads the application and its libraries anew for each file, six seconds of a core for an API suite: a whole run gathers suites, each
 * in a block of its own that bears its path, so that what they share is loaded once a group. A run of chosen files leaves them as they are.
 * @param {string} [folder] where the groups are written, one sub-folder a project
 * @returns {string} that folder
 */
export function writeGroups(folder = join(localFolder, 'run', 'groups')) {
  rmSync(folder, { recursive: true, force: true });
  for (const project of groupedProjects) {
    const target = join(folder, project.project);
    mkdirSync(target, { recursive: true });
    groupsOf(suitesOf(project), project.size).forEach((suites, index) =>
      writeFileSync(join(target, `${index + 1}.test.ts`), groupSource(suites)),
    );
  }
  return folder;
}

/** @param {GroupedProject} project */
function suitesOf({ folder, files }) {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => files.test(name))
    .map((name) => join(projectRoot, folder, name))
    .sort();
}

/**
 * As few groups as this size allows, of even sizes; neighbours by name are dealt to different groups, since they tend to take as long.
 * @param {readonly string[]} suites
 * @param {number} size
 */
export function groupsOf(suites, size) {
  const count = Math.ceil(suites.length / size);
  return Array.from({ length: count }, (_, group) => suites.filter((_suite, index) => index % count === group));
}

/** @param {readonly string[]} suites */
function groupSource(suites) {
  const blocks = suites.map(
    (suite) => `describe(${JSON.stringify(relative(projectRoot, suite))}, () => {\n  require(${JSON.stringify(suite)});\n});\n`,
  );
  return `import { describe } from '@jest/globals';\n\n${blocks.join('')}`;
}
