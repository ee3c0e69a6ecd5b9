import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { Gauge } from 'prom-client';
import type { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { metrics } from '../observability/metrics.js';
import { countWatchedMails, oldestWaitingMail } from './mail.queries.js';

const MESSAGES = 'outgoing_mail_messages';
const OLDEST = 'outgoing_mail_oldest_waiting_seconds';

/** Read from the database when asked for: the process that answers is seldom the one that sends. */
@Injectable()
export class MailMetrics implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    @Inject(getDataSourceToken()) private readonly database: DataSource,
  ) {}

  onModuleInit(): void {
    const messages = gauge(MESSAGES, 'Mails waiting to leave, or given up', ['state'], async () => {
      for (const { state, count } of await countWatchedMails(this.database.manager)) messages.set({ state }, count);
    });
    const oldest = gauge(OLDEST, 'Age of the oldest mail that has not left', [], async () => {
      const since = await oldestWaitingMail(this.database.manager);
      oldest.set(since === null ? 0 : (this.clock.now().getTime() - since.getTime()) / 1_000);
    });
  }
}

/** A database that does not answer leaves the other figures readable: this one is simply absent. */
function gauge(name: string, help: string, labelNames: string[], read: () => Promise<void>): Gauge {
  metrics.removeSingleMetric(name);
  return new Gauge({
    name,
    help,
    labelNames,
    registers: [metrics],
    collect(this: Gauge) {
      return read().catch(() => this.remove());
    },
  });
}
