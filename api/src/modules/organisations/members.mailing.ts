import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import { InjectConfig } from '../../platform/config.token.js';
import type { Language } from '../../platform/http/request-context.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import type { MailTemplate } from '../../platform/mail/mail-template.js';

interface Notice<Values extends object> {
  readonly template: MailTemplate<Values>;
  readonly values: Values;
  /** Names the event; each recipient's id is added. */
  readonly event: string;
}
interface Addressee {
  readonly accountId: string;
  readonly email: string;
  readonly language: Language;
}

/**
 * Notices to people with an account whose address is confirmed, and to nobody else. It takes accounts, never an address: somebody who
 * was invited and has not accepted cannot be reached through here (invitations.service.ts sends the invitation itself, once).
 */
@Injectable()
export class MembersMailing {
  constructor(
    private readonly outbox: MailOutbox,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** The page of an organisation; `part` is one of its pages for members, e.g. `/gerer/membres`. */
  pageOf(organisationId: string, part = ''): string {
    return `${this.config.publicUrl}/organisations/${organisationId}${part}`;
  }

  async tell<Values extends object>(tx: EntityManager, accountId: string, notice: Notice<Values>): Promise<void> {
    const people = await tx.sql<Addressee[]>`
      select id as "accountId", email, language from account
      where id = ${accountId} and state = 'active' and email_verified_at is not null`;
    await this.send(tx, people, notice);
  }

  async tellAdministrators<Values extends object>(tx: EntityManager, organisationId: string, notice: Notice<Values>): Promise<void> {
    const people = await tx.sql<Addressee[]>`
      select a.id as "accountId", a.email, a.language from membership m join account a on a.id = m.account_id
      where m.organisation_id = ${organisationId} and m.role = 'administrator' and a.state = 'active' and a.email_verified_at is not null
      order by a.id`;
    await this.send(tx, people, notice);
  }

  private async send<Values extends object>(tx: EntityManager, people: readonly Addressee[], notice: Notice<Values>): Promise<void> {
    const { template, values, event } = notice;
    for (const { accountId, email, language } of people) {
      await this.outbox.send(tx, { to: email, language, template, values, eventKey: `${event}-${accountId}`, accountId });
    }
  }
}
