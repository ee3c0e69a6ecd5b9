import type { RequestHandler } from 'express';
import { pathOf } from '../http/request-context.js';
import type { Log } from '../log.js';

/** One line per request, with the code of the refusal if it was refused. Never the query string or headers: they may carry an address or a token. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.on('finish', () => {
      const level = response.statusCode >= 500 ? 'error' : 'info';
      const durationMs = Math.round(performance.now() - startedAt);
      const requestId = response.getHeader('x-request-id');
      const code = response.locals['refusal'] as string | undefined;
      log[level]({ requestId, method: request.method, path: pathOf(request), status: response.statusCode, code, durationMs }, 'request');
    });
    next();
  };
}
