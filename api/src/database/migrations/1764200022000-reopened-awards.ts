import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A new decision gives its reasons by criterion, as the first did; a withdrawal may follow from the file's own (docs/adr/0098). */
export class ReopenedAwards1764200022000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- [{ criterion, text }]
      alter table award_amendment add column reasons jsonb not null default '[]';
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
