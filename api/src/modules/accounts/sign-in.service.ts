import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { closeSession, renewSession } from '../../platform/access/session.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { AccountActs } from './account-acts.js';
import { AccountLimits } from './account-limits.js';
import { AccountLinkPost } from './account-link-post.js';
import { AccountLinks } from './account-links.js';
import { voidTokens } from './account-links.queries.js';
import { signInLinkMail } from './accounts.mails.js';
import { accountsPolicy } from './accounts.policy.js';
import { findAccount, findAccountByEmail, markVerified } from './accounts.queries.js';
import {
  ACCEPTED,
  type Accepted,
  type ConfirmInput,
  DONE,
  type Done,
  type EmailInput,
  type SignInInput,
  type SignInStep,
} from './accounts.schemas.js';
import { Entrance } from './entrance.js';
import { Passwords } from './passwords.js';
import { asSelf } from './self.js';
import { forgetSessions } from './sessions.queries.js';
import { signInAttempts } from './sign-in.metrics.js';

@Injectable()
export class SignInService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly limits: AccountLimits,
    private readonly passwords: Passwords,
    private readonly links: AccountLinks,
    private readonly linkPost: AccountLinkPost,
    private readonly acts: AccountActs,
    private readonly entrance: Entrance,
  ) {}

  /** An unknown address costs as much as a wrong password, and is answered the same. */
  async withPassword({ email, password }: SignInInput, request: Request): Promise<SignInStep> {
    await this.limits.password(request, email);
    const account = await findAccountByEmail(this.db.manager, email);
    const isRight = await this.passwords.isRight(account?.passwordHash ?? null, password);
    if (account === null || !isRight) {
      signInAttempts.inc({ way: 'password', outcome: 'wrong' });
      throw problem('wrong-credentials');
    }
    await this.limits.forgetPassword(email);
    return this.entrance.enter(request, account, 'password');
  }

  async requestLink({ email }: EmailInput, request: Request): Promise<Accepted> {
    await this.limits.mail(request, email);
    await this.linkPost.send(email, 'sign-in', signInLinkMail);
    return ACCEPTED;
  }

  /** Following a link also proves the address. Someone already in confirms by it that it is them. */
  async withLink(token: string, request: Request): Promise<SignInStep> {
    await this.limits.link(request);
    const accountId = await this.db.transaction(async (tx) => {
      const spent = await this.links.use(tx, token, ['sign-in']);
      await voidTokens(tx, spent.accountId, ['sign-in']);
      if (await markVerified(tx, spent.accountId, false, this.clock.now())) {
        await forgetSessions(tx, spent.accountId);
        await this.acts.record(tx, spent.accountId, 'verify-email');
      }
      return spent.accountId;
    });
    const account = await findAccount(this.db.manager, accountId);
    if (account === null) throw problem('link-not-valid');
    return this.entrance.enter(request, account, 'link');
  }

  /** Their password again, so that an unlocked telephone is not enough for what matters. */
  async confirm({ password }: ConfirmInput, actor: Actor | null, request: Request): Promise<Done> {
    const { accountId } = asSelf(accountsPolicy.confirmItIsMe, actor);
    const account = await findAccount(this.db.manager, accountId);
    if (account === null) throw problem('sign-in-needed');
    await this.limits.password(request, account.email);
    if (!(await this.passwords.isRight(account.passwordHash, password))) throw problem('wrong-credentials');
    await this.limits.forgetPassword(account.email);
    const now = this.clock.now();
    await renewSession(request, { freshAt: now.toISOString() }, now);
    return DONE;
  }

  async signOut(request: Request): Promise<Done> {
    await closeSession(request);
    return DONE;
  }
}
