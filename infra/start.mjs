import { setTimeout as pause } from 'node:timers/promises';
import { apiProgram, buildWeb } from './launch/build.mjs';
import { requireFreePort } from './launch/port.mjs';
import { migratedDatabase, runApiCommand } from './launch/prepare.mjs';
import { LaunchProblem } from './launch/problem.mjs';
import { step } from './launch/progress.mjs';
import { endAbandonedServices, startService } from './launch/services.mjs';
import { runCommand } from './launch/session.mjs';
import { words } from './launch/words.mjs';

const readyPatienceMs = 120_000;

/**
 * `npm start`: from a bare clone to a page in the browser, and everything stopped at Ctrl-C.
 * @param {import('./launch/session.mjs').Session} session
 */
async function start(session) {
  const port = Number(process.env.PORT ?? 3000);
  await endAbandonedServices();
  await requireFreePort(port);
  const url = await migratedDatabase(session);
  await buildWeb();
  await runApiCommand(words('Données de démonstration', 'Demo data'), ['demo', 'load'], url);

  // One line per request is for operators; on a laptop it would hide what matters.
  const env = { LOG_LEVEL: 'warn', ...process.env, PORT: String(port), DATABASE_URL: url };
  const server = await session.use(Promise.resolve(startService('api', [apiProgram('main')], { env })), (service) => service.stop());
  const address = `http://localhost:${port}`;
  await step(words('Démarrage', 'Starting'), () => untilReady(address, server.ended));
  console.log(
    words(
      `\n  Terrain d'entente est prêt : ${address}\n  Ctrl-C pour tout arrêter.\n`,
      `\n  Terrain d'entente is ready: ${address}\n  Ctrl-C stops everything.\n`,
    ),
  );
  void session.stopAsked.then(() => console.error(words('Arrêt…', 'Stopping…')));
  throw stoppedByItself(await server.ended);
}

/**
 * @param {string} address
 * @param {Promise<number>} ended
 */
async function untilReady(address, ended) {
  /** @type {number | null} */
  let endCode = null;
  void ended.then((code) => {
    endCode = code;
  });
  for (const deadline = Date.now() + readyPatienceMs; Date.now() < deadline; await pause(150)) {
    if (endCode !== null) throw stoppedByItself(endCode);
    const response = await fetch(`${address}/health/ready`).catch(() => null);
    if (response?.ok === true) return;
  }
  throw new LaunchProblem(
    words(
      `Le serveur ne répond pas « prêt » sur ${address}/health/ready.`,
      `The server does not answer “ready” at ${address}/health/ready.`,
    ),
    words('La cause est dans les lignes au-dessus.', 'The cause is in the lines above.'),
  );
}

/** @param {number} code */
function stoppedByItself(code) {
  return new LaunchProblem(
    words(`Le serveur s'est arrêté de lui-même (code ${code}).`, `The server stopped by itself (code ${code}).`),
    words('La cause est dans les lignes au-dessus.', 'The cause is in the lines above.'),
  );
}

runCommand(start, { codeWhenStopped: 0 });
