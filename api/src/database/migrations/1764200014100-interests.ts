import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Spontaneous interest: what becomes of a direct request for a place (docs/adr/0081). */
export class Interests1764200014100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table interest (
        id uuid constraint interest_pkey primary key,
        application_id uuid not null constraint interest_application_fk references application on delete cascade constraint interest_application_once unique,
        site_id uuid not null constraint interest_site_fk references site,
        owner_id uuid not null constraint interest_owner_fk references organisation,
        -- Two months of silence refuse: the clock tells it, nobody writes it.
        state text not null constraint interest_state_known check (state in
          ('received', 'inadmissible', 'declined', 'publicity_open', 'granted_after_publicity', 'granted_directly', 'turned_into_call', 'closed')),
        reason text,
        received_at timestamptz not null,
        silence_counts boolean not null,
        silence_told_at timestamptz,
        call_id uuid constraint interest_call_fk references call,
        decision jsonb,
        updated_at timestamptz not null,
        constraint interest_decided_when_granted check ((decision is not null) = (state in ('granted_after_publicity', 'granted_directly'))),
        constraint interest_call_when_turned check ((call_id is not null) = (state = 'turned_into_call'))
      );
      create index interest_owner on interest (owner_id, received_at, id);
      create index interest_site on interest (site_id, state);
      create unique index interest_one_window on interest (site_id) where state = 'publicity_open';
      create index interest_silent on interest (received_at) where state = 'received' and silence_counts and silence_told_at is null;

      create table interest_rival (
        id uuid constraint interest_rival_pkey primary key,
        interest_id uuid not null constraint interest_rival_interest_fk references interest on delete cascade,
        organisation_id uuid not null constraint interest_rival_organisation_fk references organisation,
        -- Those who asked for the place by a file of their own are rivals too.
        application_id uuid constraint interest_rival_application_fk references application on delete cascade,
        account_id uuid constraint interest_rival_account_fk references account,
        arrived_at timestamptz not null,
        need text not null,
        proposal text not null,
        withdrawn_at timestamptz,
        constraint interest_rival_once unique (interest_id, organisation_id)
      );

      create table interest_history (
        id uuid constraint interest_history_pkey primary key,
        interest_id uuid not null constraint interest_history_interest_fk references interest on delete cascade,
        at timestamptz not null,
        account_id uuid constraint interest_history_account_fk references account,
        action text not null,
        from_state text,
        to_state text not null,
        reason text
      );
      create index interest_history_latest on interest_history (interest_id, id);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
