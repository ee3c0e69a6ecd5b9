import { randomBytes } from 'node:crypto';
import { ensureScorer, scoreHeaders } from './headers/scorer.mjs';
import { loopbackCertificate, startTlsProxy } from './headers/tls-proxy.mjs';
import { apiProgram, buildWeb } from './launch/build.mjs';
import { freePort } from './launch/port.mjs';
import { migratedDatabase } from './launch/prepare.mjs';
import { untilReady } from './launch/ready.mjs';
import { startService } from './launch/services.mjs';
import { runCommand } from './launch/session.mjs';
import { words } from './launch/words.mjs';

/** A+ begins at 100; a session cookie or a looser policy must have room to be noticed above it. */
const wanted = 130;

/**
 * `npm run check:headers`: the built product as in production, behind TLS on the loopback, scored by MDN's HTTP Observatory.
 * @param {import('./launch/session.mjs').Session} session
 */
async function checkHeaders(session) {
  const database = await migratedDatabase(session);
  await buildWeb();
  await ensureScorer();
  const certificate = await session.use(loopbackCertificate(), async ({ remove }) => remove());
  const [apiPort, tlsPort] = [await freePort(), await freePort()];
  const host = `127.0.0.1:${tlsPort}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    APP_SECRET: randomBytes(32).toString('base64url'),
    LOG_LEVEL: 'warn',
    WORKER: 'off',
    MAIL_DRIVER: 'off',
    TRUST_PROXY: '1',
    HOST: '127.0.0.1',
    PORT: String(apiPort),
    PUBLIC_URL: `https://${host}`,
    DATABASE_URL: database,
  };
  const server = await session.use(Promise.resolve(startService('api', [apiProgram('main')], { env })), (service) => service.stop());
  await untilReady(`http://127.0.0.1:${apiPort}`, server.ended);
  await session.use(startTlsProxy(tlsPort, apiPort, certificate), (proxy) => proxy.stop());
  const { grade, score, tests } = await scoreHeaders(host, certificate.certFile);
  for (const { name, pass, modifier, result } of tests) {
    console.log(`${pass ? '✓' : '✗'} ${name.padEnd(30)} ${(modifier > 0 ? `+${modifier}` : String(modifier)).padStart(4)}  ${result}`);
  }
  const verdict = `${score} (${grade})`;
  const passed = score >= wanted && tests.every(({ pass }) => pass);
  console.log(
    passed
      ? words(`\n✓ ${verdict}, ${wanted} au moins sont demandés`, `\n✓ ${verdict}, at least ${wanted} are asked for`)
      : words(`\n✗ ${verdict}, ${wanted} au moins sont demandés`, `\n✗ ${verdict}, at least ${wanted} are asked for`),
  );
  return passed ? 0 : 1;
}

runCommand(checkHeaders);
