import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects kept by an organisation: their private part, a version per edit, and who changed what. */
export class SavedProjects1764100004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table project
        -- One more at each edit: whoever saves says which version they have read.
        add column version integer not null default 1 constraint project_version_positive check (version > 0),
        add column private_note text,
        add column residents_served integer constraint project_residents_not_negative check (residents_served >= 0),
        add column closing_reason text constraint project_closing_reason_known check (closing_reason in ('place_found_elsewhere', 'place_obtained_here', 'funding_missing', 'team_changed', 'postponed', 'other')),
        add column closing_note text,
        add constraint project_jobs_not_negative check (jobs_planned >= 0),
        add constraint project_hours_not_negative check (insertion_hours_planned >= 0),
        add constraint project_stage_known check (stage in ('idea', 'study', 'funded', 'ready')),
        add constraint project_closing_only_when_closed check (state = 'closed' or (closing_reason is null and closing_note is null));

      create table project_history (
        id uuid constraint project_history_pkey primary key,
        project_id uuid not null constraint project_history_project_fk references project on delete cascade,
        -- The version this act led to; acts that edit nothing keep the version they found.
        version integer not null,
        at timestamptz not null,
        account_id uuid constraint project_history_account_fk references account,
        action text not null,
        from_state text,
        to_state text not null,
        reason text,
        note text,
        -- [{ field, from, to }], private values included: read by members only.
        changes jsonb not null default '[]'
      );
      create index project_history_project on project_history (project_id, id);

      -- How many places suited at the last count, by eligibility.
      alter table project_match add column totals jsonb, add column matched_at timestamptz;
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
