import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One-time codes, recovery codes, and a number that ends every session of a person at once (docs/adr/0045). */
export class SecondFactor1764100000300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A session remembers the number it was opened under; raising it here ends all of them, even one being opened right now.
      alter table account add column session_epoch integer not null default 0;

      create table second_factor (
        account_id uuid constraint second_factor_pkey primary key constraint second_factor_account_fk references account,
        -- Encrypted (AppSecret); null until a first code has proved that the telephone holds it.
        sealed_secret text,
        confirmed_at timestamptz,
        -- The 30-second step of the last code accepted: each code works once.
        last_step bigint not null default 0,
        -- The one being set up, which replaces the other when its first code is given.
        next_sealed_secret text,
        next_started_at timestamptz,
        constraint second_factor_confirmed_has_secret check ((sealed_secret is null) = (confirmed_at is null)),
        constraint second_factor_next_dated check ((next_sealed_secret is null) = (next_started_at is null))
      );

      -- 80 random bits each, so a plain hash is enough; each works once.
      create table recovery_code (
        hash text constraint recovery_code_pkey primary key,
        account_id uuid not null constraint recovery_code_account_fk references account,
        created_at timestamptz not null,
        used_at timestamptz
      );
      create index recovery_code_account on recovery_code (account_id);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
