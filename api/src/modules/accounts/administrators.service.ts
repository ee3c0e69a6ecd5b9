import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import { AccountLinks } from './account-links.js';
import { voidTokens } from './account-links.queries.js';
import { AccountPost } from './account-post.js';
import { administratorLinkMail } from './accounts.mails.js';
import { addAdministrator, findAccountByEmail, type PromotedAccount } from './accounts.queries.js';
import { forgetSessions } from './sessions.queries.js';

const LINK_MINUTES = 24 * 60;

export interface NewAdministrator {
  readonly change: 'created' | 'promoted' | 'none';
  /** Where to choose a password; null for someone who has one already. */
  readonly link: string | null;
}

/** Who looks after the service first: named from its own command line, since nobody could do it from a page. */
@Injectable()
export class Administrators {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly links: AccountLinks,
    private readonly post: AccountPost,
    private readonly journal: Journal,
  ) {}

  /** May be repeated: a lost link is replaced, nothing else changes. An unconfirmed account keeps nothing its first visitor knew. */
  async create(email: string): Promise<NewAdministrator> {
    return this.db.transaction(async (tx) => {
      const before = await findAccountByEmail(tx, email);
      const account = await addAdministrator(tx, this.ids.next(), email, this.clock.now());
      const change = account.isNew ? 'created' : before?.platformRole === 'platform_administrator' ? 'none' : 'promoted';
      const link = account.hasPassword ? null : await this.sendLink(tx, account);
      if (change !== 'none') await this.recordAct(tx, account.id, before?.platformRole ?? null);
      return { change, link };
    });
  }

  private async sendLink(tx: EntityManager, account: PromotedAccount): Promise<string> {
    await forgetSessions(tx, account.id);
    await voidTokens(tx, account.id, ['verify-email', 'sign-in', 'reset-password']);
    const link = await this.links.make(tx, { accountId: account.id, purpose: 'reset-password', minutes: LINK_MINUTES });
    await this.post.send(tx, account, administratorLinkMail, { link });
    return link;
  }

  private recordAct(tx: EntityManager, accountId: string, from: string | null): Promise<void> {
    const thing = { kind: 'account', id: accountId };
    return this.journal.recordAct(tx, {
      actor: { kind: 'system', id: null },
      action: 'create-administrator',
      thing,
      from,
      to: 'platform_administrator',
    });
  }
}
