import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../clock.js';
import { nextParisHour } from '../paris-time.js';
import { JobStore } from './job-store.js';
import { defineTask, type Task } from './task.js';

const DAY_SECONDS = 86_400;

/** One handler of one task: it has its own queue, so that its failures delay nobody else. */
export interface Handler {
  readonly queue: string;
  readonly task: Task<object>;
  readonly run: (payload: object) => Promise<void>;
}

export interface EnqueueOptions {
  /** Only one waiting task per key: a burst of changes to one thing is handled once. */
  readonly key?: string;
  readonly startAfter?: Date;
  /** Counted from the database's own now, for work whose exact instant does not matter. */
  readonly startAfterSeconds?: number;
}

/** Work done once a day. */
interface Daily {
  readonly task: Task<object>;
  readonly secondsUntilNext: (now: Date) => number;
}

/** Background work: the one mechanism for events, mails, matches, imports and digests (docs/adr/0004). */
@Injectable()
export class Jobs {
  private readonly registered: Handler[] = [];
  private readonly dailies: Daily[] = [];

  constructor(
    private readonly store: JobStore,
    private readonly clock: Clock,
  ) {}

  /** Declares who does a task; called in `onModuleInit`. `handler` names the reaction, e.g. `refresh-matches`. */
  handle<Payload extends object>(task: Task<Payload>, handler: string, run: (payload: Payload) => Promise<void>): void {
    const queue = `${task.name}.${handler}`;
    if (this.registered.some((other) => other.queue === queue)) throw new Error(`Task handler registered twice: ${queue}`);
    this.registered.push({ queue, task: task, run: run as (payload: object) => Promise<void> });
  }

  /**
   * Declares work to be done once a day, by one worker of all those that run; called in `onModuleInit`. The next day is planned before
   * the work starts, so that a day that fails does not end the series.
   */
  daily(name: string, hourUtc: number, run: () => Promise<void>): void {
    this.everyDay({ task: defineTask(name, z.object({})), secondsUntilNext: (now) => secondsUntil(hourUtc, now) }, run);
  }

  /** The same at an hour of the clocks in France: what people wait for comes at the hour they live by, in summer as in winter. */
  dailyInParis(name: string, hour: number, run: () => Promise<void>): void {
    const secondsUntilNext = (now: Date) => Math.ceil((nextParisHour(hour, now).getTime() - now.getTime()) / 1_000);
    this.everyDay({ task: defineTask(name, z.object({})), secondsUntilNext }, run);
  }

  private everyDay(daily: Daily, run: () => Promise<void>): void {
    this.dailies.push(daily);
    this.handle(daily.task, 'daily', async () => {
      await this.planNext(daily);
      await run();
    });
  }

  /** Plans the next run of everything daily; each worker calls it when it starts. A run that already waits is kept. */
  async planDailies(): Promise<void> {
    for (const daily of this.dailies) await this.planNext(daily);
  }

  get handlers(): readonly Handler[] {
    return this.registered;
  }

  /**
   * Plans a task inside the caller's transaction: it exists if and only if the change is committed.
   * @throws ZodError when the payload is not the task's own (a programming error)
   */
  async enqueue<Payload extends object>(
    tx: EntityManager,
    task: Task<Payload>,
    payload: Payload,
    options: EnqueueOptions = {},
  ): Promise<void> {
    const checked = task.payload.parse(payload);
    for (const handler of this.registered) {
      if (handler.task.name === task.name) await this.store.send(tx, handler.queue, checked, task.options, options);
    }
  }

  private async planNext({ task, secondsUntilNext }: Daily): Promise<void> {
    const startAfterSeconds = secondsUntilNext(this.clock.now());
    await this.store.inTransaction((tx) => this.enqueue(tx, task, {}, { key: 'next', startAfterSeconds }));
  }
}

/** From `now` to the next time it is that hour (UTC), never zero. */
export function secondsUntil(hourUtc: number, now: Date): number {
  const sinceMidnight = Math.floor(now.getTime() / 1_000) % DAY_SECONDS;
  const left = hourUtc * 3_600 - sinceMidnight;
  return left > 0 ? left : left + DAY_SECONDS;
}
