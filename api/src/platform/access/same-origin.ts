import type { RequestHandler } from 'express';
import type { Config } from '../../config.js';
import { isOneClick } from '../http/one-click.js';
import { problem } from '../http/problem.js';
import { sendProblem } from '../http/problem.filter.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site makes a browser send (CSRF), by the headers browsers add themselves and pages cannot forge:
 * Sec-Fetch-Site, else Origin. A program without cookies needs neither. Reads change nothing, so they pass.
 */
export function sameOriginWrites({ publicUrl }: Pick<Config, 'publicUrl'>): RequestHandler {
  const ours = new URL(publicUrl).origin;
  return (request, response, next) => {
    if (
      READS.has(request.method) ||
      isOneClick(request) ||
      comesFromUs(request.get('sec-fetch-site'), request.get('origin'), request.headers.cookie)
    )
      next();
    else sendProblem(response, problem('foreign-origin'));
  };

  function comesFromUs(site: string | undefined, origin: string | undefined, cookie: string | undefined): boolean {
    if (site !== undefined) return site === 'same-origin' || site === 'none';
    if (origin !== undefined) return origin === ours;
    return cookie === undefined;
  }
}
