import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Config } from '../../../config.js';
import { Clock } from '../../../platform/clock.js';
import { InjectConfig } from '../../../platform/config.token.js';
import { Problem, problem } from '../../../platform/http/problem.js';
import { currentLanguage } from '../../../platform/http/request-context.js';
import { announcedMatches, atomFeed } from './match.atom.js';
import { loadChangeInstants } from './matching.feed.queries.js';
import type { FeedQuery } from './matching.feed.schemas.js';
import type { TryInput, TryResult } from '../matching.schemas.js';
import { MatchingService } from '../matching.service.js';

/** The best of each section: more would not be read, and each refresh computes them all. */
const PLACES_PER_SECTION = 50;

@Injectable()
export class MatchingFeed {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly matching: MatchingService,
    private readonly clock: Clock,
  ) {}

  async atom({ need: { need } }: FeedQuery): Promise<string> {
    const language = currentLanguage();
    const result = await this.matches(need);
    const ids = announcedMatches(result).map(({ site }) => site.id);
    return atomFeed({
      result,
      changed: await loadChangeInstants(this.db.manager, ids),
      self: this.addressOf(need, language),
      publicUrl: this.config.publicUrl,
      language,
      now: this.clock.now(),
    });
  }

  /** What the engine refuses is named by its place in a body; here that body is the parameter `need`. */
  private async matches(need: TryInput['need']): Promise<TryResult> {
    try {
      return await this.matching.tryNeed({ need, perSection: PLACES_PER_SECTION });
    } catch (error) {
      if (!(error instanceof Problem) || !error.details.errors) throw error;
      const errors = error.details.errors.map((fault) => ({ ...fault, in: 'query' as const, pointer: `/need${fault.pointer}` }));
      throw problem(error.code, { ...error.details, errors });
    }
  }

  /** One need has one feed, however its JSON was written. */
  private addressOf(need: TryInput['need'], language: string): string {
    const encoded = Buffer.from(JSON.stringify({ need }, onlyWhatIsAsked)).toString('base64url');
    return `${this.config.publicUrl}/api/matches/feed.atom?need=${encoded}&lang=${language}`;
  }
}

/** Fields that ask nothing are left out: one that a later version adds must not rename the feeds people follow. */
function onlyWhatIsAsked(_key: string, value: unknown): unknown {
  return value === null || (Array.isArray(value) && value.length === 0) ? undefined : value;
}
