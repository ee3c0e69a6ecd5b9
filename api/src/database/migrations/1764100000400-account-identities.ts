import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People known to an identity provider, by its own number for them (docs/adr/0043). */
export class AccountIdentities1764100000400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table account_identity (
        id uuid constraint account_identity_pkey primary key,
        account_id uuid not null constraint account_identity_account_fk references account,
        issuer text not null,
        -- The provider's number for the person: it never changes and is never given to somebody else, as an address may be.
        subject text not null,
        created_at timestamptz not null,
        used_at timestamptz not null,
        constraint account_identity_subject_unique unique (issuer, subject),
        constraint account_identity_one_per_issuer unique (account_id, issuer)
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
