import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { Config } from '../../config.js';
import { poolOf } from '../../database/data-source.js';
import { InjectConfig } from '../config.token.js';
import { problem, type Problem } from '../http/problem.js';
import { hashToken } from './app-secret.js';

/** How often each thing may be tried: one line each. `points` attempts in `seconds`, counted by the key the caller gives. */
export const RATE_LIMITS = {
  'sign-in-account': { points: 10, seconds: 900 },
  'sign-in-network': { points: 50, seconds: 900 },
  'second-factor-account': { points: 8, seconds: 900 },
  'mail-address': { points: 5, seconds: 3_600 },
  'mail-network': { points: 30, seconds: 3_600 },
  'identity-network': { points: 60, seconds: 900 },
  'link-network': { points: 60, seconds: 900 },
  'invitation-organisation': { points: 60, seconds: 3_600 },
  'invitation-address': { points: 5, seconds: 3_600 },
  'join-request-account': { points: 10, seconds: 3_600 },
  'network-organisation': { points: 30, seconds: 3_600 },
  'upload-account': { points: 300, seconds: 3_600 },
  'passer-by-answer': { points: 20, seconds: 3_600 },
  'passer-by-photo': { points: 10, seconds: 3_600 },
  'proposal-account': { points: 40, seconds: 3_600 },
  'register-lookup': { points: 60, seconds: 3_600 },
  write: { points: 240, seconds: 60 },
} as const;
export type RateLimit = Exclude<keyof typeof RATE_LIMITS, 'write'>;

/** Attempts counted in the database, so that all processes count together. Keys are stored hashed: they may be addresses of people. */
@Injectable()
export class RateLimits {
  private readonly limiters = new Map<RateLimit, RateLimiterPostgres>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** Counts one attempt. @throws Problem `too-many-requests` with Retry-After, in seconds */
  async consume(limit: RateLimit, key: string): Promise<void> {
    try {
      await this.limiter(limit).consume(hashToken(key));
    } catch (error) {
      throw tooManyRequests(error);
    }
  }

  /** Forgets the attempts of a key: someone who signed in was not guessing. */
  async forget(limit: RateLimit, key: string): Promise<void> {
    await this.limiter(limit).delete(hashToken(key));
  }

  private limiter(limit: RateLimit): RateLimiterPostgres {
    const known = this.limiters.get(limit);
    if (known) return known;
    const { points, seconds } = RATE_LIMITS[limit];
    const limiter = new RateLimiterPostgres({
      storeClient: poolOf(this.db),
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: limit,
      points: points * this.config.rateLimitFactor,
      duration: seconds,
    });
    this.limiters.set(limit, limiter);
    return limiter;
  }
}

/** @param error what a limiter rejects with: how long to wait, or a failure of its own, which is thrown on */
export function tooManyRequests(error: unknown): Problem {
  if (!(error instanceof RateLimiterRes)) throw error;
  return problem('too-many-requests', { headers: { 'Retry-After': String(Math.max(1, Math.ceil(error.msBeforeNext / 1_000))) } });
}
