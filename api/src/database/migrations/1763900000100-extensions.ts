import type { MigrationInterface, QueryRunner } from 'typeorm';

/** PostGIS for places, unaccent and trigrams for names, and one French search configuration without accents. */
export class Extensions1763900000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists postgis;
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;

      create text search configuration french_plain (copy = french);
      alter text search configuration french_plain
        alter mapping for hword, hword_part, word with unaccent, french_stem;

      -- unaccent() is only STABLE; naming its dictionary makes an immutable twin that indexes and generated columns accept.
      create function plain_text(value text) returns text language sql immutable parallel safe strict
        return trim(regexp_replace(lower(public.unaccent('public.unaccent', value)), '[^a-z0-9]+', ' ', 'g'));
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
