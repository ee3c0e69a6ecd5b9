import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Config } from '../../config.js';
import { Clock } from '../clock.js';
import { InjectConfig } from '../config.token.js';
import { Jobs } from '../jobs/jobs.js';
import type { Log } from '../log.js';
import { LOG } from '../log.token.js';
import { failureOf } from './mail-failure.js';
import { messageIdOf } from './mail-message.js';
import { renderMail } from './mail-render.js';
import { MailTemplates } from './mail-templates.js';
import { type Letter, MAIL_TRANSPORT, type MailTransport } from './mail-transport.js';
import {
  type ClaimedMail,
  claimMail,
  isBeingSent,
  recordBounce,
  recordEnd,
  recordRetry,
  recordSent,
  undeliverableReason,
} from './mail.queries.js';
import { MAX_ATTEMPTS, sendMail } from './mail.tasks.js';

/** Longer than the slowest dialogue with a relay: whoever took a message before that is dead. */
const CLAIM_LASTS_MS = 600_000;
/** A database that restarts is back by then. */
const WRITE_AGAIN_AFTER_MS = [500, 2_000, 8_000, 20_000] as const;

/** Makes the messages of the outbox leave, one at a time (docs/adr/0040). */
@Injectable()
export class MailSender implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly templates: MailTemplates,
    private readonly clock: Clock,
    @Inject(getDataSourceToken()) private readonly database: DataSource,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
    @InjectConfig() private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(sendMail, 'deliver', ({ mailId }) => this.deliver(mailId));
  }

  /** May run twice, or in two processes at once: only who claims the row sends. */
  private async deliver(mailId: string): Promise<void> {
    const db = this.database.manager;
    const now = this.clock.now();
    const mail = await claimMail(db, mailId, now, new Date(now.getTime() - CLAIM_LASTS_MS));
    if (mail === null) {
      if (await isBeingSent(db, mailId)) throw new Error(`mail ${mailId} is in the hands of another process`);
      return;
    }
    const closed = await undeliverableReason(db, mail.recipient);
    if (closed !== null) return this.end(mail, 'cancelled', `address closed: ${closed}`);
    try {
      await this.transport.deliver(this.letter(mail));
    } catch (error) {
      return this.refused(mail, error);
    }
    await insist(() => recordSent(db, mail.id, this.messageId(mail), this.clock.now(), this.secretsOf(mail)));
  }

  private async refused(mail: ClaimedMail, error: unknown): Promise<void> {
    const { kind, reason } = failureOf(error);
    switch (kind) {
      case 'off':
        return this.end(mail, 'cancelled', reason);
      case 'message':
        return this.end(mail, 'failed', reason);
      case 'address':
        await this.database.transaction((tx) =>
          recordBounce(tx, { mailId: mail.id, reason, at: this.clock.now(), closes: mail.recipient, secrets: this.secretsOf(mail) }),
        );
        return;
      case 'later':
        if (mail.attempts >= MAX_ATTEMPTS) return this.end(mail, 'failed', reason);
        await recordRetry(this.database.manager, mail.id, reason);
        // The queue tries again later. The relay's words may hold the address: they are in the row, not in the log.
        throw new Error(`mail ${mail.id} was not taken at attempt ${mail.attempts} of ${MAX_ATTEMPTS}`);
    }
  }

  private async end(mail: ClaimedMail, state: 'failed' | 'cancelled', reason: string): Promise<void> {
    await recordEnd(this.database.manager, mail.id, { state, reason, secrets: this.secretsOf(mail) });
    this.log.warn({ mail: mail.id, template: mail.template, state }, 'a mail will not leave');
  }

  private letter({ id, template, language, recipient, values }: ClaimedMail): Letter {
    const rendered = renderMail(this.templates.get(template), language, values, this.config.publicUrl);
    return { ...rendered, id, template, language, to: recipient, messageId: this.messageId({ id }) };
  }

  private messageId({ id }: Pick<ClaimedMail, 'id'>): string {
    return messageIdOf(id, this.config.mail.from);
  }

  /** A template this program does not know cannot say what is secret: everything is. */
  private secretsOf({ template, values }: ClaimedMail): readonly string[] {
    return this.templates.knows(template) ? this.templates.get(template).secrets : Object.keys(values);
  }
}

/** The relay has the message: a failure to write it down would send it again, so one failure is not taken for an answer. */
async function insist(write: () => Promise<void>): Promise<void> {
  for (const waitMs of WRITE_AGAIN_AFTER_MS) {
    try {
      await write();
      return;
    } catch {
      await pause(waitMs);
    }
  }
  await write();
}
