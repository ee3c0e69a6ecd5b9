import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Secret, TOTP } from 'otpauth';
import { DataSource, type EntityManager } from 'typeorm';
import { AppSecret, hashToken } from '../../platform/access/app-secret.js';
import { Clock } from '../../platform/clock.js';
import { SITE_NAME } from '../../platform/http/web-page.js';
import { AccountActs } from './account-acts.js';
import { AccountPost } from './account-post.js';
import { recoveryCodeUsedMail } from './accounts.notices.js';
import type { AccountRow } from './accounts.queries.js';
import { normaliseRecoveryCode, RECOVERY_CODE_BYTES, RECOVERY_CODES, recoveryCodeOf, totpOf } from './recovery-code.rules.js';
import { findSecondFactor, replaceRecoveryCodes, takeRecoveryCode, takeStep } from './second-factor.queries.js';

/** RFC 6238 as every application knows it; one step of tolerance each way for clocks that drift. */
const SHAPE = { issuer: SITE_NAME, algorithm: 'SHA1', digits: 6, period: 30 } as const;
const TOLERATED_STEPS = 1;

/** One-time codes and recovery codes: made, kept sealed or hashed, and each taken once. */
@Injectable()
export class SecondFactorCodes {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly secret: AppSecret,
    private readonly post: AccountPost,
    private readonly acts: AccountActs,
  ) {}

  newSecret(email: string): { readonly secret: string; readonly uri: string } {
    const totp = new TOTP({ ...SHAPE, label: email, secret: new Secret({ size: 20 }) });
    return { secret: totp.secret.base32, uri: totp.toString() };
  }

  /** Sealed with its person's id, so that it opens for nobody else. */
  seal(accountId: string, secret: string): string {
    return this.secret.seal('second-factor', `${accountId}:${secret}`);
  }

  /** @returns the 30-second step a code belongs to, or null when it is none of this secret's */
  stepOf(accountId: string, sealed: string, typed: string): number | null {
    const token = totpOf(typed);
    const [owner, secret = ''] = this.secret.open('second-factor', sealed).split(':');
    if (token === null || owner !== accountId) return null;
    const timestamp = this.clock.now().getTime();
    const delta = new TOTP({ ...SHAPE, secret }).validate({ token, timestamp, window: TOLERATED_STEPS });
    return delta === null ? null : TOTP.counter({ timestamp, period: SHAPE.period }) + delta;
  }

  /** Takes a code of the application, or a recovery code, which never works again. @returns false when it is neither */
  async take(account: AccountRow, typed: string): Promise<boolean> {
    const row = await findSecondFactor(this.db.manager, account.id);
    if (row?.sealedSecret == null) return false;
    if (totpOf(typed) === null) return this.takeRecovery(account, typed);
    const step = this.stepOf(account.id, row.sealedSecret, typed);
    return step !== null && (await takeStep(this.db.manager, account.id, step));
  }

  /** @returns the new codes, to be shown once; the former ones are gone */
  async renewRecoveryCodes(tx: EntityManager, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(RECOVERY_CODE_BYTES)));
    await replaceRecoveryCodes(
      tx,
      accountId,
      codes.map((code) => hashOf(accountId, code)),
      this.clock.now(),
    );
    return codes;
  }

  private takeRecovery(account: AccountRow, typed: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const taken = await takeRecoveryCode(tx, account.id, hashOf(account.id, typed), this.clock.now());
      if (!taken) return false;
      await this.post.tell(tx, account, recoveryCodeUsedMail);
      await this.acts.record(tx, account.id, 'use-recovery-code');
      return true;
    });
  }
}

function hashOf(accountId: string, code: string): string {
  return hashToken(`${accountId}:${normaliseRecoveryCode(code)}`);
}
