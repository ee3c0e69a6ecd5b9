import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The document that proves an answer or a step of the legal path (docs/adr/0099). */
export class LegalProofs1764200022100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table legal_proof (
        id uuid constraint legal_proof_pkey primary key,
        procedure_id uuid not null constraint legal_proof_procedure_fk references legal_procedure on delete cascade,
        step text not null constraint legal_proof_step_known check (step in
          ('answers', 'publicity', 'window_over', 'impartial_selection', 'ground_recorded', 'valuation', 'decision', 'motive_published', 'result_published')),
        -- Of the answers it proves: later ones may say something else.
        version integer not null,
        account_id uuid constraint legal_proof_account_fk references account,
        title text,
        type text not null,
        bytes bigint not null constraint legal_proof_bytes_positive check (bytes > 0),
        source_name text not null constraint legal_proof_source_fk references stored_file,
        state text not null constraint legal_proof_state_known check (state in ('received', 'ready', 'refused')),
        refusal text constraint legal_proof_refusal_known check (refusal in ('virus', 'encrypted', 'unreadable', 'active_content')),
        created_at timestamptz not null,
        constraint legal_proof_refused_says_why check ((state = 'refused') = (refusal is not null))
      );
      create index legal_proof_procedure on legal_proof (procedure_id, id);
      create index legal_proof_source on legal_proof (source_name);
      create index legal_proof_waiting on legal_proof (created_at) where state = 'received';

      -- It is judged once; what it proves never changes.
      create function legal_proof_file_kept() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          if current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        elsif old.state = 'received' and (to_jsonb(new) - 'state' - 'refusal') = (to_jsonb(old) - 'state' - 'refusal') then
          return new;
        end if;
        raise exception 'a proof is never changed' using errcode = '23514', constraint = 'legal_proof_append_only';
      end $$;
      create trigger legal_proof_kept before update or delete on legal_proof for each row execute function legal_proof_file_kept();
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
