import { Inject, Injectable } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { readDeliveryReport, type DeliveryReport, type RecipientReport } from './delivery-report.js';
import { addressKey } from './mail-address.js';
import { closesAddress, oneLine } from './mail-failure.js';
import { findSentMail, recordBounce, reopenAddress } from './mail.queries.js';

export type BounceOutcome =
  | { readonly kind: 'not-a-report' | 'not-ours' | 'only-late' }
  | { readonly kind: 'bounced'; readonly mailId: string; readonly reason: string; readonly closed: boolean };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads what comes back to the sender's address (docs/adr/0040). */
@Injectable()
export class MailBounces {
  constructor(
    private readonly clock: Clock,
    @Inject(getDataSourceToken()) private readonly database: DataSource,
  ) {}

  /**
   * Anyone can write to that address: a report is believed only with the id of a message of ours, which its recipient alone has seen,
   * and it closes only the address that message went to. The same report read twice changes nothing.
   */
  async read(source: string): Promise<BounceOutcome> {
    const report = readDeliveryReport(source);
    if (report === null) return { kind: 'not-a-report' };
    const mail = await this.mailOf(report);
    if (mail === null) return { kind: 'not-ours' };
    const failed = failureIn(report.recipients, mail.recipient);
    if (failed === null) return { kind: 'only-late' };
    const reason = oneLine([failed.status, failed.diagnostic].join(' '));
    const closed = closesAddress(failed.status) && failed.addresses.includes(addressKey(mail.recipient));
    const bounce = { mailId: mail.id, reason, at: this.clock.now(), closes: closed ? mail.recipient : null, secrets: [] };
    await this.database.transaction((tx) => recordBounce(tx, bounce));
    return { kind: 'bounced', mailId: mail.id, reason, closed };
  }

  /** For an address that works again. @returns whether it was closed */
  reopen(address: string): Promise<boolean> {
    return reopenAddress(this.database.manager, address);
  }

  private async mailOf({ messageId, envelopeId }: DeliveryReport): Promise<{ id: string; recipient: string } | null> {
    const ids = [envelopeId, messageId?.replace(/^<|@.*$/g, '')].map((id) => id?.toLowerCase() ?? '').filter((id) => UUID.test(id));
    for (const id of ids) {
      const mail = await findSentMail(this.database.manager, id);
      if (mail) return mail;
    }
    return null;
  }
}

/** The failure that names our recipient, else any: a forwarded message fails under the address it was forwarded to. */
function failureIn(recipients: readonly RecipientReport[], recipient: string): RecipientReport | null {
  const failures = recipients.filter(({ action, status }) => action === 'failed' && !status.startsWith('2.'));
  return failures.find(({ addresses }) => addresses.includes(addressKey(recipient))) ?? failures[0] ?? null;
}
