import { runApiProgram } from './launch/prepare.mjs';
import { runCommand } from './launch/session.mjs';

/** `npm run cli -- import stations FILE`: the API's command line on the application's database. */
runCommand((session) => runApiProgram(session, 'cli', process.argv.slice(2)));
