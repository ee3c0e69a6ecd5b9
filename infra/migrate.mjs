import { migratedDatabase } from './launch/prepare.mjs';
import { runCommand } from './launch/session.mjs';

/** `npm run migrate`: brings the application's database to the version of the sources. */
runCommand(async (session) => {
  await migratedDatabase(session);
});
