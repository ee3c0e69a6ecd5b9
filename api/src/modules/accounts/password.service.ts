import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { renewSession } from '../../platform/access/session.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { AccountActs } from './account-acts.js';
import { AccountLimits } from './account-limits.js';
import { AccountLinkPost } from './account-link-post.js';
import { AccountLinks } from './account-links.js';
import { voidEmailChange, voidTokens } from './account-links.queries.js';
import { AccountPost } from './account-post.js';
import { resetPasswordMail } from './accounts.mails.js';
import { passwordChangedMail } from './accounts.notices.js';
import { accountsPolicy } from './accounts.policy.js';
import { type AccountRow, findAccount, lockAccount, markVerified, setPassword } from './accounts.queries.js';
import { ACCEPTED, type Accepted, DONE, type Done, type EmailInput, type NewPasswordInput, type ResetInput } from './accounts.schemas.js';
import { Passwords } from './passwords.js';
import { asSelf } from './self.js';
import { forgetSessions } from './sessions.queries.js';

@Injectable()
export class PasswordService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly limits: AccountLimits,
    private readonly passwords: Passwords,
    private readonly links: AccountLinks,
    private readonly linkPost: AccountLinkPost,
    private readonly post: AccountPost,
    private readonly acts: AccountActs,
  ) {}

  async requestReset({ email }: EmailInput, request: Request): Promise<Accepted> {
    await this.limits.mail(request, email);
    await this.linkPost.send(email, 'reset-password', resetPasswordMail);
    return ACCEPTED;
  }

  /** Whoever holds the mailbox takes the account back: every session and every other link ends. A weak password spends nothing. */
  async reset({ token, password }: ResetInput, request: Request): Promise<Done> {
    await this.limits.link(request);
    const account = await this.db.transaction(async (tx) => {
      const { accountId } = await this.links.use(tx, token, ['reset-password']);
      const account = await lockAccount(tx, accountId);
      if (account === null) throw problem('link-not-valid');
      await this.set(tx, account, password);
      await markVerified(tx, account.id, true, this.clock.now());
      await this.acts.record(tx, account.id, 'reset-password');
      return account;
    });
    await this.limits.forgetPassword(account.email);
    return DONE;
  }

  /** Also gives a first password to those who sign in by links. This session goes on; the others end. */
  async change({ password }: NewPasswordInput, actor: Actor | null, request: Request): Promise<Done> {
    const { accountId } = asSelf(accountsPolicy.changePassword, actor);
    const account = await findAccount(this.db.manager, accountId);
    if (account === null) throw problem('sign-in-needed');
    const epoch = await this.db.transaction(async (tx) => {
      const newEpoch = await this.set(tx, account, password);
      await this.acts.record(tx, account.id, 'change-password');
      return newEpoch;
    });
    await renewSession(request, { epoch }, this.clock.now());
    return DONE;
  }

  private async set(tx: EntityManager, account: AccountRow, password: string): Promise<number> {
    const passwordHash = await this.passwords.hashNew(password, [account.email, account.displayName]);
    const epoch = await setPassword(tx, account.id, passwordHash, this.clock.now());
    await forgetSessions(tx, account.id);
    await voidTokens(tx, account.id, ['reset-password', 'sign-in', 'verify-email']);
    await voidEmailChange(tx, account.id);
    await this.post.tell(tx, account, passwordChangedMail);
    return epoch;
  }
}
