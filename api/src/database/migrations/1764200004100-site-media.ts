import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos and documents of places, and the files they are made of: kept under the hash of their content, outside the database. */
export class SiteMedia1764200004100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table stored_file (
        name text constraint stored_file_pkey primary key constraint stored_file_name_is_hash check (name ~ '^[0-9a-f]{64}$'),
        bytes bigint not null constraint stored_file_bytes_positive check (bytes > 0),
        created_at timestamptz not null,
        -- Nothing refers to it since then, as far as known: removed the night after the next day.
        unused_since timestamptz
      );
      create index stored_file_unused on stored_file (unused_since) where unused_since is not null;

      create table site_media (
        id uuid constraint site_media_pkey primary key,
        site_id uuid not null constraint site_media_site_fk references site on delete cascade,
        -- Who sent it, and whose space it takes.
        organisation_id uuid not null constraint site_media_organisation_fk references organisation on delete cascade,
        kind text not null constraint site_media_kind_known check (kind in ('photo', 'document')),
        state text not null constraint site_media_state_known check (state in ('received', 'checked', 'available', 'refused', 'removed')),
        refusal text constraint site_media_refusal_known check (refusal in ('virus', 'unreadable', 'encrypted', 'active_content')),
        visibility text not null constraint site_media_visibility_known check (visibility in ('public', 'private')),
        position int not null,
        type text not null,
        bytes bigint not null constraint site_media_bytes_positive check (bytes >= 0),
        title text,
        alt text,
        decorative boolean not null default false,
        caption text,
        credit text,
        -- The file as it was sent: of a photo until its pictures are drawn, of a document as long as it is kept.
        source_name text constraint site_media_source_fk references stored_file,
        version int not null default 1,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        -- Its checks are passed: what was never released cannot be restored.
        released_at timestamptz,
        removed_at timestamptz,
        purged_at timestamptz,
        constraint site_media_refused_says_why check ((state = 'refused') <= (refusal is not null)),
        constraint site_media_decorative_has_no_alt check (not decorative or alt is null),
        constraint site_media_removed_when check ((state = 'removed') = (removed_at is not null))
      );
      create index site_media_site on site_media (site_id, position, id);
      create index site_media_organisation on site_media (organisation_id) where purged_at is null;
      create index site_media_source on site_media (source_name) where source_name is not null;
      create index site_media_removed on site_media (removed_at) where removed_at is not null and purged_at is null;
      create index site_media_waiting on site_media (created_at) where state in ('received', 'checked');

      create table site_media_rendition (
        media_id uuid not null constraint site_media_rendition_media_fk references site_media on delete cascade,
        format text not null constraint site_media_rendition_format_known check (format in ('webp', 'jpeg')),
        width_px int not null constraint site_media_rendition_width_positive check (width_px > 0),
        height_px int not null constraint site_media_rendition_height_positive check (height_px > 0),
        bytes bigint not null,
        name text not null constraint site_media_rendition_name_fk references stored_file,
        constraint site_media_rendition_pkey primary key (media_id, format, width_px)
      );
      create index site_media_rendition_name on site_media_rendition (name);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
