import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Request, RequestHandler } from 'express';
import type { Log } from '../log.js';
import { problem, problemView } from './problem.js';
import { sendProblem } from './problem.filter.js';
import { type ProblemCode, PROBLEMS } from './problem.table.js';

/**
 * What one request may cost before anybody knows what it wants. The bodies' limit is in `http-app.ts`; the size of address and
 * headers together is Node's own (16 KB, `--max-http-header-size`), counted while they arrive.
 */
export const LIMITS = {
  headerCount: 100,
  /** All headers must have arrived: a browser on a bad line takes a second or two. */
  headersMs: 15_000,
  /** The whole request, body included: 1 MB at 20 KB/s. */
  requestMs: 60_000,
  /** The same for the few routes that take a file: 25 MB at 42 KB/s. */
  uploadMs: 600_000,
  /** Requests one connection may carry before it is closed politely, so that a load balancer can move it. */
  requestsPerConnection: 10_000,
} as const;

/** Sets the limits of the server itself, and gives its own refusals the shape of all others. */
export function limitRequests(server: Server, log: Log): void {
  server.headersTimeout = LIMITS.headersMs;
  server.requestTimeout = LIMITS.uploadMs;
  server.maxRequestsPerSocket = LIMITS.requestsPerConnection;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => answerUnreadable(error, socket, log));
}

/** Node itself drops headers beyond a count without a word: better refuse than decide on half of what was said. */
export const fewHeaders: RequestHandler = (request, response, next) => {
  if (request.rawHeaders.length <= LIMITS.headerCount * 2) next();
  else sendProblem(response, problem('headers-too-large'));
};

export function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Node knows one limit for all requests, which is that of files: bodies of JSON have theirs here. */
export function bodyInTime(isUpload: (request: Request) => boolean, limitMs: number = LIMITS.requestMs): RequestHandler {
  return (request, response, next) => {
    if (!hasBody(request) || isUpload(request)) {
      next();
      return;
    }
    const timer = setTimeout(() => {
      if (!response.headersSent) sendProblem(response, problem('too-slow', { headers: { Connection: 'close' } }));
    }, limitMs);
    const stop = () => clearTimeout(timer);
    request.once('end', stop).once('close', stop);
    response.once('close', stop);
    next();
  };
}

const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
};

/**
 * What was sent is no request that the application could see, so no filter can answer: written to the connection by hand. The log
 * has its number and its cause, never the error itself: that holds the bytes received.
 */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex, log: Log): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const raised = problem(CODES[error.code ?? ''] ?? 'malformed-request');
  const requestId = randomUUID();
  log.info({ requestId, status: raised.status, code: raised.code, cause: error.code }, 'request refused unread');
  const body = Buffer.from(JSON.stringify({ ...problemView(raised), requestId }));
  const head = [
    `HTTP/1.1 ${raised.status} ${PROBLEMS[raised.code].en[0]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${body.length}`,
    `X-Request-Id: ${requestId}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
}
