import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { Ids } from '../../platform/ids.js';
import { AccountActs } from './account-acts.js';
import { ACCOUNT_LINKS } from './account-link.rules.js';
import { AccountLimits } from './account-limits.js';
import { AccountLinks } from './account-links.js';
import { voidTokens } from './account-links.queries.js';
import { AccountPost } from './account-post.js';
import { alreadyHaveAccountMail, firstLinkMail, verifyAddressMail } from './accounts.mails.js';
import { accountsPolicy } from './accounts.policy.js';
import { addOrReplaceUnverified, findAccount, findAccountByEmail, markVerified } from './accounts.queries.js';
import { ACCEPTED, type Accepted, DONE, type Done, type SignUpInput } from './accounts.schemas.js';
import { Passwords } from './passwords.js';
import { asSelf } from './self.js';
import { forgetSessions } from './sessions.queries.js';

@Injectable()
export class SignUpService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly limits: AccountLimits,
    private readonly passwords: Passwords,
    private readonly links: AccountLinks,
    private readonly post: AccountPost,
    private readonly acts: AccountActs,
  ) {}

  /** The same answer and the same work whoever has the address: the message says which it was. */
  async signUp({ password, ...person }: SignUpInput, request: Request): Promise<Accepted> {
    await this.limits.mail(request, person.email);
    const passwordHash = password === null ? null : await this.passwords.hashNew(password, [person.email, person.displayName]);
    await this.db.transaction(async (tx) => {
      const account = await addOrReplaceUnverified(tx, { id: this.ids.next(), passwordHash, ...person }, this.clock.now());
      if (account === null) {
        await this.tellOwner(tx, person.email);
        return;
      }
      await forgetSessions(tx, account.id);
      await voidTokens(tx, account.id, ['verify-email', 'sign-in', 'reset-password']);
      await this.sendFirstLink(tx, { ...person, id: account.id }, passwordHash !== null);
      if (account.isNew) await this.acts.record(tx, account.id, 'sign-up');
    });
    return ACCEPTED;
  }

  /** Follows the link of the sign-up: the password chosen with it stays. */
  async verifyEmail(token: string, request: Request): Promise<Done> {
    await this.limits.link(request);
    await this.db.transaction(async (tx) => {
      const { accountId } = await this.links.use(tx, token, ['verify-email']);
      await voidTokens(tx, accountId, ['verify-email']);
      const isFirst = await markVerified(tx, accountId, true, this.clock.now());
      if (isFirst) await this.acts.record(tx, accountId, 'verify-email');
    });
    return DONE;
  }

  /** A new link, for those who signed in before confirming. To a confirmed address, none is needed and none leaves. */
  async resendVerification(actor: Actor | null, request: Request): Promise<Accepted> {
    const { accountId } = asSelf(accountsPolicy.resendVerification, actor);
    const account = await findAccount(this.db.manager, accountId);
    if (account === null || account.emailVerified) return ACCEPTED;
    await this.limits.mail(request, account.email);
    await this.db.transaction((tx) => this.sendFirstLink(tx, account, account.passwordHash !== null));
    return ACCEPTED;
  }

  private async sendFirstLink(tx: EntityManager, person: Parameters<AccountPost['send']>[1] & { id: string }, hasPassword: boolean) {
    const purpose = hasPassword ? 'verify-email' : 'sign-in';
    const link = await this.links.make(tx, { accountId: person.id, purpose, minutes: ACCOUNT_LINKS['verify-email'].minutes });
    await this.post.send(tx, person, hasPassword ? verifyAddressMail : firstLinkMail, { link });
  }

  private async tellOwner(tx: EntityManager, email: string): Promise<void> {
    const owner = await findAccountByEmail(tx, email);
    if (owner === null) return;
    const pages = { signInUrl: this.post.page('/connexion'), resetUrl: this.post.page('/mot-de-passe-oublie') };
    await this.post.send(tx, owner, alreadyHaveAccountMail, pages);
  }
}
