import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their sessions and what they may do in organisations (docs/adr/0042). */
export class Accounts1764100000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table account (
        id uuid constraint account_pkey primary key,
        -- Null once erased: acts stay, the person is gone.
        email text,
        email_key text generated always as (lower(email)) stored,
        email_verified_at timestamptz,
        display_name text,
        -- argon2id in PHC form; null for people who use links or an identity provider only.
        password_hash text,
        language text not null default 'fr' constraint account_language_known check (language in ('fr', 'en')),
        platform_role text constraint account_platform_role_known check (platform_role in ('moderator', 'platform_administrator')),
        state text not null constraint account_state_known check (state in ('active', 'erased')),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        signed_in_at timestamptz,
        erased_at timestamptz,
        constraint account_email_unique unique (email_key),
        constraint account_erased_is_anonymous check (state = 'active' or (email is null and display_name is null and password_hash is null and platform_role is null))
      );

      -- Links sent by e-mail: only their hash is kept, each works once.
      create table account_token (
        hash text constraint account_token_pkey primary key,
        account_id uuid not null constraint account_token_account_fk references account,
        purpose text not null constraint account_token_purpose_known check (purpose in ('verify-email', 'sign-in', 'reset-password', 'change-email-old', 'change-email-new')),
        -- The address a change of address is about.
        email text,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index account_token_account on account_token (account_id, purpose);

      -- The columns connect-pg-simple expects; sess holds SessionState.
      create table session (
        sid text constraint session_pkey primary key,
        sess jsonb not null,
        expire timestamptz not null
      );
      create index session_account on session ((sess ->> 'accountId')) where sess ? 'accountId';
      create index session_expire on session (expire);

      -- The columns rate-limiter-flexible expects.
      create table rate_limit (
        key varchar(255) constraint rate_limit_pkey primary key,
        points integer not null,
        expire bigint
      );

      alter table organisation
        add column state text not null default 'unclaimed'
          constraint organisation_state_known check (state in ('unclaimed', 'claimed', 'verified', 'refused', 'suspended')),
        add column second_factor_required boolean not null default false;
      update organisation set state = case origin when 'demo' then 'verified' when 'claimed' then 'claimed' else 'unclaimed' end;

      create table membership (
        organisation_id uuid not null constraint membership_organisation_fk references organisation,
        account_id uuid not null constraint membership_account_fk references account,
        role text not null constraint membership_role_known check (role in ('reader', 'reviewer', 'editor', 'administrator')),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint membership_pkey primary key (organisation_id, account_id)
      );
      create index membership_account on membership (account_id);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
