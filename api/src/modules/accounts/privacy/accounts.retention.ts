import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Config } from '../../../config.js';
import { Clock } from '../../../platform/clock.js';
import { InjectConfig } from '../../../platform/config.token.js';
import { MailOutbox } from '../../../platform/mail/mail-outbox.js';
import { PersonalData } from '../../../platform/privacy/personal-data.js';
import { Retention } from '../../../platform/privacy/retention.js';
import { accountErasedMail, inactivityWarningMail } from './account-privacy.mails.js';
import { type ErasureReason, ErasureService } from './erasure.service.js';
import { lockAccount } from './erasure.queries.js';
import { claimWarning, deleteOldTokens, findInactive, findUnverified, findWarnedInVain } from './retention.queries.js';

const WARNING_DAYS = 30;
const DAY_MS = 86_400_000;
/** Accounts in a situation, or the one given if it is. */
type FindAccounts = (db: EntityManager, accountId: string | null) => Promise<string[]>;

/** The lines of the retention table that are about accounts. */
@Injectable()
export class AccountsRetention implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly erasure: ErasureService,
    private readonly personalData: PersonalData,
    private readonly outbox: MailOutbox,
    private readonly clock: Clock,
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.retention.appliedBy('token', (before) => deleteOldTokens(this.db.manager, before));
    this.retention.appliedBy('unverified_account', (before) =>
      this.eraseAll('never_verified', (db, accountId) => findUnverified(db, before, accountId)),
    );
    this.retention.appliedBy('inactive_account', (before, now) => this.warnThenErase(before, now));
    this.retention.appliedBy('farewell_mail', (before) =>
      this.db.transaction((tx) => this.outbox.forgetBefore(tx, before, accountErasedMail.name)),
    );
  }

  private async warnThenErase(before: Date, now: Date): Promise<number> {
    const warnedBefore = new Date(now.getTime() - WARNING_DAYS * DAY_MS);
    const erased = await this.eraseAll('inactive', (db, accountId) => findWarnedInVain(db, warnedBefore, accountId));
    for (const accountId of await findInactive(this.db.manager, before)) await this.warn(accountId, before);
    return erased;
  }

  private async warn(accountId: string, before: Date): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const account = await claimWarning(tx, accountId, before, now);
      if (account === null) return;
      await this.outbox.send(tx, {
        to: account.email,
        language: account.language,
        template: inactivityWarningMail,
        values: { signInUrl: `${this.config.publicUrl}/connexion`, days: WARNING_DAYS },
        eventKey: `inactivity-warning-${accountId}-${now.toISOString().slice(0, 10)}`,
        accountId,
      });
    });
  }

  /** One transaction each. Found again under a lock: a person who signed in meanwhile stays, so does one that others depend on. */
  private async eraseAll(reason: ErasureReason, find: FindAccounts): Promise<number> {
    let erased = 0;
    for (const accountId of await find(this.db.manager, null)) {
      await this.db.transaction(async (tx) => {
        await lockAccount(tx, accountId);
        if ((await find(tx, accountId)).length === 0 || (await this.personalData.objection(tx, accountId)) !== null) return;
        await this.erasure.erase(tx, accountId, reason);
        erased += 1;
      });
    }
    return erased;
  }
}
