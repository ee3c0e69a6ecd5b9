import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { instructionPolicy } from './instruction.policy.js';
import { tasksOf } from './owner-desk.queries.js';
import { OWNER_TASKS, type OwnerDesk } from './owner-desk.schemas.js';

/** What is waiting on the agents of an owner. */
@Injectable()
export class OwnerDeskService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, organisationId: string): Promise<OwnerDesk> {
    authorise(instructionPolicy.getOwnerDesk, actor, { organisationId });
    const now = this.clock.now();
    const items = await tasksOf(this.db.manager, organisationId, actor.accountId, now);
    const counts = OWNER_TASKS.map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length }));
    return { now: now.toISOString(), counts: counts.filter(({ count }) => count > 0), items, next: null };
  }
}
