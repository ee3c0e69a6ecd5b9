import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Retention } from '../privacy/retention.js';
import { SESSION_LIMITS } from './session.js';

/** Sessions that ended and counters that count nothing any more. */
@Injectable()
export class AccessRetention implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.retention.appliedBy('session', (before, now) => this.forgetSessions(before, now));
    this.retention.appliedBy('rate_limit', (before) => this.forgetCounters(before));
  }

  private async forgetSessions(before: Date, now: Date): Promise<number> {
    const idleBefore = new Date(now.getTime() - SESSION_LIMITS.person.idleMs);
    const [, deleted] = await this.db.sql<[unknown[], number]>`
      delete from session
      where expire < now() or (sess ->> 'startedAt')::timestamptz < ${before} or (sess ->> 'seenAt')::timestamptz < ${idleBefore}`;
    return deleted;
  }

  private async forgetCounters(before: Date): Promise<number> {
    const [, deleted] = await this.db.sql<[unknown[], number]>`delete from rate_limit where expire < ${before.getTime()}`;
    return deleted;
  }
}
