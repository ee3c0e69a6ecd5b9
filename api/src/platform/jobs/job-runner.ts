import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { LOG } from '../log.token.js';
import type { Log } from '../log.js';
import { JobStore, type StoredJob } from './job-store.js';
import { type Handler, Jobs } from './jobs.js';

const POLL_MS = 1_000;
/** Shorter than the patience of those who stop us; what is not finished is given back and runs again. */
const STOP_LIMIT_MS = 6_000;

/** Runs due tasks: one at a time per handler, all handlers side by side. Several processes may run side by side too. */
@Injectable()
export class JobRunner implements BeforeApplicationShutdown {
  private readonly busy = new Map<string, Promise<unknown>>();
  private readonly running = new Map<string, StoredJob>();
  private timer: NodeJS.Timeout | null = null;
  private stopping = false;

  constructor(
    private readonly jobs: Jobs,
    private readonly store: JobStore,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Creates the missing queues; every process does it, because every process may enqueue. */
  async prepare(): Promise<void> {
    const existing = await this.store.queueNames();
    for (const { queue, task } of this.jobs.handlers) {
      if (!existing.has(queue)) await this.store.ensureQueue(queue, task.options);
    }
  }

  async start(): Promise<void> {
    await this.store.boss.start();
    await this.jobs.planDailies();
    this.log.debug({ queues: this.jobs.handlers.map((handler) => handler.queue) }, 'background tasks started');
    this.poll();
  }

  /** Runs everything due now, and what that work plans in turn, then returns. For the command line and the tests. */
  async runDue(): Promise<void> {
    // A due job may be held by someone else: a round that ran nothing is the end, not a reason to insist.
    for (let ran = 1; ran > 0;) {
      ran = 0;
      for (const handler of await this.dueHandlers()) ran += await this.drain(handler);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    if (this.timer) clearTimeout(this.timer);
    let limit: NodeJS.Timeout | undefined;
    const timeUp = new Promise<void>((resolve) => (limit = setTimeout(resolve, STOP_LIMIT_MS)));
    await Promise.race([Promise.all(this.busy.values()), timeUp]);
    clearTimeout(limit);
    for (const [queue, job] of this.running) await this.store.fail(queue, job, new Error('stopped before its end'));
    await this.store.boss.stop({ graceful: false });
  }

  private poll(): void {
    if (this.stopping) return;
    this.startDue()
      .catch((error: unknown) => {
        this.log.warn({ err: error }, 'background tasks could not be read; trying again');
      })
      .finally(() => {
        if (!this.stopping) this.timer = setTimeout(() => this.poll(), POLL_MS);
      });
  }

  private async startDue(): Promise<void> {
    for (const handler of await this.dueHandlers()) {
      if (this.busy.has(handler.queue) || this.stopping) continue;
      const run = this.drain(handler)
        .catch((error: unknown) => {
          this.log.warn({ err: error, queue: handler.queue }, 'background task could not be recorded; it will run again');
        })
        .finally(() => this.busy.delete(handler.queue));
      this.busy.set(handler.queue, run);
    }
  }

  private async dueHandlers(): Promise<Handler[]> {
    const due = await this.store.dueQueues();
    return this.jobs.handlers.filter((handler) => due.has(handler.queue));
  }

  private async drain(handler: Handler): Promise<number> {
    let ran = 0;
    for (let job = await this.store.take(handler.queue); job !== null; job = await this.store.take(handler.queue)) {
      await this.runOne(handler, job);
      ran += 1;
      if (this.stopping) break;
    }
    return ran;
  }

  private async runOne(handler: Handler, job: StoredJob): Promise<void> {
    this.running.set(handler.queue, job);
    try {
      await handler.run(handler.task.payload.parse(job.data));
    } catch (error) {
      this.log.error({ err: error, queue: handler.queue, job: job.id }, 'background task failed');
      await this.store.fail(handler.queue, job, error);
      return;
    } finally {
      this.running.delete(handler.queue);
    }
    await this.store.succeed(handler.queue, job);
  }
}
