import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../platform/journal/journal.js';

export type AccountAct =
  | 'sign-up'
  | 'verify-email'
  | 'sign-in'
  | 'change-password'
  | 'reset-password'
  | 'change-email'
  | 'turn-on-second-factor'
  | 'turn-off-second-factor'
  | 'renew-recovery-codes'
  | 'use-recovery-code'
  | 'revoke-session'
  | 'revoke-other-sessions';

/** What people do with their own account, in the journal: ids only. Last in each transaction, as the journal asks. */
@Injectable()
export class AccountActs {
  constructor(private readonly journal: Journal) {}

  record(tx: EntityManager, accountId: string, action: AccountAct): Promise<void> {
    return this.journal.recordAct(tx, { actor: { kind: 'person', id: accountId }, action, thing: { kind: 'account', id: accountId } });
  }
}
