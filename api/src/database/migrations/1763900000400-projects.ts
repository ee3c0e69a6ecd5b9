import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects of ESS organisations: a public summary, and the need in the shape of needs.schemas.ts. */
export class Projects1763900000400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table project (
        id uuid constraint project_pkey primary key,
        organisation_id uuid not null constraint project_organisation_fk references organisation,
        state text not null constraint project_state_known check (state in ('draft', 'open', 'matched', 'closed')),
        name text not null,
        activity text constraint project_activity_known check (activity in ('repair', 'reuse', 'canteen', 'food_processing', 'market_gardening', 'tiers_lieu', 'coworking', 'fablab', 'bike_workshop', 'solidarity_grocery', 'laundry', 'logistics', 'culture', 'training', 'childcare', 'health', 'housing', 'offices', 'other')),
        stage text,
        public_summary text,
        -- A public page exists only once its holder says so.
        public boolean not null default false,
        need jsonb not null,
        jobs_planned integer,
        insertion_hours_planned integer,
        demo boolean not null default false,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index project_organisation on project (organisation_id);
      create index project_state on project (state);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
