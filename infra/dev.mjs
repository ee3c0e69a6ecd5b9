import { join } from 'node:path';
import { apiProgram } from './launch/build.mjs';
import { projectRoot } from './launch/paths.mjs';
import { requireFreePort } from './launch/port.mjs';
import { migratedDatabase, runApiCommand } from './launch/prepare.mjs';
import { LaunchProblem } from './launch/problem.mjs';
import { endAbandonedServices, startService } from './launch/services.mjs';
import { runCommand } from './launch/session.mjs';
import { toolScript } from './launch/tools.mjs';
import { words } from './launch/words.mjs';

/**
 * `npm run dev`: the API compiled and restarted at each change, the web reloaded in the browser, one Ctrl-C for all.
 * @param {import('./launch/session.mjs').Session} session
 */
async function develop(session) {
  const port = Number(process.env.PORT ?? 3000);
  const webPort = Number(process.env.WEB_PORT ?? 5173);
  await endAbandonedServices();
  await requireFreePort(port);
  await requireFreePort(webPort);
  const url = await migratedDatabase(session);
  await runApiCommand(words('Données de démonstration', 'Demo data'), ['demo', 'load'], url);

  const env = { ...process.env, PORT: String(port), WEB_PORT: String(webPort), API_URL: `http://localhost:${port}`, DATABASE_URL: url };
  const bundler = toolScript('rolldown') ?? '';
  const vite = toolScript('vite') ?? '';
  const programs = [
    startService('rolldown', [bundler, '-c', 'api/rolldown.config.mjs', '--watch'], { env, cwd: projectRoot }),
    startService('api', ['--enable-source-maps', '--watch', '--watch-preserve-output', apiProgram('main')], { env, cwd: projectRoot }),
    startService('vite', [vite, '--port', String(webPort), '--strictPort'], { env, cwd: join(projectRoot, 'web') }),
  ];
  for (const program of programs) await session.use(Promise.resolve(program), (service) => service.stop());
  console.log(
    words(
      `\n  Pages : http://localhost:${webPort}   API : http://localhost:${port}/api\n`,
      `\n  Pages: http://localhost:${webPort}   API: http://localhost:${port}/api\n`,
    ),
  );
  const first = await Promise.race(programs.map(async ({ name, ended }) => ({ name, code: await ended })));
  throw new LaunchProblem(
    words(`« ${first.name} » s'est arrêté de lui-même (code ${first.code}).`, `“${first.name}” stopped by itself (code ${first.code}).`),
    words('La cause est dans les lignes au-dessus.', 'The cause is in the lines above.'),
  );
}

runCommand(develop, { codeWhenStopped: 0 });
