import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of places that organisations send: one row per file, one per line of it, and how each organisation reads its own headings. */
export class SiteImports1764200006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- A place is named with or without what it is: “Gare de Langres”, “LANGRES”.
      create function bare_place_name(name text) returns text language sql immutable parallel safe
        return regexp_replace(plain_text(name), '^(ancienne )?gare (sncf )?(de la |de l |de |du |des |d )?', '');

      -- Undoing an import takes away sources by thousands: each is looked for here.
      create index site_provenance_source on site_provenance (source_id);

      create table site_import (
        id uuid constraint site_import_pkey primary key,
        organisation_id uuid not null constraint site_import_organisation_fk references organisation,
        -- Who sent it; null once they erased their account.
        account_id uuid constraint site_import_account_fk references account on delete set null,
        state text not null constraint site_import_state_known check (state in ('reading', 'to_check', 'committing', 'done', 'undone', 'failed', 'dropped')),
        version int not null default 1 constraint site_import_version_positive check (version > 0),
        title text not null,
        -- Null once the file and its rows are forgotten.
        file_name text constraint site_import_file_fk references stored_file,
        file_sha256 text not null,
        bytes bigint not null constraint site_import_bytes_positive check (bytes > 0),
        -- What was found in the file, and what people chose instead.
        form jsonb,
        settings jsonb not null default '{}',
        -- Why the whole file is refused: { code, fr, en }.
        refusal jsonb,
        totals jsonb,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        committed_at timestamptz,
        finished_at timestamptz
      );
      create index site_import_organisation on site_import (organisation_id, id);

      create table site_import_row (
        import_id uuid not null constraint site_import_row_import_fk references site_import on delete cascade,
        line int not null,
        cells jsonb not null,
        geometry jsonb,
        -- Cells corrected on the page: { "3": "text" }, by column.
        fixes jsonb not null default '{}',
        -- Null for titles and headings.
        outcome text constraint site_import_row_outcome_known check (outcome in ('created', 'updated', 'unchanged', 'refused', 'merged', 'not_concerned')),
        warned boolean not null default false,
        source_key text,
        -- What the row says of a place, once understood and completed.
        record jsonb,
        notes jsonb not null default '[]',
        site_id uuid constraint site_import_row_site_fk references site,
        -- What the place's source said before, to put it back.
        before jsonb,
        done_at timestamptz,
        constraint site_import_row_pkey primary key (import_id, line)
      );
      create index site_import_row_key on site_import_row (import_id, source_key);
      create index site_import_row_site on site_import_row (site_id) where site_id is not null;

      create table site_import_mapping (
        organisation_id uuid not null constraint site_import_mapping_organisation_fk references organisation,
        -- Fingerprint of the headings.
        headings text not null,
        settings jsonb not null,
        saved_at timestamptz not null,
        constraint site_import_mapping_pkey primary key (organisation_id, headings)
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
