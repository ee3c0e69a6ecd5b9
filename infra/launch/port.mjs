import { createServer } from 'node:net';
import { LaunchProblem } from './problem.mjs';
import { capture } from './shell.mjs';
import { words } from './words.mjs';

/** @returns {Promise<number>} a port of the loopback that nobody uses right now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/**
 * Stops here, before any long work, when the port cannot be listened on.
 * @param {number} port
 */
export async function requireFreePort(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw notAPort(port);
  for (const host of [undefined, '127.0.0.1']) {
    const code = await tryListening(port, host);
    if (code === 'EADDRINUSE') throw portTaken(port, await ownerOf(port));
    if (code === 'EACCES') throw portForbidden(port);
  }
}

/**
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<string | null>} the system's error code, or null when it works
 */
function tryListening(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? 'EUNKNOWN'));
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => server.close(() => resolve(null)));
  });
}

/** @param {number} port */
async function ownerOf(port) {
  const { code, output } = await capture('ss', ['-Hltnp', `sport = :${port}`]);
  return code === 0 ? (/users:\(\("([^"]+)",pid=(\d+)/.exec(output)?.slice(1, 3).join(', pid ') ?? null) : null;
}

/**
 * @param {number} port
 * @param {string | null} owner
 */
export function portTaken(port, owner) {
  const by = owner === null ? '' : ` (${owner})`;
  return new LaunchProblem(
    words(`Le port ${port} est déjà utilisé par un autre programme${by}.`, `Port ${port} is already used by another program${by}.`),
    words(
      `Arrêtez ce programme, ou choisissez un autre port : PORT=${port + 1} npm start`,
      `Stop that program, or choose another port: PORT=${port + 1} npm start`,
    ),
  );
}

/** @param {number} port */
function portForbidden(port) {
  return new LaunchProblem(
    words(`Le système ne vous permet pas d'écouter sur le port ${port}.`, `The system does not let you listen on port ${port}.`),
    words('Choisissez un port au-dessus de 1024 : PORT=3000 npm start', 'Choose a port above 1024: PORT=3000 npm start'),
  );
}

/** @param {number} port */
function notAPort(port) {
  return new LaunchProblem(
    words(`PORT=${process.env.PORT ?? port} n'est pas un numéro de port.`, `PORT=${process.env.PORT ?? port} is not a port number.`),
    words('Donnez un nombre de 1 à 65535 : PORT=3000 npm start', 'Give a number from 1 to 65535: PORT=3000 npm start'),
  );
}
