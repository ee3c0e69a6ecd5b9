import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What applicants and owners write to one another about a file, once it may be read (docs/adr/0075). */
export class Messages1764200013100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table message (
        id uuid constraint message_pkey primary key,
        application_id uuid not null constraint message_application_fk references application,
        side text not null constraint message_side_known check (side in ('applicant', 'owner')),
        account_id uuid constraint message_account_fk references account,
        -- In whose name, and as what in it, at that time.
        organisation_id uuid not null constraint message_organisation_fk references organisation,
        role text not null,
        body text not null constraint message_body_length check (length(body) between 1 and 5000),
        at timestamptz not null
      );
      create index message_thread on message (application_id, id);

      -- Sent before the message that it goes with, and forgotten if none comes.
      create table message_file (
        id uuid constraint message_file_pkey primary key,
        application_id uuid not null constraint message_file_application_fk references application,
        message_id uuid constraint message_file_message_fk references message,
        account_id uuid constraint message_file_account_fk references account,
        title text,
        type text not null,
        bytes bigint not null constraint message_file_bytes_positive check (bytes > 0),
        source_name text not null constraint message_file_source_fk references stored_file,
        state text not null constraint message_file_state_known check (state in ('received', 'ready', 'refused')),
        refusal text constraint message_file_refusal_known check (refusal in ('virus', 'encrypted', 'unreadable', 'active_content')),
        created_at timestamptz not null,
        constraint message_file_refused_says_why check ((state = 'refused') = (refusal is not null))
      );
      create index message_file_application on message_file (application_id, id);
      create index message_file_message on message_file (message_id) where message_id is not null;
      create index message_file_source on message_file (source_name);
      create index message_file_waiting on message_file (created_at) where state = 'received' or message_id is null;

      -- Up to which message each person has read.
      create table message_reading (
        application_id uuid not null constraint message_reading_application_fk references application,
        account_id uuid not null constraint message_reading_account_fk references account,
        until uuid not null,
        constraint message_reading_pkey primary key (application_id, account_id)
      );
      create index message_reading_account on message_reading (account_id);

      -- Threads that the owner closed, after its decision.
      create table message_closing (
        application_id uuid constraint message_closing_pkey primary key constraint message_closing_application_fk references application,
        account_id uuid constraint message_closing_account_fk references account,
        at timestamptz not null
      );

      create function message_append_only() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        raise exception 'a message is never changed' using errcode = '23514', constraint = 'message_append_only';
      end $$;
      create trigger message_append_only before update or delete on message for each row execute function message_append_only();
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
