import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What passers-by say stands at a place, what its keeper says of it, and photos sent by people without an account. */
export class StandingAnswers1764200008000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table site
        -- What two passers-by say alike, or that they differ; null = unknown. Follows from the answers.
        add column standing text constraint site_standing_known check (standing in ('standing', 'lived_in', 'demolished', 'never_built', 'contested'));

      -- Null: sent by a passer-by, in nobody's space.
      alter table site_media alter column organisation_id drop not null;

      create table standing_answer (
        id uuid constraint standing_answer_pkey primary key,
        site_id uuid not null constraint standing_answer_site_fk references site on delete cascade,
        answer text not null constraint standing_answer_known check (answer in ('standing', 'lived_in', 'demolished', 'never_built')),
        answered_at timestamptz not null,
        account_id uuid constraint standing_answer_account_fk references account,
        -- Keyed fingerprint of this place and of the network it was answered from: tells two people apart, leads to nobody.
        -- Forgotten once no other answer can agree with this one any more.
        network_key text,
        photo_id uuid constraint standing_answer_photo_fk references site_media on delete set null,
        -- By a moderator, who says why: it is no longer counted.
        set_aside_reason text,
        set_aside_at timestamptz,
        constraint standing_answer_set_aside_says_why check ((set_aside_at is null) = (set_aside_reason is null))
      );
      create index standing_answer_site on standing_answer (site_id, answered_at);
      create index standing_answer_account on standing_answer (account_id) where account_id is not null;
      create index standing_answer_photo on standing_answer (photo_id) where photo_id is not null;
      create index standing_answer_to_forget on standing_answer (answered_at) where network_key is not null;

      -- What the keeper of a place says of it, beside the passers-by.
      create table standing_statement (
        site_id uuid constraint standing_statement_pkey primary key constraint standing_statement_site_fk references site on delete cascade,
        says text not null constraint standing_statement_known check (says in ('standing', 'lived_in', 'demolished', 'never_built')),
        note text,
        stated_at timestamptz not null,
        organisation_id uuid not null constraint standing_statement_organisation_fk references organisation,
        account_id uuid not null constraint standing_statement_account_fk references account
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
