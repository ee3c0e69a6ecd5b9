import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { QueryFailedError } from 'typeorm';
import type { Log } from '../log.js';
import { databaseProblem } from './database-problem.js';
import { Moved } from './moved.js';
import { Problem, problem, problemView } from './problem.js';
import type { ProblemCode } from './problem.table.js';
import { pathOf } from './request-context.js';
import type { RouteInventory } from './route-inventory.js';

const CODE_BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-request',
  401: 'sign-in-needed',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'too-slow',
  409: 'changed-meanwhile',
  413: 'too-large',
  414: 'malformed-request',
  415: 'unsupported-media-type',
  422: 'invalid-input',
  429: 'too-many-requests',
  431: 'headers-too-large',
  503: 'database-unavailable',
};

/** The only place where an error becomes an answer: application/problem+json, never a stack, always the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly routes: RouteInventory,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    if (error instanceof Moved) {
      response.status(301).set({ Location: error.path, 'Cache-Control': 'no-store' }).json({ movedTo: error.path });
      return;
    }
    const raised = this.orMethodNotAllowed(toProblem(error), request);
    if (raised.status >= 500) this.log.error({ err: error, path: pathOf(request) }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendProblem(response, raised);
  }

  private orMethodNotAllowed(raised: Problem, request: Request): Problem {
    if (raised.code !== 'not-found') return raised;
    const allowed = this.routes.methodsOf(pathOf(request));
    if (allowed.length === 0 || allowed.includes(request.method)) return raised;
    return problem('method-not-allowed', { headers: { Allow: allowed.join(', ') } });
  }
}

export function sendProblem(response: Response, raised: Problem): void {
  response.locals['refusal'] = raised.code;
  response.status(raised.status).set({ ...raised.details.headers, 'Cache-Control': 'no-store' });
  response.type('application/problem+json').send(JSON.stringify(problemView(raised)));
}

/** Any thrown value → the problem it is for the reader. Only the unknown becomes 500. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof QueryFailedError) return databaseProblem(error.driverError);
  if (error instanceof HttpException) return byStatus(error.getStatus(), error);
  if (isHttpError(error)) return byStatus(error.status, error);
  return databaseProblem(error);
}

function byStatus(status: number, cause: Error): Problem {
  return new Problem(CODE_BY_STATUS[status] ?? (status < 500 ? 'malformed-request' : 'unexpected'), {}, { cause });
}

/** Errors of express and its body parser: `status` is meant for the client. */
function isHttpError(error: unknown): error is Error & { status: number } {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 600;
}
