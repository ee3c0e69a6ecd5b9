import { ensureDatabase } from './database.mjs';
import { generateEverything } from './generating/generate.mjs';
import { buildApi } from './launch/build.mjs';
import { prepareProject } from './launch/prepare.mjs';
import { step } from './launch/progress.mjs';
import { runCommand } from './launch/session.mjs';
import { words } from './launch/words.mjs';

/** `npm run generate`: everything that is written from the sources rather than by hand; commit the result with its cause. */
runCommand(async (session) => {
  await prepareProject();
  await buildApi();
  const { url } = await session.use(ensureDatabase({ purpose: 'test' }), (lease) => lease.release());
  await step(words('Génération des documents', 'Generating documents'), () => generateEverything(url));
});
