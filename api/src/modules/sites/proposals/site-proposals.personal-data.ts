import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { MailOutbox } from '../../../platform/mail/mail-outbox.js';
import { PersonalData } from '../../../platform/privacy/personal-data.js';
import { Retention } from '../../../platform/privacy/retention.js';
import { forgetAddresses, forgetUnconfirmed } from './site-proposals.queries.js';

/** What a person proposed stays with the place it is about; the name, the address and the account go with the person. */
@Injectable()
export class SiteProposalsPersonalData implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
    private readonly outbox: MailOutbox,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'site-proposals',
      says: {
        fr: 'les corrections et les lieux que vous avez proposés, et ce qu’ils sont devenus',
        en: 'the corrections and places you proposed, and what became of them',
      },
      holds: ['site_proposal.account_id', 'site_proposal.email', 'site_proposal.decided_by'],
      export: async (db, accountId) => ({ proposals: await listMine(db, accountId) }),
      erase: forget,
    });
    this.retention.appliedBy('unconfirmed_proposal', (before) => this.db.transaction((tx) => this.forgetUnconfirmed(tx, before)));
    this.retention.appliedBy('proposal_address', (before) => forgetAddresses(this.db.manager, before));
  }

  /** Nobody said yes: the message that asked is forgotten with the address. */
  private async forgetUnconfirmed(tx: EntityManager, before: Date): Promise<number> {
    const addresses = await forgetUnconfirmed(tx, before);
    for (const address of addresses) await this.outbox.forgetAddress(tx, address, ['site-proposal-to-confirm']);
    return addresses.length;
  }
}

const OF_PERSON = `(account_id = $1 or email is not null and lower(email) =
  (select email_key from account where id = $1 and email_verified_at is not null))`;

function listMine(db: EntityManager, accountId: string): Promise<object[]> {
  return db.query(
    `select p.proposed_at as at, p.kind, p.state, p.site_id as "siteId", p.proposed, p.source, p.credit, p.reason
     from site_proposal p where ${OF_PERSON} order by p.id`,
    [accountId],
  );
}

async function forget(tx: EntityManager, accountId: string): Promise<void> {
  await tx.query(`update site_proposal set credit = null, email = null, account_id = null where ${OF_PERSON}`, [accountId]);
}
