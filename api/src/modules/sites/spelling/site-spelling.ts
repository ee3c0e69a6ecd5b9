import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import type { SearchSuggestion } from '../sites.schemas.js';
import { communesNamedLike, countFoundBy, unknownWords } from './spelling.queries.js';
import { correctionsOf, doubtfulRuns, wordsToCheck } from './spelling.rules.js';

/** More than this was found: whoever searches has something to read, and meant what they typed. */
const VERY_LITTLE = 2;

/** “Did you mean …?”: names of communes near what was typed, which find more. Offered, never put in its place (docs/adr/0090). */
@Injectable()
export class SiteSpelling {
  constructor(@InjectEntityManager() private readonly db: EntityManager) {}

  async suggest(q: string | undefined, found: number): Promise<SearchSuggestion[]> {
    if (q === undefined || found > VERY_LITTLE) return [];
    const words = wordsToCheck(q);
    const unknown = words.length === 0 ? new Set<string>() : await unknownWords(this.db, words);
    const runs = doubtfulRuns(q, unknown);
    if (runs.length === 0) return [];
    const corrections = correctionsOf(
      q,
      runs,
      await communesNamedLike(
        this.db,
        runs.map((run) => run.words),
      ),
    );
    if (corrections.length === 0) return [];
    const asTyped = await countFoundBy(this.db, q);
    const counted = await Promise.all(
      corrections.map(async (correction) => ({ ...correction, places: await countFoundBy(this.db, correction.q) })),
    );
    return counted.filter(({ places }) => places.count > asTyped.count);
  }
}
