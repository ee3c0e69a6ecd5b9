import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The order in which places are listed, kept with each, so that the first page of a million is read from an index instead of sorted.
 * Microseconds from the epoch, backwards: a whole number compares exactly in a cursor.
 */
export class ListingOrder1764200009010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table site_listing add column shelf_rank smallint, add column newest_first bigint;

      create function site_listing_order() returns trigger language plpgsql as $$
      begin
        new.shelf_rank := case new.shelf when 'offered' then 0 when 'owner_known' then 1 when 'living' then 2 else 3 end;
        new.newest_first := -(extract(epoch from new.shown_at) * 1000000)::bigint;
        return new;
      end $$;
      create trigger site_listing_keeps_order before insert or update on site_listing
        for each row execute function site_listing_order();
    `);
    await db.query(`update site_listing set shelf = shelf`);
    await db.query(`
      alter table site_listing alter column shelf_rank set not null, alter column newest_first set not null;
      create index site_listing_order on site_listing (shelf_rank, newest_first, site_id);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
