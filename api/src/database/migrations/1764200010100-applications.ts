import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that answer a call, or ask for a place directly; each filing is kept as it was filed (docs/adr/0071). */
export class Applications1764200010100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create sequence application_number;

      create table application (
        id uuid constraint application_pkey primary key,
        -- Of a call, or of a place asked for directly.
        call_id uuid constraint application_call_fk references call,
        site_id uuid constraint application_site_fk references site,
        organisation_id uuid not null constraint application_organisation_fk references organisation,
        project_id uuid constraint application_project_fk references project,
        state text not null constraint application_state_known check (state in
          ('draft', 'filed', 'correction_requested', 'admissible', 'inadmissible', 'under_review', 'shortlisted', 'selected', 'waiting_list',
           'not_selected', 'withdrawn', 'obsolete')),
        state_reason text,
        version integer not null default 1 constraint application_version_positive check (version > 0),
        title text not null,
        -- As its members write it now; what was filed is in application_filing.
        answers jsonb not null default '{}',
        -- Places of the call, the preferred one first.
        lots uuid[] not null default '{}',
        -- Which answers came from where: { question: { kind, name } }.
        sources jsonb not null default '{}',
        -- The questions of a direct request, as they were when it began; a call keeps its own.
        form jsonb,
        number text constraint application_number_unique unique,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint application_answers_one_thing check (num_nonnulls(call_id, site_id) = 1),
        constraint application_direct_has_form check ((site_id is null) = (form is null)),
        constraint application_filed_has_number check (state in ('draft', 'withdrawn', 'obsolete') or number is not null)
      );
      create index application_call on application (call_id, state) where call_id is not null;
      create index application_site on application (site_id, state) where site_id is not null;
      create index application_organisation on application (organisation_id, id);
      create index application_project on application (project_id) where project_id is not null;

      create table application_filing (
        id uuid constraint application_filing_pkey primary key,
        application_id uuid not null constraint application_filing_application_fk references application,
        sequence integer not null constraint application_filing_sequence_positive check (sequence > 0),
        -- When the request had arrived, which decides; and when it was written down.
        arrived_at timestamptz not null,
        recorded_at timestamptz not null,
        account_id uuid constraint application_filing_account_fk references account,
        content jsonb not null,
        content_hash text not null constraint application_filing_hash_is_sha256 check (content_hash ~ '^[0-9a-f]{64}$'),
        constraint application_filing_once unique (application_id, sequence)
      );

      create table application_file (
        id uuid constraint application_file_pkey primary key,
        application_id uuid not null constraint application_file_application_fk references application,
        account_id uuid constraint application_file_account_fk references account,
        title text,
        type text not null,
        bytes bigint not null constraint application_file_bytes_positive check (bytes > 0),
        source_name text not null constraint application_file_source_fk references stored_file,
        state text not null constraint application_file_state_known check (state in ('received', 'ready', 'refused')),
        refusal text constraint application_file_refusal_known check (refusal in ('virus', 'encrypted', 'unreadable', 'active_content')),
        created_at timestamptz not null,
        constraint application_file_refused_says_why check ((state = 'refused') = (refusal is not null))
      );
      create index application_file_application on application_file (application_id, id);
      create index application_file_source on application_file (source_name);
      create index application_file_waiting on application_file (created_at) where state = 'received';

      create table application_history (
        id uuid constraint application_history_pkey primary key,
        application_id uuid not null constraint application_history_application_fk references application,
        at timestamptz not null,
        account_id uuid constraint application_history_account_fk references account,
        action text not null,
        version integer not null,
        from_state text,
        to_state text not null,
        reason text,
        changes jsonb not null default '[]'
      );
      create index application_history_latest on application_history (application_id, id);

      -- What was filed, when and by whom stays as it was.
      create function application_filing_append_only() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        raise exception 'a filing is never changed' using errcode = '23514', constraint = 'application_filing_append_only';
      end $$;
      create trigger application_filing_append_only before update or delete on application_filing
        for each row execute function application_filing_append_only();
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
