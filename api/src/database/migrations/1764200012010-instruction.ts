import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the agents of an owner keep about the files they examine: for them alone (docs/adr/0072). */
export class Instruction1764200012010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table instruction_criterion (
        id uuid constraint instruction_criterion_pkey primary key,
        application_id uuid not null constraint instruction_criterion_application_fk references application,
        account_id uuid constraint instruction_criterion_account_fk references account,
        label text not null,
        created_at timestamptz not null,
        removed_at timestamptz
      );
      create index instruction_criterion_application on instruction_criterion (application_id, id) where removed_at is null;

      create table instruction_check (
        application_id uuid not null constraint instruction_check_application_fk references application,
        -- 'eligibility:…', 'document:…', 'complete', 'lots', or 'own:' and the criterion an agent added.
        criterion text not null,
        verdict text not null constraint instruction_check_verdict_known check (verdict in ('yes', 'no', 'to_check')),
        note text,
        -- Hash of what was looked at: another answer filed since makes the verdict void.
        subject text not null,
        version integer not null constraint instruction_check_version_positive check (version > 0),
        account_id uuid constraint instruction_check_account_fk references account,
        at timestamptz not null,
        constraint instruction_check_pkey primary key (application_id, criterion)
      );

      create table instruction_note (
        id uuid constraint instruction_note_pkey primary key,
        application_id uuid not null constraint instruction_note_application_fk references application,
        account_id uuid constraint instruction_note_account_fk references account,
        text text not null,
        version integer not null default 1 constraint instruction_note_version_positive check (version > 0),
        created_at timestamptz not null,
        edited_at timestamptz
      );
      create index instruction_note_application on instruction_note (application_id, id);

      create table instruction_label (
        id uuid constraint instruction_label_pkey primary key,
        organisation_id uuid not null constraint instruction_label_organisation_fk references organisation,
        name text not null,
        colour text not null constraint instruction_label_colour_known
          check (colour in ('neutral', 'enamel', 'brick', 'amber', 'moss', 'violet')),
        created_at timestamptz not null,
        removed_at timestamptz
      );
      create unique index instruction_label_named_once on instruction_label (organisation_id, lower(name)) where removed_at is null;

      create table instruction_labelled (
        application_id uuid not null constraint instruction_labelled_application_fk references application,
        label_id uuid not null constraint instruction_labelled_label_fk references instruction_label,
        at timestamptz not null,
        constraint instruction_labelled_pkey primary key (application_id, label_id)
      );
      create index instruction_labelled_label on instruction_labelled (label_id);

      create table instruction_assignment (
        application_id uuid not null constraint instruction_assignment_application_fk references application,
        account_id uuid not null constraint instruction_assignment_account_fk references account,
        at timestamptz not null,
        constraint instruction_assignment_pkey primary key (application_id, account_id)
      );
      create index instruction_assignment_account on instruction_assignment (account_id);

      create table instruction_reading (
        application_id uuid not null constraint instruction_reading_application_fk references application,
        account_id uuid not null constraint instruction_reading_account_fk references account,
        at timestamptz not null,
        constraint instruction_reading_pkey primary key (application_id, account_id)
      );
      create index instruction_reading_account on instruction_reading (account_id);

      create table instruction_view (
        id uuid constraint instruction_view_pkey primary key,
        organisation_id uuid not null constraint instruction_view_organisation_fk references organisation,
        account_id uuid not null constraint instruction_view_account_fk references account,
        name text not null,
        -- The filters as the address of the page says them.
        search text not null,
        shared boolean not null,
        created_at timestamptz not null,
        constraint instruction_view_named_once unique (organisation_id, account_id, name)
      );
      create index instruction_view_account on instruction_view (account_id);

      -- What agents did among themselves; what the applicant may know is in application_history.
      create table instruction_act (
        id uuid constraint instruction_act_pkey primary key,
        application_id uuid not null constraint instruction_act_application_fk references application,
        account_id uuid constraint instruction_act_account_fk references account,
        at timestamptz not null,
        action text not null,
        facts jsonb not null default '{}'
      );
      create index instruction_act_latest on instruction_act (application_id, id);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
