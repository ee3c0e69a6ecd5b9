import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What it takes to claim an organisation and have it verified: its number or its territory, once; its proof; what was decided. */
export class OrganisationClaims1764100003100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table organisation
        add column version integer not null default 1,
        -- Regions, departments, EPCI and communes are known by their territory.
        add column territory_id text constraint organisation_territory_fk references territory,
        add column proof text,
        add column contact_email text,
        add column claimed_at timestamptz,
        -- What the register said at the time of the claim, for the moderators.
        add column register_facts jsonb,
        add column verified_at timestamptz,
        add column decided_at timestamptz,
        add column decision_reason text,
        add column state_before_suspension text constraint organisation_state_before_known check (state_before_suspension in ('claimed', 'verified')),
        add constraint organisation_siret_form check (siret ~ '^[0-9]{14}$'),
        add constraint organisation_rna_form check (rna ~ '^W([0-9]{3}|9[A-Z][0-9])[0-9]{6}$'),
        add constraint organisation_territory_of_owner check (territory_id is null or owner_kind = split_part(territory_id, ':', 1));
      update organisation set verified_at = created_at, decided_at = created_at where state = 'verified';
      update organisation set claimed_at = created_at where state <> 'unclaimed';

      create unique index organisation_rna on organisation (rna) where rna is not null;
      create unique index organisation_territory on organisation (territory_id) where territory_id is not null;
      create index organisation_waiting on organisation (state, claimed_at, id);
      create index organisation_by_name on organisation (name_plain, id);

      -- Rows under a licence that was never read serve our members and moderators; the public sees none of them.
      alter table dataset add column members_only boolean not null default false;
      update dataset set members_only = true where id = 'siae';

      create index journal_act_organisation on journal_act (organisation_id, seq);
      create index journal_act_actor on journal_act (actor_id, seq);
      create index journal_act_action on journal_act (action, seq);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
