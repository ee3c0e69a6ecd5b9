import type { MigrationInterface, QueryRunner } from 'typeorm';

/** “Knock together”: organisations that look at a lead, and the letters to its presumed owner. */
export class Knocks1764200008020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table knock_party (
        id uuid constraint knock_party_pkey primary key,
        site_id uuid not null constraint knock_party_site_fk references site on delete cascade,
        organisation_id uuid not null constraint knock_party_organisation_fk references organisation on delete cascade,
        account_id uuid constraint knock_party_account_fk references account,
        -- Agrees to be named, on the sheet and in the letter.
        named boolean not null,
        joined_at timestamptz not null,
        left_at timestamptz
      );
      create unique index knock_party_once on knock_party (site_id, organisation_id) where left_at is null;
      create index knock_party_organisation on knock_party (organisation_id);

      create table knock_letter (
        id uuid constraint knock_letter_pkey primary key,
        site_id uuid not null constraint knock_letter_site_fk references site on delete cascade,
        organisation_id uuid not null constraint knock_letter_organisation_fk references organisation,
        account_id uuid constraint knock_letter_account_fk references account,
        state text not null constraint knock_letter_state_known check (state in ('written', 'interested', 'not_available', 'not_mine', 'stopped')),
        language text not null constraint knock_letter_language_known check (language in ('fr', 'en')),
        written_at timestamptz not null,
        -- As the letter says them: those that agreed to be named, and how many they all are.
        names text[] not null,
        organisation_count int not null constraint knock_letter_organisation_count_positive check (organisation_count > 0),
        -- Of the code printed in it, which is the whole authority of whoever answers.
        code_hash text not null constraint knock_letter_code_unique unique,
        -- Of the address it was also sent to, so that a refusal holds for all places of that address.
        address_hash text,
        answered_at timestamptz,
        -- In the owner's words, for the organisations that wrote.
        note text,
        constraint knock_letter_answered_when check ((state = 'written') = (answered_at is null))
      );
      create index knock_letter_site on knock_letter (site_id, written_at);
      create index knock_letter_stopped on knock_letter (address_hash) where state = 'stopped';
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
