import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { currentLanguage } from '../../platform/http/request-context.js';
import type { MailTemplate } from '../../platform/mail/mail-template.js';
import type { LinkPurpose } from './account-link.rules.js';
import { AccountLinks } from './account-links.js';
import { AccountPost } from './account-post.js';
import { noAccountMail } from './accounts.mails.js';
import { findAccountByEmail } from './accounts.queries.js';

/** Links that a stranger asks for by giving an address. */
@Injectable()
export class AccountLinkPost {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly links: AccountLinks,
    private readonly post: AccountPost,
  ) {}

  /** The link, or a message saying that nobody has this address: as much work either way. */
  async send(email: string, purpose: LinkPurpose, template: MailTemplate<{ link: string }>): Promise<void> {
    const account = await findAccountByEmail(this.db.manager, email);
    await this.db.transaction(async (tx) => {
      if (account === null) {
        await this.post.send(tx, { email, language: currentLanguage() }, noAccountMail, { signUpUrl: this.post.page('/inscription') });
        return;
      }
      const link = await this.links.make(tx, { accountId: account.id, purpose });
      await this.post.send(tx, account, template, { link });
    });
  }
}
