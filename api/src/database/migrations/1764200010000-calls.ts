import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls of public owners: written as drafts, frozen when published, open and closed by the clock (docs/adr/0070). */
export class Calls1764200010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table subscription drop constraint subscription_about_known,
        add constraint subscription_about_known check (about in ('place', 'project', 'call', 'organisation', 'commune', 'search'));

      create table call (
        id uuid constraint call_pkey primary key,
        organisation_id uuid not null constraint call_organisation_fk references organisation,
        -- Never 'open' nor 'closed': those are told by the instants.
        state text not null constraint call_state_known check (state in
          ('draft', 'published', 'under_review', 'award_proposed', 'decided', 'results_published', 'unsuccessful', 'cancelled')),
        state_reason text,
        version integer not null default 1 constraint call_version_positive check (version > 0),
        title text not null,
        summary text,
        description text,
        -- A call by zone, where applicants bring the place; null for one by lots.
        territory_id text constraint call_territory_fk references territory,
        opens_at timestamptz,
        closes_at timestamptz,
        form jsonb not null default '[]',
        documents jsonb not null default '[]',
        eligibility jsonb not null default '[]',
        grid jsonb not null default '{"scaleMax": 5, "criteria": [], "tieBreak": []}',
        jury jsonb not null default '{"members": [], "quorum": null}',
        shown jsonb not null default '{"jury": true, "ranking": false, "applicants": "count"}',
        contact text,
        demo boolean not null default false,
        published_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint call_closes_after_it_opens check (closes_at > opens_at),
        constraint call_published_when check (state in ('draft', 'cancelled') or published_at is not null),
        constraint call_published_has_window check (published_at is null or (opens_at is not null and closes_at is not null))
      );
      create index call_organisation on call (organisation_id, id);
      create index call_published on call (closes_at, id) where published_at is not null;

      create table call_lot (
        call_id uuid not null constraint call_lot_call_fk references call,
        site_id uuid not null constraint call_lot_site_fk references site,
        position integer not null,
        constraint call_lot_pkey primary key (call_id, site_id)
      );
      create index call_lot_site on call_lot (site_id);

      create table call_extension (
        id uuid constraint call_extension_pkey primary key,
        call_id uuid not null constraint call_extension_call_fk references call,
        account_id uuid constraint call_extension_account_fk references account,
        from_closes_at timestamptz not null,
        to_closes_at timestamptz not null,
        reason text not null,
        at timestamptz not null,
        constraint call_extension_is_later check (to_closes_at > from_closes_at)
      );
      create index call_extension_call on call_extension (call_id, id);

      -- Asked by one, answered to all: nobody is told who asked.
      create table call_question (
        id uuid constraint call_question_pkey primary key,
        call_id uuid not null constraint call_question_call_fk references call,
        account_id uuid constraint call_question_account_fk references account,
        asked_at timestamptz not null,
        asked text not null,
        -- As published: the agent may take out what would tell who asked.
        question text,
        answer text,
        answered_at timestamptz,
        answered_by uuid constraint call_question_answered_by_fk references account,
        constraint call_question_answered_whole check ((answer is null) = (answered_at is null) and (answer is null) = (question is null))
      );
      create index call_question_call on call_question (call_id, id);

      create table call_history (
        id uuid constraint call_history_pkey primary key,
        call_id uuid not null constraint call_history_call_fk references call,
        at timestamptz not null,
        account_id uuid constraint call_history_account_fk references account,
        action text not null,
        version integer not null,
        from_state text,
        to_state text not null,
        reason text,
        -- [{ field, from, to }]
        changes jsonb not null default '[]'
      );
      create index call_history_latest on call_history (call_id, id);

      create function call_state_at(state text, opens_at timestamptz, closes_at timestamptz, now timestamptz) returns text
      language sql immutable parallel safe return
        case when state <> 'published' or now < opens_at then state when now < closes_at then 'open' else 'closed' end;

      -- What was published binds: neither a page, nor the API, nor a hand in the database changes it.
      create function call_frozen() returns trigger language plpgsql as $$
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
          or (old.form, old.documents, old.eligibility, old.grid, old.jury, old.shown)
            is distinct from (new.form, new.documents, new.eligibility, new.grid, new.jury, new.shown)
          or new.closes_at < old.closes_at)
        then
          raise exception 'a published call does not change' using errcode = '23514', constraint = 'call_frozen';
        end if;
        return new;
      end $$;
      create trigger call_frozen before update or delete on call for each row execute function call_frozen();

      create function call_lot_frozen() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        if exists (select 1 from call c where c.id = coalesce(new.call_id, old.call_id) and c.published_at is not null) then
          raise exception 'the lots of a published call do not change' using errcode = '23514', constraint = 'call_frozen';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger call_lot_frozen before insert or update or delete on call_lot for each row execute function call_lot_frozen();
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
