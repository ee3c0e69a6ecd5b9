import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import PgBoss from 'pg-boss';
import type { DataSource, EntityManager } from 'typeorm';
import { getDataSourceToken } from '@nestjs/typeorm';
import { ConfigError } from '../../config.js';
import { poolOf } from '../../database/data-source.js';
import type { Task } from './task.js';

const MAX_ATTEMPTS = 5;
const UNDEFINED_TABLE = '42P01';
const WAITING_JOB = `select id from pgboss.job where name = $1 and singleton_key = $2 and state = 'created' for update`;

interface SendOptions {
  readonly key?: string;
  readonly startAfter?: Date;
  readonly startAfterSeconds?: number;
}
export interface StoredJob {
  readonly id: string;
  readonly data: unknown;
}

/** pg-boss on the application's own pool. Its tables are installed by `migrate`; here it only checks that they are there. */
@Injectable()
export class JobStore {
  readonly boss: PgBoss;

  constructor(@Inject(getDataSourceToken()) private readonly dataSource: DataSource) {
    this.boss = new PgBoss({
      db: { executeSql: (text: string, values: unknown[]) => poolOf(dataSource).query(text, values) },
      migrate: false,
      supervise: true, // only once started, which workers alone do
      schedule: false,
    });
    // Without a listener a lost connection during upkeep would end the process; the next round tries again.
    this.boss.on('error', () => undefined);
  }

  /** Names of the queues with a job to run now: one query whatever the number of queues. */
  async dueQueues(): Promise<Set<string>> {
    const due = await this.dataSource.query<{ name: string }[]>('select name from due_queues() as due(name)');
    return new Set(due.map(({ name }) => name));
  }

  /** @throws ConfigError when the database was never migrated: the queue is then the first thing missed */
  async queueNames(): Promise<Set<string>> {
    try {
      const queues = await this.boss.getQueues();
      return new Set(queues.map((queue) => queue.name));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === UNDEFINED_TABLE) {
        throw new ConfigError('The database is not prepared: run `npm run migrate` first.');
      }
      throw error;
    }
  }

  async ensureQueue(queue: string, options: Task<object>['options']): Promise<void> {
    await this.boss.createQueue(queue, {
      name: queue,
      policy: 'short',
      retryLimit: options.retryLimit,
      retryDelay: options.retryDelaySeconds,
      retryBackoff: true,
      expireInSeconds: options.expireInSeconds,
    });
  }

  /**
   * The queue's policy keeps one waiting job per key. When it keeps an older one, that row is locked until the caller commits:
   * otherwise a worker could run it just before, see none of the caller's change, and the change would be forgotten.
   */
  async send(tx: EntityManager, queue: string, payload: object, task: Task<object>['options'], options: SendOptions): Promise<void> {
    const runner = tx.queryRunner;
    if (!runner?.isTransactionActive) throw new Error('enqueue needs the transaction of the change it follows');
    const key = options.key ?? randomUUID();
    const settings: PgBoss.SendOptions = {
      singletonKey: key,
      ...(options.startAfter ? { startAfter: options.startAfter } : {}),
      ...(options.startAfterSeconds === undefined ? {} : { startAfter: options.startAfterSeconds }),
      retryLimit: task.retryLimit,
      retryDelay: task.retryDelaySeconds,
      retryBackoff: true,
      expireInSeconds: task.expireInSeconds,
      db: { executeSql: async (text, values) => ({ rows: await records(runner, text, values) }) },
    };
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (await this.boss.send(queue, payload, settings)) return;
      const kept = await records(runner, WAITING_JOB, [queue, key]);
      if (kept.length > 0) return;
    }
    throw new Error(`The queue ${queue} accepts no job: has its table been created?`);
  }

  inTransaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  /** @returns a job now marked as being run, the oldest first, or null */
  async take(queue: string): Promise<StoredJob | null> {
    const [job] = await this.boss.fetch<unknown>(queue, { batchSize: 1 });
    return job ?? null;
  }

  async succeed(queue: string, job: StoredJob): Promise<void> {
    await this.boss.complete(queue, job.id);
  }

  async fail(queue: string, job: StoredJob, error: unknown): Promise<void> {
    await this.boss.fail(queue, job.id, { message: error instanceof Error ? error.message : String(error) });
  }
}

type Runner = NonNullable<EntityManager['queryRunner']>;

async function records(runner: Runner, text: string, values: unknown[]): Promise<unknown[]> {
  const result = await runner.query(text, values, true);
  return result.records as unknown[];
}
