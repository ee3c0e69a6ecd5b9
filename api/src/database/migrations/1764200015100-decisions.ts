import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The award of a call: proposed inside, decided by an authority, published to all at once, and what is amended since (docs/adr/0083). */
export class Decisions1764200015100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table award (
        call_id uuid constraint award_pkey primary key constraint award_call_fk references call,
        deed_kind text not null constraint award_deed_kind_known check (deed_kind in
          ('temporary_occupation', 'administrative_emphyteutic_lease', 'emphyteutic_lease', 'loan_for_use', 'solidarity_lease', 'civil_lease',
           'commercial_lease', 'short_commercial_lease', 'sale')),
        -- Why the order departs from the ranking: for the authority.
        departure text,
        -- The act of the authority; null as long as nothing is decided.
        authority_name text,
        authority_function text,
        decided_on date,
        reference text,
        recorded_by uuid constraint award_recorded_by_fk references account,
        recorded_at timestamptz,
        -- What everyone reads, as it was published, and its SHA-256.
        results jsonb,
        results_hash text constraint award_results_hash_is_sha256 check (results_hash ~ '^[0-9a-f]{64}$'),
        published_at timestamptz,
        updated_at timestamptz not null,
        constraint award_decided_whole check (num_nulls(authority_name, authority_function, decided_on, reference, recorded_at) in (0, 5)),
        constraint award_published_after_decision check (published_at is null or recorded_at is not null),
        constraint award_published_whole check (num_nulls(results, results_hash, published_at) in (0, 3))
      );

      create table award_line (
        id uuid constraint award_line_pkey primary key,
        call_id uuid not null constraint award_line_award_fk references award,
        -- The lot; null in a call by zone.
        site_id uuid constraint award_line_site_fk references site,
        application_id uuid not null constraint award_line_application_fk references application,
        outcome text not null constraint award_line_outcome_known check (outcome in ('selected', 'waiting_list', 'not_selected', 'withdrawn', 'reopened')),
        -- Of the waiting list.
        waiting_rank integer constraint award_line_rank_positive check (waiting_rank > 0),
        -- [{ criterion, text }]
        reasons jsonb not null default '[]',
        constraint award_line_once unique nulls not distinct (call_id, site_id, application_id),
        constraint award_line_rank_when_waiting check ((outcome = 'waiting_list') = (waiting_rank is not null))
      );
      create unique index award_line_one_selected on award_line (call_id, site_id) nulls not distinct where outcome = 'selected';
      create unique index award_line_waiting on award_line (call_id, site_id, waiting_rank) nulls not distinct where outcome = 'waiting_list';
      create index award_line_application on award_line (application_id);
      create index award_line_site on award_line (site_id) where site_id is not null;

      -- What changed after the results: a withdrawal, a promotion, a reopening, a new decision. Read by everyone.
      create table award_amendment (
        id uuid constraint award_amendment_pkey primary key,
        call_id uuid not null constraint award_amendment_award_fk references award,
        site_id uuid constraint award_amendment_site_fk references site,
        application_id uuid not null constraint award_amendment_application_fk references application,
        kind text not null constraint award_amendment_kind_known check (kind in ('withdrawn', 'promoted', 'reopened', 'selected', 'waiting_list', 'not_selected')),
        at timestamptz not null,
        account_id uuid constraint award_amendment_account_fk references account,
        authority_name text,
        authority_function text,
        decided_on date,
        reference text,
        reason text
      );
      create index award_amendment_call on award_amendment (call_id, id);

      create table decision_letter (
        id uuid constraint decision_letter_pkey primary key,
        application_id uuid not null constraint decision_letter_application_fk references application,
        kind text not null constraint decision_letter_kind_known check (kind in ('selected', 'waiting_list', 'not_selected', 'promoted', 'reopened')),
        at timestamptz not null,
        -- Its blocks, as it will always be printed.
        content jsonb not null
      );
      create index decision_letter_application on decision_letter (application_id, id);

      -- What was published stays as it was.
      create function award_published() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          if old.published_at is null or current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        elsif old.published_at is null or to_jsonb(old) = to_jsonb(new) then
          return new;
        end if;
        raise exception 'published results do not change' using errcode = '23514', constraint = 'award_published';
      end $$;
      create trigger award_published before update or delete on award for each row execute function award_published();
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
