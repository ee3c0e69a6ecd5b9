import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations that write a file together with the one that leads and files it (docs/adr/0075). */
export class ApplicationPartners1764200013200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table application_partner (
        application_id uuid not null constraint application_partner_application_fk references application,
        organisation_id uuid not null constraint application_partner_organisation_fk references organisation,
        state text not null constraint application_partner_state_known check (state in ('invited', 'accepted', 'declined', 'removed', 'left')),
        invited_by uuid constraint application_partner_invited_by_fk references account,
        invited_at timestamptz not null,
        -- Who answered for it, removed it or left, and when.
        moved_by uuid constraint application_partner_moved_by_fk references account,
        moved_at timestamptz,
        constraint application_partner_pkey primary key (application_id, organisation_id)
      );
      create index application_partner_organisation on application_partner (organisation_id, state);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
