import { driftOf } from './checking/drift.mjs';
import { checkSteps } from './checking/steps.mjs';
import { ensureDatabase } from './database.mjs';
import { generateEverything, generatedPlaces } from './generating/generate.mjs';
import { buildApi } from './launch/build.mjs';
import { projectRoot } from './launch/paths.mjs';
import { prepareProject } from './launch/prepare.mjs';
import { runCommand } from './launch/session.mjs';
import { capture } from './launch/shell.mjs';
import { words } from './launch/words.mjs';

const atOnce = 2;

/**
 * @typedef {object} Verdict
 * @property {string} name
 * @property {boolean} passed
 * @property {string} output
 * @property {number} seconds
 */

/**
 * `npm run check`: types, lint, format, import directions, dead code, generated files. All run, then all faults are shown.
 * @param {import('./launch/session.mjs').Session} session
 */
async function check(session) {
  await prepareProject();
  const verdicts = await inPairs(checkSteps().map((step) => () => timed(step.name, () => runTool(step))));
  verdicts.push(await timed(words('fichiers générés', 'generated files'), () => checkDrift(session)));
  verdicts.forEach(tell);
  const failed = verdicts.filter(({ passed }) => !passed);
  const names = failed.map(({ name }) => name).join(', ');
  console.log(
    failed.length === 0
      ? words(`\n✓ ${verdicts.length} vérifications passées`, `\n✓ ${verdicts.length} checks passed`)
      : words(
          `\n✗ ${failed.length} vérification(s) sur ${verdicts.length} à reprendre : ${names}`,
          `\n✗ ${failed.length} of ${verdicts.length} checks to repair: ${names}`,
        ),
  );
  return failed.length === 0 ? 0 : 1;
}

/** @param {import('./checking/steps.mjs').CheckStep} step */
async function runTool({ script, args }) {
  if (script === null) return { passed: false, output: words("L'outil n'est pas installé.", 'The tool is not installed.') };
  const { code, output } = await capture(process.execPath, [script, ...args], { cwd: projectRoot, env: { ...process.env, NO_COLOR: '1' } });
  return { passed: code === 0, output };
}

/** @param {import('./launch/session.mjs').Session} session */
async function checkDrift(session) {
  await buildApi();
  const { url } = await session.use(ensureDatabase({ purpose: 'test' }), (lease) => lease.release());
  const drifted = await driftOf(projectRoot, generatedPlaces, () => generateEverything(url));
  const advice = words(
    'Tapez « npm run generate » et livrez le résultat avec sa cause :',
    'Type “npm run generate” and commit the result with its cause:',
  );
  return { passed: drifted.length === 0, output: drifted.length === 0 ? '' : `${advice}\n${drifted.join('\n')}` };
}

/**
 * @param {string} name
 * @param {() => Promise<{ passed: boolean, output: string }>} work
 * @returns {Promise<Verdict>}
 */
async function timed(name, work) {
  const startedAtMs = Date.now();
  console.error(`… ${name}`);
  const result = await work().catch((error) => ({ passed: false, output: String(error.message ?? error) }));
  return { name, ...result, seconds: (Date.now() - startedAtMs) / 1000 };
}

/**
 * Two at a time: the machines this runs on have two cores.
 * @param {(() => Promise<Verdict>)[]} works
 * @returns {Promise<Verdict[]>}
 */
async function inPairs(works) {
  /** @type {Verdict[]} */
  const verdicts = [];
  const queue = [...works];
  const lane = async () => {
    for (let work = queue.shift(); work !== undefined; work = queue.shift()) verdicts.push(await work());
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return verdicts;
}

/** @param {Verdict} verdict */
function tell({ name, passed, output, seconds }) {
  console.log(`${passed ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
  if (!passed) console.log(output.trimEnd().replace(/^/gm, '    '));
}

runCommand(check);
