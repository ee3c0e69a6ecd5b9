import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { openSession, renewSession, type SignInMethod } from '../../platform/access/session.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids.js';
import { AccountActs } from './account-acts.js';
import { AccountLimits } from './account-limits.js';
import { type AccountRow, findAccount, setSignedIn } from './accounts.queries.js';
import type { CodeInput, SignInStep } from './accounts.schemas.js';
import { isSecondFactorOn } from './second-factor.queries.js';
import { SecondFactorCodes } from './second-factor-codes.js';
import { signInAttempts } from './sign-in.metrics.js';

const CODE_WITHIN_MS = 10 * 60_000;
type Entering = Pick<AccountRow, 'id' | 'sessionEpoch' | 'platformRole'>;

/** The way in once someone has shown who they are, however they did: the second factor if they have one, then a new session. */
@Injectable()
export class Entrance {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly limits: AccountLimits,
    private readonly codes: SecondFactorCodes,
    private readonly acts: AccountActs,
  ) {}

  /**
   * @param account as read when it was shown who they are: a password changed meanwhile closes the door
   * @param secondFactor `given` when an identity provider we trust for it has checked one
   */
  async enter(
    request: Request,
    account: Entering,
    method: SignInMethod,
    secondFactor: 'to-give' | 'given' = 'to-give',
  ): Promise<SignInStep> {
    const now = this.clock.now();
    // Someone already in confirms that it is them: a second factor that was passed stays passed.
    if (request.actor?.accountId === account.id) {
      const given = secondFactor === 'given' ? { secondFactorAt: now.toISOString() } : {};
      await renewSession(request, { freshAt: now.toISOString(), epoch: account.sessionEpoch, ...given }, now);
      return { step: 'signed-in' };
    }
    if (secondFactor === 'to-give' && (await isSecondFactorOn(this.db.manager, account.id))) {
      const until = new Date(now.getTime() + CODE_WITHIN_MS).toISOString();
      await openSession(request, { pending: { accountId: account.id, epoch: account.sessionEpoch, until, method } }, this.ids.next(), now);
      return { step: 'second-factor' };
    }
    await this.open(request, account, method, secondFactor === 'given');
    return { step: 'signed-in' };
  }

  /** The code of someone whose password, link or provider was right a moment ago. */
  async giveSecondFactor({ code }: CodeInput, request: Request): Promise<SignInStep> {
    const { pending } = request.session;
    if (pending === undefined || this.clock.now().getTime() > Date.parse(pending.until)) throw problem('sign-in-needed');
    await this.limits.code(request, pending.accountId);
    const account = await findAccount(this.db.manager, pending.accountId);
    if (account === null || !(await this.codes.take(account, code))) {
      signInAttempts.inc({ way: 'second-factor', outcome: 'wrong' });
      throw problem('wrong-code');
    }
    await this.limits.forgetCode(account.id);
    await this.open(request, { ...account, sessionEpoch: pending.epoch }, pending.method, true);
    return { step: 'signed-in' };
  }

  /** Sign-ins of those who look after the service are acts; those of everyone else are nobody's business (docs/adr/0045). */
  private async open(request: Request, account: Entering, method: SignInMethod, secondFactor: boolean): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await setSignedIn(tx, account.id, now);
      if (account.platformRole !== null) await this.acts.record(tx, account.id, 'sign-in');
    });
    const passed = secondFactor ? { secondFactorAt: now.toISOString() } : {};
    await openSession(request, { accountId: account.id, epoch: account.sessionEpoch, ...passed }, this.ids.next(), now);
    signInAttempts.inc({ way: method, outcome: 'signed-in' });
  }
}
