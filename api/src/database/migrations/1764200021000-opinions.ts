import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Opinions that agents ask of services and people outside, by a link without account (docs/adr/0095). */
export class Opinions1764200021000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table instruction_opinion (
        id uuid constraint instruction_opinion_pkey primary key,
        application_id uuid not null constraint instruction_opinion_application_fk references application on delete cascade,
        account_id uuid constraint instruction_opinion_account_fk references account,
        who text not null,
        -- Null once forgotten.
        email text,
        language text not null constraint instruction_opinion_language_known check (language in ('fr', 'en')),
        question text not null,
        -- What is shown of the file: sections of its form, or the places wished.
        sections text[] not null constraint instruction_opinion_shows_something check (cardinality(sections) > 0),
        shared boolean not null,
        asked_at timestamptz not null,
        due_at timestamptz not null,
        -- The link itself is nowhere: it follows from the number and the secret of the service.
        token_hash text not null constraint instruction_opinion_token unique,
        state text not null constraint instruction_opinion_state_known check (state in ('asked', 'answered', 'revoked')),
        reminded_at timestamptz,
        answered_at timestamptz,
        signed_by text,
        conclusion text constraint instruction_opinion_conclusion_known check (conclusion in
          ('favourable', 'with_reservations', 'unfavourable', 'none')),
        answer text,
        -- The filing it is about.
        sequence integer,
        revoked_at timestamptz,
        reason text,
        constraint instruction_opinion_answer_whole check (
          num_nulls(answered_at, signed_by, conclusion, answer, sequence) = case when state = 'answered' then 0 else 5 end),
        constraint instruction_opinion_revoked_why check (num_nulls(revoked_at, reason) = case when state = 'revoked' then 0 else 2 end)
      );
      create index instruction_opinion_application on instruction_opinion (application_id, id);
      create index instruction_opinion_waiting on instruction_opinion (due_at) where state = 'asked' and reminded_at is null;
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
