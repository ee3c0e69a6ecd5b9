import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agreements between an owner and who occupies its place, from the draft to the end (docs/adr/0084). */
export class Agreements1764200016000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table agreement (
        id uuid constraint agreement_pkey primary key,
        -- The decision it follows.
        application_id uuid not null constraint agreement_application_fk references application on delete cascade,
        site_id uuid not null constraint agreement_site_fk references site,
        owner_organisation_id uuid not null constraint agreement_owner_fk references organisation,
        occupant_organisation_id uuid not null constraint agreement_occupant_fk references organisation,
        -- The one it renews.
        renews_id uuid constraint agreement_renews_fk references agreement constraint agreement_renewed_once unique,
        -- The days of a signed agreement say whether it runs, opens to renewal or is over: never written.
        state text not null constraint agreement_state_known check (state in
          ('drafting', 'conditions_precedent', 'signed', 'renewed', 'terminated')),
        state_reason text,
        version integer not null default 1 constraint agreement_version_positive check (version > 0),
        terms jsonb not null,
        starts_on date,
        ends_on date,
        -- What the occupant has accepted: the very text of this version.
        accepted_version integer,
        accepted_at timestamptz,
        owner_signed_on date,
        owner_signed_by text,
        occupant_signed_on date,
        occupant_signed_by text,
        -- A notice: by whom, when given, and its last day.
        notice_by text constraint agreement_notice_by_known check (notice_by in ('owner', 'occupant')),
        notice_given_on date,
        notice_reason text,
        leaves_on date,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint agreement_dates_in_order check (ends_on is null or starts_on is null or ends_on >= starts_on),
        constraint agreement_signed_by_both check (
          state not in ('signed', 'renewed') or num_nulls(starts_on, owner_signed_on, owner_signed_by, occupant_signed_on, occupant_signed_by) = 0),
        constraint agreement_notice_whole check (num_nulls(notice_by, notice_given_on, leaves_on) in (0, 3)),
        constraint agreement_two_parties check (owner_organisation_id <> occupant_organisation_id)
      );
      create index agreement_owner on agreement (owner_organisation_id, id);
      create index agreement_occupant on agreement (occupant_organisation_id, id);
      create index agreement_site on agreement (site_id);
      create index agreement_application on agreement (application_id);
      create index agreement_ending on agreement (ends_on) where state = 'signed';

      -- What must be proved before anybody signs: the proof, its day, and who wrote it down.
      create table agreement_condition_met (
        agreement_id uuid not null constraint agreement_condition_met_agreement_fk references agreement on delete cascade,
        condition_id text not null,
        met_on date not null,
        proof text not null,
        at timestamptz not null,
        account_id uuid constraint agreement_condition_met_account_fk references account,
        constraint agreement_condition_met_pkey primary key (agreement_id, condition_id)
      );

      create table agreement_comment (
        id uuid constraint agreement_comment_pkey primary key,
        agreement_id uuid not null constraint agreement_comment_agreement_fk references agreement on delete cascade,
        organisation_id uuid not null constraint agreement_comment_organisation_fk references organisation,
        account_id uuid constraint agreement_comment_account_fk references account,
        at timestamptz not null,
        version integer not null,
        text text not null
      );
      create index agreement_comment_agreement on agreement_comment (agreement_id, id);

      -- What the calendar has made known, once each: the start, reminders before the end, reports awaited, the end.
      create table agreement_told (
        agreement_id uuid not null constraint agreement_told_agreement_fk references agreement on delete cascade,
        what text not null constraint agreement_told_known check (what in
          ('started', 'reminder_12', 'reminder_6', 'reminder_3', 'report_due', 'over')),
        -- The day it is about: another end has other reminders.
        day date not null,
        at timestamptz not null,
        constraint agreement_told_pkey primary key (agreement_id, what, day)
      );

      create table agreement_report (
        agreement_id uuid not null constraint agreement_report_agreement_fk references agreement on delete cascade,
        year integer not null constraint agreement_report_year_positive check (year > 0),
        received_at timestamptz not null,
        account_id uuid constraint agreement_report_account_fk references account,
        jobs integer constraint agreement_report_jobs_not_negative check (jobs >= 0),
        insertion_hours integer constraint agreement_report_hours_not_negative check (insertion_hours >= 0),
        people_welcomed integer constraint agreement_report_people_not_negative check (people_welcomed >= 0),
        words text not null,
        constraint agreement_report_pkey primary key (agreement_id, year)
      );

      create table agreement_history (
        id uuid constraint agreement_history_pkey primary key,
        agreement_id uuid not null constraint agreement_history_agreement_fk references agreement on delete cascade,
        at timestamptz not null,
        account_id uuid constraint agreement_history_account_fk references account,
        action text not null,
        version integer not null,
        from_state text,
        to_state text not null,
        reason text,
        fields text[] not null default '{}'
      );
      create index agreement_history_latest on agreement_history (agreement_id, id);

      -- Terms stay as they were signed.
      create function agreement_signed_stays() returns trigger language plpgsql as $$
      begin
        if old.state in ('signed', 'renewed', 'terminated') and new.terms is distinct from old.terms then
          raise exception 'the terms of a signed agreement do not change' using errcode = '23514', constraint = 'agreement_signed_stays';
        end if;
        return new;
      end $$;
      create trigger agreement_signed_stays before update on agreement for each row execute function agreement_signed_stays();
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
