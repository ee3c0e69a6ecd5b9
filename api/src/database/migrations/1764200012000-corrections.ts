import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an owner asks an applicant to correct after filing: which answers are open again, why, and until when. */
export class Corrections1764200012000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table application_correction (
        id uuid constraint application_correction_pkey primary key,
        application_id uuid not null constraint application_correction_application_fk references application,
        account_id uuid constraint application_correction_account_fk references account,
        asked_at timestamptz not null,
        due_at timestamptz not null,
        reason text not null,
        -- [{ field, fault, note }]: a question of the form, or the places wished.
        items jsonb not null,
        -- The filing it was asked about.
        sequence integer not null constraint application_correction_sequence_positive check (sequence > 0),
        outcome text constraint application_correction_outcome_known check (outcome in ('answered', 'cancelled', 'lapsed')),
        closed_at timestamptz,
        constraint application_correction_due_later check (due_at > asked_at),
        constraint application_correction_closed_says_how check ((outcome is null) = (closed_at is null))
      );
      create unique index application_correction_one_open on application_correction (application_id) where closed_at is null;
      create index application_correction_application on application_correction (application_id, id);
      create index application_correction_due on application_correction (due_at) where closed_at is null;
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
