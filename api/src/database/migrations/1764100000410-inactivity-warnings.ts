import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a person who no longer signs in was told that their account would be erased (docs/retention.md). */
export class InactivityWarnings1764100000410 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table account add column inactivity_warned_at timestamptz`);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
