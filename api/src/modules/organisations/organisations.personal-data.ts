import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '../../platform/privacy/personal-data.js';

/** What a person typed to claim an organisation, and their address where it is the organisation's. */
@Injectable()
export class OrganisationsPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'claims',
      says: {
        fr: 'les organisations que vous avez revendiquées, vos preuves, et celles dont votre adresse est le contact',
        en: 'the organisations you claimed, your proofs, and those whose contact address is yours',
      },
      holds: ['organisation.claimed_by', 'organisation.proof', 'organisation.contact_email'],
      export: async (db, accountId) => ({ claims: await listMyClaims(db, accountId), contactOf: await listContactOf(db, accountId) }),
      erase: forgetClaims,
    });
  }
}

function listMyClaims(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select id as "organisationId", name as organisation, claimed_at as "claimedAt", proof
    from organisation where claimed_by = ${accountId} order by claimed_at`;
}

function listContactOf(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select o.id as "organisationId", o.name as organisation, o.contact_email as "contactEmail"
    from organisation o join account a on a.id = ${accountId} and lower(o.contact_email) = a.email_key and a.email_verified_at is not null
    order by o.name`;
}

/** Their words go, whatever became of the claim; moderators read that there is no proof any more. The address only when proved theirs. */
async function forgetClaims(tx: EntityManager, accountId: string): Promise<void> {
  await tx.sql`update organisation set proof = null where claimed_by = ${accountId} and proof is not null`;
  await tx.sql`
    update organisation o set contact_email = null from account a
    where a.id = ${accountId} and a.email_verified_at is not null and lower(o.contact_email) = a.email_key`;
}
