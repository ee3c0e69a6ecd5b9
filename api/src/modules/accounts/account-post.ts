import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import { InjectConfig } from '../../platform/config.token.js';
import type { Language } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import type { MailTemplate } from '../../platform/mail/mail-template.js';

interface Addressee {
  readonly id?: string;
  readonly email: string;
  readonly language: Language;
}

/** Messages of accounts. Each is an event of its own: asking twice sends twice, within the limits per address. */
@Injectable()
export class AccountPost {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly ids: Ids,
    @InjectConfig() private readonly config: Config,
  ) {}

  async send<Values extends object>(tx: EntityManager, to: Addressee, template: MailTemplate<Values>, values: Values): Promise<void> {
    await this.outbox.send(tx, {
      to: to.email,
      language: to.language,
      template,
      values,
      eventKey: `${template.name}-${this.ids.next()}`,
      ...(to.id === undefined ? {} : { accountId: to.id }),
    });
  }

  async tell(tx: EntityManager, to: Addressee, template: MailTemplate<{ accountUrl: string }>): Promise<void> {
    await this.send(tx, to, template, { accountUrl: this.page('/mon-compte/securite') });
  }

  /** Full address of a page of the web application. */
  page(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}
