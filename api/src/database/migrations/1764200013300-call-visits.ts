import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits of the places of a call: hours with a number of places, each booked by one person (docs/adr/0075). */
export class CallVisits1764200013300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table call_visit (
        id uuid constraint call_visit_pkey primary key,
        call_id uuid not null constraint call_visit_call_fk references call,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        meeting text not null constraint call_visit_meeting_length check (length(meeting) between 1 and 500),
        capacity integer not null constraint call_visit_capacity_known check (capacity between 1 and 500),
        account_id uuid constraint call_visit_account_fk references account,
        created_at timestamptz not null,
        cancelled_at timestamptz,
        reason text,
        constraint call_visit_ends_later check (ends_at > starts_at),
        constraint call_visit_cancelled_says_why check ((cancelled_at is null) = (reason is null))
      );
      create index call_visit_call on call_visit (call_id, starts_at);
      create index call_visit_starts on call_visit (starts_at) where cancelled_at is null;

      create table call_visit_booking (
        visit_id uuid not null constraint call_visit_booking_visit_fk references call_visit,
        account_id uuid not null constraint call_visit_booking_account_fk references account,
        -- In whose name; null for oneself.
        organisation_id uuid constraint call_visit_booking_organisation_fk references organisation,
        booked_at timestamptz not null,
        -- Null until the agent has said.
        attended boolean,
        constraint call_visit_booking_pkey primary key (visit_id, account_id)
      );
      create index call_visit_booking_account on call_visit_booking (account_id);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
