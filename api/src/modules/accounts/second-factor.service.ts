import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { renewSession } from '../../platform/access/session.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { AccountActs } from './account-acts.js';
import { AccountLimits } from './account-limits.js';
import { AccountPost } from './account-post.js';
import { recoveryCodesRenewedMail, secondFactorOffMail, secondFactorOnMail } from './accounts.notices.js';
import { accountsPolicy } from './accounts.policy.js';
import { type AccountRow, findAccount } from './accounts.queries.js';
import { type CodeInput, DONE, type Done, type RecoveryCodes, type SecondFactorSetup } from './accounts.schemas.js';
import {
  confirmNextSecret,
  findSecondFactor,
  isSecondFactorOn,
  putNextSecret,
  removeSecondFactorOf,
  type SecondFactorRow,
} from './second-factor.queries.js';
import { SecondFactorCodes } from './second-factor-codes.js';
import { whyNotRemove } from './second-factor.rules.js';
import { asSelf } from './self.js';
import { endAllSessions } from './sessions.queries.js';

const SET_UP_WITHIN_MS = 60 * 60_000;

@Injectable()
export class SecondFactorService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly limits: AccountLimits,
    private readonly codes: SecondFactorCodes,
    private readonly post: AccountPost,
    private readonly acts: AccountActs,
  ) {}

  /** A secret for the application of their telephone. The one in use, if any, goes on until the new one has given a code. */
  async start(actor: Actor | null): Promise<SecondFactorSetup> {
    const account = await this.account(asSelf(accountsPolicy.startSecondFactor, actor));
    const setup = this.codes.newSecret(account.email);
    await putNextSecret(this.db.manager, account.id, this.codes.seal(account.id, setup.secret), this.clock.now());
    return setup;
  }

  /** The first code proves that the telephone has it. Every other session is closed: none of them has given a code. */
  async confirm({ code }: CodeInput, actor: Actor | null, request: Request): Promise<RecoveryCodes> {
    const account = await this.account(asSelf(accountsPolicy.confirmSecondFactor, actor));
    await this.limits.code(request, account.id);
    const now = this.clock.now();
    const sealed = nextSecret(await findSecondFactor(this.db.manager, account.id), now);
    const step = this.codes.stepOf(account.id, sealed, code);
    if (step === null) throw problem('wrong-code');
    const { recoveryCodes, epoch } = await this.db.transaction(async (tx) => {
      if (!(await confirmNextSecret(tx, account.id, sealed, step, now))) throw problem('changed-meanwhile');
      const recoveryCodes = await this.codes.renewRecoveryCodes(tx, account.id);
      const epoch = await endAllSessions(tx, account.id);
      await this.post.tell(tx, account, secondFactorOnMail);
      await this.acts.record(tx, account.id, 'turn-on-second-factor');
      return { recoveryCodes, epoch };
    });
    await this.limits.forgetCode(account.id);
    await renewSession(request, { epoch, secondFactorAt: now.toISOString() }, now);
    return { recoveryCodes };
  }

  async remove(actor: Actor | null, request: Request): Promise<Done> {
    const self = asSelf(accountsPolicy.removeSecondFactor, actor);
    const account = await this.account(self);
    const reason = whyNotRemove(self);
    if (reason !== null) throw problem(reason);
    const epoch = await this.db.transaction(async (tx) => {
      if (!(await removeSecondFactorOf(tx, account.id))) throw problem('changed-meanwhile');
      const epoch = await endAllSessions(tx, account.id);
      await this.post.tell(tx, account, secondFactorOffMail);
      await this.acts.record(tx, account.id, 'turn-off-second-factor');
      return epoch;
    });
    delete request.session.secondFactorAt;
    await renewSession(request, { epoch }, this.clock.now());
    return DONE;
  }

  async renewCodes(actor: Actor | null): Promise<RecoveryCodes> {
    const account = await this.account(asSelf(accountsPolicy.renewRecoveryCodes, actor));
    return this.db.transaction(async (tx) => {
      if (!(await isSecondFactorOn(tx, account.id))) throw problem('second-factor-off');
      const recoveryCodes = await this.codes.renewRecoveryCodes(tx, account.id);
      await this.post.tell(tx, account, recoveryCodesRenewedMail);
      await this.acts.record(tx, account.id, 'renew-recovery-codes');
      return { recoveryCodes };
    });
  }

  private async account({ accountId }: Actor): Promise<AccountRow> {
    const account = await findAccount(this.db.manager, accountId);
    if (account === null) throw problem('sign-in-needed');
    return account;
  }
}

function nextSecret(row: SecondFactorRow | null, now: Date): string {
  if (row?.nextSealedSecret == null || row.nextStartedAt === null) throw problem('second-factor-off');
  if (now.getTime() - row.nextStartedAt.getTime() > SET_UP_WITHIN_MS) throw problem('second-factor-off');
  return row.nextSealedSecret;
}
