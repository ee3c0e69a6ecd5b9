import { runApiProgram } from './launch/prepare.mjs';
import { runCommand } from './launch/session.mjs';

/** `npm run worker`: the background tasks in a process of their own, beside an API started with WORKER=off. */
runCommand((session) => runApiProgram(session, 'worker', []), { codeWhenStopped: 0 });
