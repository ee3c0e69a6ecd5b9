import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What registers call a place, as its keeper says it; sources keep their own. One place is then found under any of its names. */
export class SiteIdentifiers1764200007000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table site
        add column uic text constraint site_uic_form check (uic ~ '^[0-9]{8}$'),
        -- The \`site_id\` of the CNIG standard, which Cartofriches shares.
        add column inventory_id text constraint site_inventory_id_form check (inventory_id ~ '^[0-9][0-9AB][0-9]{3}_[0-9A-Za-z._-]{1,40}$');
      create index site_uic on site (uic) where uic is not null;
      create index site_inventory_id on site (inventory_id) where inventory_id is not null;
      create index site_source_uic on site_source ((values ->> 'facts.uic')) where values ->> 'facts.uic' is not null;
      create index site_source_key on site_source (source_key);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index site_source_key, site_source_uic;
      alter table site drop column inventory_id, drop column uic;
    `);
  }
}
