import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In what name an organisation speaks for a place, with its proof, checked by a moderator. Nothing is overwritten: a new role is a new row. */
export class SiteRoles1764100004100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table site_role (
        id uuid constraint site_role_pkey primary key,
        site_id uuid not null constraint site_role_site_fk references site on delete cascade,
        organisation_id uuid not null constraint site_role_organisation_fk references organisation on delete cascade,
        role text not null constraint site_role_role_known check (role in ('owns', 'manages', 'lists', 'signals')),
        -- Last day of the deed, or of the owner's consent.
        until date,
        proof_text text,
        proof_reference text,
        proof_date date,
        state text not null constraint site_role_state_known check (state in ('declared', 'checked', 'refused', 'ended')),
        reason text,
        -- One more each time a declaration is rewritten: whoever checks says which one they have read.
        version integer not null default 1,
        declared_at timestamptz not null,
        decided_at timestamptz,
        ended_at timestamptz,
        constraint site_role_manages_until check (role <> 'manages' or until is not null),
        constraint site_role_until_of_deed check (role in ('manages', 'lists') or until is null),
        constraint site_role_proved check (role = 'signals' or (proof_text is not null and proof_date is not null))
      );
      create unique index site_role_one_declared on site_role (site_id, organisation_id) where state = 'declared';
      create unique index site_role_one_checked on site_role (site_id, organisation_id) where state = 'checked';
      create index site_role_site on site_role (site_id, id);
      create index site_role_to_check on site_role (id) where state = 'declared';
      create index site_role_until on site_role (until) where state = 'checked';

      create table site_role_history (
        id uuid constraint site_role_history_pkey primary key,
        site_role_id uuid not null constraint site_role_history_role_fk references site_role on delete cascade,
        at timestamptz not null,
        -- Null for what the service does by itself, the day a deed ends.
        account_id uuid constraint site_role_history_account_fk references account,
        action text not null,
        from_state text,
        to_state text not null,
        reason text,
        -- What was declared, as it read then.
        declared jsonb
      );
      create index site_role_history_role on site_role_history (site_role_id, id);

      -- What was said of the agent before any record was checked; agent_role is the strongest of this and of the records in force.
      alter table site add column agent_role_unrecorded text constraint site_agent_role_unrecorded_known
        check (agent_role_unrecorded in ('owns', 'manages', 'lists', 'signals'));
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
