import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A typed proof is somebody's words: who typed it is known, so that it can be given back to them and forgotten. */
export class TypedProofs1764200002100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Who typed the proof that stands now.
      alter table organisation add column claimed_by uuid constraint organisation_claimer_fk references account;
      create index organisation_claimer on organisation (claimed_by) where claimed_by is not null;
      update organisation o set claimed_by = claim.account_id
      from (select distinct on (j.thing_id) j.thing_id, a.id as account_id
            from journal_act j join account a on a.id::text = j.actor_id
            where j.actor_kind = 'person' and j.thing_kind = 'organisation' and j.action in ('claim-organisation', 'claim-organisation-again')
            order by j.thing_id, j.seq desc) claim
      where o.id::text = claim.thing_id and o.proof is not null;

      -- The proof of a role that is over may be forgotten; one that stands, or waits, keeps its own.
      alter table site_role drop constraint site_role_proved,
        add constraint site_role_proved check (role = 'signals' or state in ('refused', 'ended') or (proof_text is not null and proof_date is not null));
      create index site_role_history_account on site_role_history (account_id) where account_id is not null;
      create index project_history_account on project_history (account_id) where account_id is not null;
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
