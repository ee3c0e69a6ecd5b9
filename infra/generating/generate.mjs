import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { apiProgram } from '../launch/build.mjs';
import { projectRoot } from '../launch/paths.mjs';
import { LaunchProblem } from '../launch/problem.mjs';
import { capture, lastLines } from '../launch/shell.mjs';
import { toolScript } from '../launch/tools.mjs';
import { words } from '../launch/words.mjs';

/** Where the API's document and what the web makes of it live, from the root of the copy. */
const openapi = join('api', 'openapi.json');
const webTypes = join('web', 'src', 'api', 'schema.gen.ts');

/**
 * Everything that generated files may be, as folders and files: what changes there when generating again has drifted.
 * The API alone knows the exact list of its documents.
 */
export const generatedPlaces = [openapi, webTypes, 'docs', join('api', 'src', 'database', 'schema.sql')];

/**
 * Writes the API's document, the documents made from tables and the schema of the database, then the web's types.
 * @param {string} databaseUrl an empty database of tests
 */
export async function generateEverything(databaseUrl) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' };
  await run(process.execPath, [apiProgram('cli'), 'generate'], env);
  const typescriptOfApi = toolScript('openapi-typescript', 'openapi-typescript', 'api');
  if (typescriptOfApi === null || !existsSync(join(projectRoot, openapi))) return;
  await run(process.execPath, [typescriptOfApi, openapi, '--output', webTypes], env);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function run(program, args, env) {
  const { code, output } = await capture(program, args, { cwd: projectRoot, env });
  if (code === 0) return;
  throw new LaunchProblem(
    words(`La génération a échoué :\n${lastLines(output, 40)}`, `Generating failed:\n${lastLines(output, 40)}`),
    words('Corrigez la cause ci-dessus puis recommencez.', 'Repair the cause above, then try again.'),
  );
}
