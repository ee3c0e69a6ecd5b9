import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls in two steps: an outline first, the whole file of those who are shortlisted (docs/adr/0100). */
export class CallSteps1764200040000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table call
        -- { questions, documents }: what is asked in the first step; null for a call in one.
        add column first_step jsonb,
        -- Then closes_at is the end of the second.
        add column first_closes_at timestamptz,
        -- { at, files, kept }: the dated act between the two.
        add column shortlist jsonb,
        drop constraint call_state_known,
        -- Never 'open', 'shortlisting' nor 'closed': those are told by the instants.
        add constraint call_state_known check (state in
          ('draft', 'published', 'second_step', 'under_review', 'award_proposed', 'decided', 'results_published', 'unsuccessful', 'cancelled')),
        add constraint call_first_step_has_closing check (first_step is not null or first_closes_at is null),
        add constraint call_published_has_first_closing check (published_at is null or first_step is null or first_closes_at is not null),
        add constraint call_second_step_after_first check (state <> 'second_step' or (first_step is not null and shortlist is not null)),
        add constraint call_steps_follow check (first_closes_at > opens_at and first_closes_at < closes_at);

      alter table call_extension
        -- Which closing of a call in two steps; null when there is one.
        add column step text constraint call_extension_step_known check (step in ('first', 'second'));

      alter table application
        drop constraint application_state_known,
        add constraint application_state_known check (state in
          ('draft', 'filed', 'correction_requested', 'invited', 'not_shortlisted', 'admissible', 'inadmissible', 'under_review', 'shortlisted',
           'selected', 'waiting_list', 'not_selected', 'withdrawn', 'obsolete'));

      -- What agents intend for an outline until the shortlist is announced; who and when is in instruction_act.
      create table shortlist_choice (
        application_id uuid constraint shortlist_choice_pkey primary key constraint shortlist_choice_application_fk references application,
        choice text not null constraint shortlist_choice_known check (choice in ('keep', 'leave')),
        -- Told to the applicant.
        reason text not null,
        at timestamptz not null
      );

      drop function call_state_at(text, timestamptz, timestamptz, timestamptz);
      create function call_state_at(state text, opens_at timestamptz, first_closes_at timestamptz, closes_at timestamptz, now timestamptz) returns text
      language sql immutable parallel safe return
        case when state = 'second_step' then case when now < closes_at then state else 'closed' end
             when state <> 'published' or now < opens_at then state
             when now < coalesce(first_closes_at, closes_at) then 'open'
             when first_closes_at is null then 'closed' else 'shortlisting' end;

      create or replace function call_frozen() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          -- Only what was invented for a demonstration goes, with the rest of it.
          if current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
          raise exception 'a call is never deleted' using errcode = '23514', constraint = 'call_frozen';
        end if;
        if old.state <> 'draft' and new.state = 'draft' then
          raise exception 'a published call is not a draft again' using errcode = '23514', constraint = 'call_frozen';
        end if;
        if old.published_at is not null and (
          (old.title, old.summary, old.description, old.territory_id, old.opens_at, old.contact, old.published_at)
            is distinct from (new.title, new.summary, new.description, new.territory_id, new.opens_at, new.contact, new.published_at)
          or (old.form, old.documents, old.eligibility, old.grid, old.jury, old.shown, old.first_step)
            is distinct from (new.form, new.documents, new.eligibility, new.grid, new.jury, new.shown, new.first_step)
          or new.closes_at < old.closes_at or new.first_closes_at < old.first_closes_at
          or (new.first_closes_at is null) <> (old.first_closes_at is null))
        then
          raise exception 'a published call does not change' using errcode = '23514', constraint = 'call_frozen';
        end if;
        return new;
      end $$;
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
