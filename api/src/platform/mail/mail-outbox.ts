import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../clock.js';
import type { Language } from '../http/request-context.js';
import { Ids } from '../ids.js';
import { Jobs } from '../jobs/jobs.js';
import { mailAddress } from './mail-address.js';
import type { MailTemplate } from './mail-template.js';
import { MailTemplates } from './mail-templates.js';
import { addMail, forgetMails, forgetMailsOf } from './mail.queries.js';
import { sendMail } from './mail.tasks.js';

export interface MailToSend<Values extends object> {
  readonly to: string;
  readonly language: Language;
  readonly template: MailTemplate<Values>;
  readonly values: Values;
  /** Names the event, e.g. `invitation-0193…`: the same key never sends twice. Ids only, it outlives the person. */
  readonly eventKey: string;
  readonly accountId?: string;
}

const eventKey = z.string().min(1).max(200);

/** Where every message to a person starts (docs/adr/0040). */
@Injectable()
export class MailOutbox {
  constructor(
    private readonly templates: MailTemplates,
    private readonly jobs: Jobs,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Announces a message inside the caller's transaction: it leaves, once, if and only if the change is committed.
   * @returns false when this event already had its message; nothing is then added
   * @throws ZodError for an address, a key or values that cannot be (a programming error: check what people type before)
   */
  async send<Values extends object>(tx: EntityManager, mail: MailToSend<Values>): Promise<boolean> {
    if (!tx.queryRunner?.isTransactionActive) throw new Error('a mail needs the transaction of the change it announces');
    this.templates.get(mail.template.name);
    const mailId = this.ids.next();
    const isNew = await addMail(tx, {
      id: mailId,
      eventKey: eventKey.parse(mail.eventKey),
      template: mail.template.name,
      language: mail.language,
      recipient: mailAddress.parse(mail.to),
      accountId: mail.accountId ?? null,
      values: mail.template.values.parse(mail.values),
      createdAt: this.clock.now(),
    });
    if (isNew) await this.jobs.enqueue(tx, sendMail, { mailId });
    return isNew;
  }

  /**
   * Erases whom an account's messages went to and what they said; those still waiting never leave. Event keys stay.
   * @param address also forgets what was sent to it under no account, such as an invitation
   */
  async forgetAccount(tx: EntityManager, accountId: string, address: string | null = null): Promise<void> {
    await forgetMails(tx, { accountId, address });
  }

  /** The same for what these templates said to one address; its other messages stay. */
  async forgetAddress(tx: EntityManager, address: string, templates: readonly string[]): Promise<number> {
    return forgetMailsOf(tx, address, templates);
  }

  /** The same for messages older than an instant, whoever they went to, of one template or of all. @returns how many were erased now */
  async forgetBefore(tx: EntityManager, before: Date, template: string | null = null): Promise<number> {
    return forgetMails(tx, { before, template });
  }
}
