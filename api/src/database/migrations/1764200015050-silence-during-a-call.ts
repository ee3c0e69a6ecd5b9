import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From a call's publication to its results nobody counts who would suit or wants its lots: decided in one place, for every reader. */
export class SilenceDuringACall1764200015050 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function site_in_running_call(site uuid) returns boolean language sql stable parallel safe as $$
        select exists (select 1 from call_lot l join call c on c.id = l.call_id
          where l.site_id = site and c.published_at is not null and c.state not in ('results_published', 'unsuccessful', 'cancelled'))
      $$;
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
