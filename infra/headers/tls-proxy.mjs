import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, request } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LaunchProblem } from '../launch/problem.mjs';
import { capture, lastLines } from '../launch/shell.mjs';
import { words } from '../launch/words.mjs';

/** First byte of a TLS handshake (RFC 8446, 5.1); a plain HTTP request begins with a letter. */
const handshake = 0x16;

/** @typedef {{ key: string, cert: string, certFile: string, remove: () => void }} Certificate */

/**
 * A certificate for the loopback that lives as long as one check.
 * @returns {Promise<Certificate>}
 */
export async function loopbackCertificate() {
  const folder = mkdtempSync(join(tmpdir(), 'terrain-tls-'));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2', '-nodes'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  const { code, output } = await capture('openssl', ['req', '-x509', ...curve, '-keyout', keyFile, '-out', certFile, ...subject]);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (code === 0) return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8'), certFile, remove };
  remove();
  throw new LaunchProblem(
    words(`openssl n'a pas pu faire de certificat :\n${lastLines(output)}`, `openssl could not make a certificate:\n${lastLines(output)}`),
    words('Installez openssl puis recommencez.', 'Install openssl, then try again.'),
  );
}

/**
 * What stands in front of the API in production, on one port of the loopback: TLS goes to the API, plain HTTP is sent to TLS.
 * @param {number} port
 * @param {number} apiPort
 * @param {Certificate} certificate
 * @returns {Promise<{ stop: () => Promise<void> }>}
 */
export async function startTlsProxy(port, apiPort, { key, cert }) {
  const toApi = createTlsServer({ key, cert }, (incoming, answer) => {
    const headers = { ...incoming.headers, 'x-forwarded-proto': 'https', 'x-forwarded-for': incoming.socket.remoteAddress ?? '' };
    const outgoing = request({ port: apiPort, host: '127.0.0.1', method: incoming.method, path: incoming.url, headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  });
  const toTls = createHttpServer((incoming, answer) => {
    answer.writeHead(308, { Location: `https://127.0.0.1:${port}${incoming.url}` }).end();
  });
  const door = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === handshake ? toApi : toTls).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise((ready, refused) => door.once('error', refused).listen(port, '127.0.0.1', () => ready(undefined)));
  return {
    stop: async () => {
      door.close();
      toApi.closeAllConnections();
      toTls.closeAllConnections();
    },
  };
}
