import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import of thousands of places is taken back in the background, like it was written. */
export class UndoingImports1764200009000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table site_import
        drop constraint site_import_state_known,
        add constraint site_import_state_known
          check (state in ('reading', 'to_check', 'committing', 'done', 'undoing', 'undone', 'failed', 'dropped'));
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
