import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import type { Actor } from '../../../platform/access/permission.js';
import { closeSession } from '../../../platform/access/session.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { Journal } from '../../../platform/journal/journal.js';
import { MailOutbox } from '../../../platform/mail/mail-outbox.js';
import { PersonalData } from '../../../platform/privacy/personal-data.js';
import { accountErasedMail } from './account-privacy.mails.js';
import { accountPrivacyPolicy } from './account-privacy.policy.js';
import type { ErasureDone } from './account-privacy.schemas.js';
import { eraseAccountRows, isLastPlatformAdministrator, lockAccount } from './erasure.queries.js';

/** Why an account goes. To an address nobody ever confirmed nothing is written: it may be a stranger's. */
export type ErasureReason = 'asked' | 'inactive' | 'never_verified';

/** Acts stay, the person goes (docs/adr/0043). */
@Injectable()
export class ErasureService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly outbox: MailOutbox,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async eraseMine(actor: Actor | null, request: Request): Promise<ErasureDone> {
    authorise(accountPrivacyPolicy.eraseMyAccount, actor, { accountId: actor?.accountId ?? null });
    const { accountId } = actor!;
    await this.db.transaction(async (tx) => {
      if (await isLastPlatformAdministrator(tx, accountId)) throw problem('last-platform-administrator');
      const objection = await this.personalData.objection(tx, accountId);
      if (objection !== null) throw objection;
      await this.erase(tx, accountId, 'asked');
    });
    await closeSession(request);
    return { state: 'erased' };
  }

  /** The whole of it, in the caller's transaction. Nothing happens to someone who is gone already. */
  async erase(tx: EntityManager, accountId: string, reason: ErasureReason): Promise<void> {
    const account = await lockAccount(tx, accountId);
    if (account === null) return;
    await this.personalData.erase(tx, accountId);
    await this.outbox.forgetAccount(tx, accountId, account.email);
    await eraseAccountRows(tx, accountId, this.clock.now());
    if (reason !== 'never_verified') {
      await this.outbox.send(tx, {
        to: account.email,
        language: account.language,
        template: accountErasedMail,
        values: { reason },
        eventKey: `account-erased-${accountId}`,
      });
    }
    await this.journal.recordAct(tx, {
      actor: reason === 'asked' ? { kind: 'person', id: accountId } : { kind: 'system', id: null },
      action: 'erase-account',
      thing: { kind: 'account', id: accountId },
      from: 'active',
      to: 'erased',
      facts: { reason },
    });
  }
}
