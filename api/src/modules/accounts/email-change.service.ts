import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { currentLanguage } from '../../platform/http/request-context.js';
import { addressKey } from '../../platform/mail/mail-address.js';
import { AccountActs } from './account-acts.js';
import { AccountLimits } from './account-limits.js';
import { AccountLinks } from './account-links.js';
import { isOtherHalfConfirmed, voidEmailChange, voidTokens } from './account-links.queries.js';
import { AccountPost } from './account-post.js';
import { alreadyHaveAccountMail, leaveAddressMail, takeAddressMail } from './accounts.mails.js';
import { emailChangedMail } from './accounts.notices.js';
import { accountsPolicy } from './accounts.policy.js';
import { type AccountRow, findAccount, findAccountByEmail, lockAccount, setEmail } from './accounts.queries.js';
import { ACCEPTED, type Accepted, type EmailChangeView, type EmailInput } from './accounts.schemas.js';
import { asSelf } from './self.js';

const SAME_ADDRESS = { fr: 'est déjà votre adresse', en: 'is your address already' };

@Injectable()
export class EmailChangeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly limits: AccountLimits,
    private readonly links: AccountLinks,
    private readonly post: AccountPost,
    private readonly acts: AccountActs,
  ) {}

  /** A link to each address. When the new one has an account already, only its owner is told, by a message. */
  async ask({ email }: EmailInput, actor: Actor | null, request: Request): Promise<Accepted> {
    const { accountId } = asSelf(accountsPolicy.requestEmailChange, actor);
    const account = await findAccount(this.db.manager, accountId);
    if (account === null) throw problem('sign-in-needed');
    if (addressKey(email) === addressKey(account.email)) throw sameAddress();
    await this.limits.mail(request, account.email);
    await this.limits.mail(request, email);
    await this.db.transaction(async (tx) => {
      await lockAccount(tx, accountId);
      await voidEmailChange(tx, accountId);
      await this.writeToBoth(tx, account, email);
    });
    return ACCEPTED;
  }

  /** In any order; the second confirmation applies the change. Two at once wait for each other on the person's row. */
  async confirm(token: string, request: Request): Promise<EmailChangeView> {
    await this.limits.link(request);
    return this.db.transaction(async (tx) => {
      const spent = await this.links.use(tx, token, ['change-email-old', 'change-email-new']);
      const account = await lockAccount(tx, spent.accountId);
      if (account === null || spent.email === null) throw problem('link-not-valid');
      if (!(await isOtherHalfConfirmed(tx, spent))) return { state: 'waiting-for-other-address' };
      await this.apply(tx, account, spent.email);
      return { state: 'changed' };
    });
  }

  private async writeToBoth(tx: EntityManager, account: AccountRow, email: string): Promise<void> {
    const leave = await this.links.make(tx, { accountId: account.id, purpose: 'change-email-old', email });
    const take = await this.links.make(tx, { accountId: account.id, purpose: 'change-email-new', email });
    await this.post.send(tx, account, leaveAddressMail, { link: leave, newEmail: email });
    const owner = await findAccountByEmail(tx, email);
    const pages = { signInUrl: this.post.page('/connexion'), resetUrl: this.post.page('/mot-de-passe-oublie') };
    if (owner === null) await this.post.send(tx, { ...account, email }, takeAddressMail, { link: take });
    else await this.post.send(tx, owner, alreadyHaveAccountMail, pages);
  }

  /** @throws the constraint of unique addresses, read as `email-taken`: the links then stay good for another try */
  private async apply(tx: EntityManager, account: AccountRow, email: string): Promise<void> {
    await setEmail(tx, account.id, email, this.clock.now());
    await voidTokens(tx, account.id, ['sign-in', 'reset-password', 'verify-email']);
    await this.post.tell(tx, account, emailChangedMail);
    await this.post.tell(tx, { ...account, email }, emailChangedMail);
    await this.acts.record(tx, account.id, 'change-email');
  }
}

function sameAddress() {
  return problem('invalid-input', { errors: [{ in: 'body', pointer: '/email', message: SAME_ADDRESS[currentLanguage()] }] });
}
