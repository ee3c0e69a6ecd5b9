import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock.js';
import { currentLanguage } from '../http/request-context.js';
import { Jobs } from '../jobs/jobs.js';
import { LOG } from '../log.token.js';
import type { Log } from '../log.js';
import { type RetentionLine, retentionWords } from './retention.line.js';
import { RETENTION, type RetentionKey } from './retention.table.js';
import type { RetentionView } from './retention.schemas.js';

/** Three in the morning in winter, four in summer, in France. */
const HOUR_UTC = 2;
const DAY_MS = 86_400_000;

/** Forgets what is older than `before`. @returns how many things were forgotten now */
export type ApplyRetention = (before: Date, now: Date) => Promise<number>;

/** Applies the retention table every night (docs/retention.md). */
@Injectable()
export class Retention implements OnModuleInit {
  private readonly appliers = new Map<RetentionKey, ApplyRetention>();

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('apply-retention', HOUR_UTC, async () => {
      await this.apply();
    });
  }

  /** The module that keeps the thing says how it is forgotten, in `onModuleInit`. One module per line of the table. */
  appliedBy(key: RetentionKey, apply: ApplyRetention): void {
    if (this.appliers.has(key)) throw new Error(`Retention applied twice: ${key}`);
    this.appliers.set(key, apply);
  }

  /**
   * Applies every line, each on its own: one that fails leaves the others done, and makes the whole run be tried again.
   * @returns what was forgotten, by line
   */
  async apply(): Promise<Partial<Record<RetentionKey, number>>> {
    const now = this.clock.now();
    const forgotten: Partial<Record<RetentionKey, number>> = {};
    const failures: unknown[] = [];
    for (const [key, apply] of this.appliers) {
      try {
        forgotten[key] = await apply(new Date(now.getTime() - (RETENTION[key].keptDays ?? 0) * DAY_MS), now);
      } catch (error) {
        failures.push(error);
      }
    }
    this.log.info({ forgotten }, 'retention applied');
    if (failures.length > 0) throw new AggregateError(failures, `retention failed for ${failures.length} of ${this.appliers.size} lines`);
    return forgotten;
  }

  /** Lines of the table that promise a term and that nobody applies; the tests expect none. */
  unapplied(): string[] {
    const lines: readonly [string, RetentionLine][] = Object.entries(RETENTION);
    return lines.filter(([key, { keptDays }]) => keptDays !== null && !this.appliers.has(key as RetentionKey)).map(([key]) => key);
  }

  view(): { items: RetentionView[]; next: null } {
    const lines: readonly [string, RetentionLine][] = Object.entries(RETENTION);
    const items = lines.map(([key, line]) => ({
      key,
      keptDays: line.keptDays,
      basis: line.basis,
      ...retentionWords(line, currentLanguage()),
    }));
    return { items, next: null };
  }
}
