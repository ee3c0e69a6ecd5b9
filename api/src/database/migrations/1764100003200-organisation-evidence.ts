import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organisations show of themselves: conventions, approvals, statutes. Always until a day. */
export class OrganisationEvidence1764100003200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table organisation_evidence (
        id uuid constraint organisation_evidence_pkey primary key,
        organisation_id uuid not null constraint organisation_evidence_organisation_fk references organisation,
        kind text not null constraint organisation_evidence_kind_known check (kind in ('EI', 'AI', 'ACI', 'ETTI', 'EITI', 'GEIQ', 'EA', 'ESAT',
          'esus_of_right', 'esus_approved', 'ess_by_status', 'ess_company', 'other')),
        reference text,
        -- Departments of a convention, as in territory.id.
        department_ids text[] not null default '{}',
        starts_on date,
        ends_on date not null,
        state text not null constraint organisation_evidence_state_known check (state in ('declared', 'checked', 'refused', 'withdrawn')),
        reason text,
        checked_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint organisation_evidence_term check (starts_on is null or starts_on <= ends_on),
        constraint organisation_evidence_eiti check (kind <> 'EITI' or ends_on <= '2026-12-22')
      );
      create index organisation_evidence_organisation on organisation_evidence (organisation_id, ends_on);
      create index organisation_evidence_waiting on organisation_evidence (created_at, id) where state = 'declared';
      create index organisation_evidence_ending on organisation_evidence (ends_on) where state in ('declared', 'checked');
      -- One convention is shown once, also when two members add it at the same time.
      create unique index organisation_evidence_once on organisation_evidence (organisation_id, kind, coalesce(reference, ''), department_ids, ends_on)
        where state in ('declared', 'checked');
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
