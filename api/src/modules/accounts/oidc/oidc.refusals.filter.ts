import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sendProblem, toProblem } from '../../../platform/http/problem.filter.js';
import { LOG } from '../../../platform/log.token.js';
import type { Log } from '../../../platform/log.js';

/** A browser that comes back from the provider wants a page, not JSON: the sign-in page says the words of the code. */
@Catch()
export class OidcRefusals implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const raised = toProblem(error);
    this.log.warn({ code: raised.code, err: error }, 'sign-in with the identity provider did not succeed');
    if (request.accepts(['json', 'html']) === 'html') response.redirect(303, `/connexion?refus=${raised.code}`);
    else sendProblem(response, raised);
  }
}
