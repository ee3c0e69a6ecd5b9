import type { RequestHandler } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Config } from '../../config.js';
import { sendProblem } from '../http/problem.filter.js';
import { networkOf } from './network-address.js';
import { RATE_LIMITS, tooManyRequests } from './rate-limits.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A ceiling on writes per network: far above what people do, below what a script would like. Counted in memory: it must cost nothing. */
export function limitedWrites({ rateLimitFactor }: Pick<Config, 'rateLimitFactor'>): RequestHandler {
  const { points, seconds } = RATE_LIMITS.write;
  const limiter = new RateLimiterMemory({ points: points * rateLimitFactor, duration: seconds });
  return (request, response, next) => {
    if (READS.has(request.method)) {
      next();
      return;
    }
    limiter.consume(networkOf(request.ip ?? '')).then(
      () => next(),
      (error: unknown) => sendProblem(response, tooManyRequests(error)),
    );
  };
}
