import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobStore } from './job-store.js';
import type { Task } from './task.js';

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
}

/** Background work: the one mechanism for events, mails, matches, imports and digests (docs/adr/0004). */
@Injectable()
export class Jobs {
  private readonly registered: Handler[] = [];

  constructor(private readonly store: JobStore) {}

  /** Declares who does a task; called in `onModuleInit`. `handler` names the reaction, e.g. `refresh-matches`. */
  handle<Payload extends object>(task: Task<Payload>, handler: string, run: (payload: Payload) => Promise<void>): void {
    const queue = `${task.name}.${handler}`;
    if (this.registered.some((other) => other.queue === queue)) throw new Error(`Task handler registered twice: ${queue}`);
    this.registered.push({ queue, task: task, run: run as (payload: object) => Promise<void> });
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
}
