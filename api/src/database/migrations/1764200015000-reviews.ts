import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The review of a call: who reads, what ties them, what they score; blind until it is revealed (docs/adr/0082). */
export class Reviews1764200015000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table review (
        call_id uuid constraint review_pkey primary key constraint review_call_fk references call,
        mode text not null constraint review_mode_known check (mode in ('simple', 'full')),
        -- Readers each application needs.
        quorum integer not null constraint review_quorum_positive check (quorum > 0),
        -- The last day of scoring.
        due_on date not null,
        started_at timestamptz not null,
        revealed_at timestamptz,
        -- Given by the chair; null when all had locked.
        reveal_reason text,
        minutes text,
        minutes_at timestamptz,
        minutes_by uuid constraint review_minutes_by_fk references account,
        constraint review_reason_when_revealed check (reveal_reason is null or revealed_at is not null),
        constraint review_minutes_whole check ((minutes is null) = (minutes_at is null))
      );

      create table reviewer (
        id uuid constraint reviewer_pkey primary key,
        call_id uuid not null constraint reviewer_review_fk references review,
        -- Whose address it is, once they have answered.
        account_id uuid constraint reviewer_account_fk references account,
        email text not null constraint reviewer_email_one_line check (email !~ '[[:cntrl:]]' and length(email) <= 254),
        email_key text generated always as (lower(email)) stored,
        -- As the call published it.
        function text not null,
        chair boolean not null,
        state text not null constraint reviewer_state_known check (state in ('invited', 'accepted', 'declined', 'removed')),
        reason text,
        invited_at timestamptz not null,
        answered_at timestamptz,
        constraint reviewer_accepted_is_somebody check (state <> 'accepted' or account_id is not null)
      );
      create unique index reviewer_once on reviewer (call_id, email_key) where state in ('invited', 'accepted');
      create unique index reviewer_one_chair on reviewer (call_id) where chair and state in ('invited', 'accepted');
      create index reviewer_email on reviewer (email_key) where state = 'invited';
      create index reviewer_account on reviewer (account_id) where account_id is not null;

      create table review_reading (
        id uuid constraint review_reading_pkey primary key,
        reviewer_id uuid not null constraint review_reading_reviewer_fk references reviewer,
        application_id uuid not null constraint review_reading_application_fk references application,
        state text not null constraint review_reading_state_known check (state in ('assigned', 'conflict_declared', 'scoring', 'locked', 'revealed')),
        -- Of the link, in the reviewer's words: read by the owner's agents.
        reason text,
        -- { criterion: { score, justification } }
        scores jsonb not null default '{}',
        declared_at timestamptz,
        locked_at timestamptz,
        updated_at timestamptz not null,
        constraint review_reading_once unique (reviewer_id, application_id),
        constraint review_reading_link_says_why check ((state = 'conflict_declared') <= (reason is not null)),
        constraint review_reading_locked_when check ((state in ('locked', 'revealed')) = (locked_at is not null))
      );
      create index review_reading_application on review_reading (application_id);

      create table review_note (
        id uuid constraint review_note_pkey primary key,
        application_id uuid not null constraint review_note_application_fk references application,
        account_id uuid constraint review_note_account_fk references account,
        at timestamptz not null,
        said text not null
      );
      create index review_note_application on review_note (application_id, id);

      -- Locked scores stay as they were locked; only the demonstration goes whole.
      create function review_scores_locked() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          if old.state not in ('locked', 'revealed') or current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        elsif old.state not in ('locked', 'revealed') or (old.scores = new.scores and old.locked_at = new.locked_at and new.state in ('locked', 'revealed')) then
          return new;
        end if;
        raise exception 'locked scores do not change' using errcode = '23514', constraint = 'review_scores_locked';
      end $$;
      create trigger review_scores_locked before update or delete on review_reading for each row execute function review_scores_locked();
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
