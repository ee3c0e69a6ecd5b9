import { apiProgram, buildWeb } from './launch/build.mjs';
import { requireFreePort } from './launch/port.mjs';
import { migratedDatabase, runApiCommand } from './launch/prepare.mjs';
import { step } from './launch/progress.mjs';
import { stoppedByItself, untilReady } from './launch/ready.mjs';
import { endAbandonedServices, startService } from './launch/services.mjs';
import { runCommand } from './launch/session.mjs';
import { words } from './launch/words.mjs';

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
  const server = await session.use(Promise.resolve(startService('api', ['--enable-source-maps', apiProgram('main')], { env })), (service) =>
    service.stop(),
  );
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

runCommand(start, { codeWhenStopped: 0 });
