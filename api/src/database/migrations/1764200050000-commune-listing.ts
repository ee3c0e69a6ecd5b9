import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places follow their communes once a statement, as they follow everything else: the table of points moved 15 000 communes one by one. */
export class CommuneListing1764200050000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger commune_listing_on_update on territory;
      create or replace function site_listing_follows_commune() returns trigger language plpgsql as $$
      begin
        perform refresh_site_listing(array(
          select s.id from changed c join former f using (id) join site s on s.commune_id = c.id
           where c.kind = 'commune' and (f.name, f.epci_code, f.point) is distinct from (c.name, c.epci_code, c.point)));
        return null;
      end $$;
      create trigger commune_listing_on_update after update on territory referencing old table as former new table as changed
        for each statement execute function site_listing_follows_commune();
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
