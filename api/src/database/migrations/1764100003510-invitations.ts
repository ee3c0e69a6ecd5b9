import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was invited into an organisation by e-mail, and who asked to join one. */
export class Invitations1764100003510 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table invitation (
        id uuid constraint invitation_pkey primary key,
        organisation_id uuid not null constraint invitation_organisation_fk references organisation,
        -- Null once forgotten: the act stays, the address is gone.
        email text,
        email_key text generated always as (lower(email)) stored,
        role text not null constraint invitation_role_known check (role in ('reader', 'reviewer', 'editor', 'administrator')),
        token_hash text not null constraint invitation_token_unique unique,
        state text not null constraint invitation_state_known check (state in ('pending', 'accepted', 'declined', 'cancelled', 'expired')),
        invited_by uuid not null constraint invitation_inviter_fk references account,
        created_at timestamptz not null,
        -- When the last message left for this address, and how many have.
        sent_at timestamptz not null,
        times_sent integer not null default 1,
        expires_at timestamptz not null,
        ended_at timestamptz,
        accepted_by uuid constraint invitation_member_fk references account,
        constraint invitation_ends_once check ((state = 'pending') = (ended_at is null)),
        constraint invitation_accepted_by_someone check ((state = 'accepted') = (accepted_by is not null)),
        constraint invitation_pending_has_address check (state <> 'pending' or email is not null)
      );
      create unique index invitation_one_pending on invitation (organisation_id, email_key) where state = 'pending';
      create index invitation_organisation on invitation (organisation_id, id desc);
      create index invitation_address on invitation (email_key);

      create table join_request (
        id uuid constraint join_request_pkey primary key,
        organisation_id uuid not null constraint join_request_organisation_fk references organisation,
        account_id uuid not null constraint join_request_account_fk references account,
        message text,
        state text not null constraint join_request_state_known check (state in ('pending', 'accepted', 'declined', 'withdrawn')),
        reason text,
        created_at timestamptz not null,
        ended_at timestamptz,
        answered_by uuid constraint join_request_answerer_fk references account,
        constraint join_request_ends_once check ((state = 'pending') = (ended_at is null))
      );
      create unique index join_request_one_pending on join_request (organisation_id, account_id) where state = 'pending';
      create index join_request_organisation on join_request (organisation_id, id desc);
      create index join_request_account on join_request (account_id, id desc);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
