import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which path the law allows: what was answered, the steps done, the notices shown, and corrections of the words of rules (docs/adr/0080). */
export class LegalPaths1764200014000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table legal_procedure (
        id uuid constraint legal_procedure_pkey primary key,
        -- Of a call, or of a request for a place.
        call_id uuid constraint legal_procedure_call_fk references call on delete cascade,
        application_id uuid constraint legal_procedure_application_fk references application on delete cascade,
        organisation_id uuid not null constraint legal_procedure_organisation_fk references organisation,
        version integer not null default 1 constraint legal_procedure_version_positive check (version > 0),
        constraint legal_procedure_about_one_thing check (num_nonnulls(call_id, application_id) = 1)
      );
      create unique index legal_procedure_call on legal_procedure (call_id) where call_id is not null;
      create unique index legal_procedure_application on legal_procedure (application_id) where application_id is not null;

      -- What was answered stays: the latest version stands.
      create table legal_answer (
        procedure_id uuid not null constraint legal_answer_procedure_fk references legal_procedure on delete cascade,
        version integer not null,
        at timestamptz not null,
        account_id uuid constraint legal_answer_account_fk references account,
        answers jsonb not null,
        rule text not null,
        path text not null,
        strict_because text[] not null,
        reason text,
        constraint legal_answer_pkey primary key (procedure_id, version)
      );

      create table legal_step (
        procedure_id uuid not null constraint legal_step_procedure_fk references legal_procedure on delete cascade,
        step text not null constraint legal_step_known check (step in
          ('publicity', 'window_over', 'impartial_selection', 'ground_recorded', 'valuation', 'decision', 'motive_published', 'result_published')),
        at timestamptz not null,
        account_id uuid constraint legal_step_account_fk references account,
        -- When it was done, where, under which reference.
        done_on date not null,
        reference text not null,
        note text,
        constraint legal_step_pkey primary key (procedure_id, step)
      );

      create table legal_notice (
        id uuid constraint legal_notice_pkey primary key,
        procedure_id uuid not null constraint legal_notice_procedure_fk references legal_procedure on delete cascade,
        kind text not null constraint legal_notice_kind_known check (kind in ('call', 'interest', 'motive')),
        title text not null,
        what text not null,
        -- Other places where it is shown: town hall, newspaper.
        shown_also text,
        how text not null,
        site_ids uuid[] not null,
        opens_at timestamptz not null,
        closes_at timestamptz not null,
        published_at timestamptz not null,
        account_id uuid constraint legal_notice_account_fk references account,
        withdrawn_at timestamptz,
        withdrawn_reason text,
        content_hash text not null constraint legal_notice_hash_is_sha256 check (content_hash ~ '^[0-9a-f]{64}$'),
        constraint legal_notice_times check (opens_at < closes_at),
        constraint legal_notice_withdrawn_says_why check ((withdrawn_at is null) = (withdrawn_reason is null)),
        constraint legal_notice_once unique (procedure_id, kind)
      );
      create index legal_notice_latest on legal_notice (published_at, id);
      create index legal_notice_sites on legal_notice using gin (site_ids);

      create table legal_notice_extension (
        notice_id uuid not null constraint legal_notice_extension_notice_fk references legal_notice on delete cascade,
        at timestamptz not null,
        from_closes_at timestamptz not null,
        to_closes_at timestamptz not null,
        reason text not null,
        constraint legal_notice_extension_pkey primary key (notice_id, from_closes_at)
      );

      -- The words and article of a rule, never its logic; the latest that has come into effect is shown, all are.
      create table legal_rule_correction (
        id uuid constraint legal_rule_correction_pkey primary key,
        rule_key text not null,
        at timestamptz not null,
        account_id uuid constraint legal_rule_correction_account_fk references account,
        effective_on date not null,
        reason text not null,
        article text not null,
        fr jsonb not null,
        en jsonb not null
      );
      create index legal_rule_correction_key on legal_rule_correction (rule_key, id);

      -- What was answered, shown and corrected is proof.
      create function legal_proof_append_only() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        raise exception 'a proof is never changed' using errcode = '23514', constraint = 'legal_proof_append_only';
      end $$;
      create trigger legal_answer_append_only before update or delete on legal_answer for each row execute function legal_proof_append_only();
      create trigger legal_step_append_only before update or delete on legal_step for each row execute function legal_proof_append_only();
      create trigger legal_rule_correction_append_only before update or delete on legal_rule_correction
        for each row execute function legal_proof_append_only();
      create function legal_notice_frozen() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          if current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        elsif new.closes_at >= old.closes_at and (old.withdrawn_at is null or new.withdrawn_at = old.withdrawn_at)
          and (to_jsonb(new) - 'closes_at' - 'withdrawn_at' - 'withdrawn_reason') = (to_jsonb(old) - 'closes_at' - 'withdrawn_at' - 'withdrawn_reason') then
          return new;
        end if;
        raise exception 'a notice that was shown is never changed' using errcode = '23514', constraint = 'legal_notice_frozen';
      end $$;
      create trigger legal_notice_frozen before update or delete on legal_notice for each row execute function legal_notice_frozen();
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
