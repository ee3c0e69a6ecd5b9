import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two sheets of one place made one: the one that went says where it went, and what it gave is written down so that it can be given back. */
export class SiteMerges1764200007010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table site
        add column merged_into uuid constraint site_merged_into_fk references site,
        add constraint site_merged_is_closed check (merged_into is null or state = 'closed'),
        add constraint site_merged_elsewhere check (merged_into <> id);
      create index site_merged_into on site (merged_into) where merged_into is not null;

      create table site_merge (
        id uuid constraint site_merge_pkey primary key,
        -- The sheet that stays, and the one that went into it.
        site_id uuid not null constraint site_merge_site_fk references site,
        merged_id uuid not null constraint site_merge_merged_fk references site,
        at timestamptz not null,
        -- The line that each history got.
        site_act uuid not null constraint site_merge_site_act_fk references site_history,
        merged_act uuid not null constraint site_merge_merged_act_fk references site_history,
        -- Ids of what went along, and the sources of the fields as they were.
        carried jsonb not null,
        -- When the sheet that stays was last written, by the merge itself: anything later forbids to undo.
        left_at timestamptz not null,
        undone_at timestamptz
      );
      create unique index site_merge_one_standing on site_merge (merged_id) where undone_at is null;
      create index site_merge_site on site_merge (site_id);

      -- Favourites and follows of the sheet that went are of the one that stays; undoing gives them back.
      alter table favourite add column from_site_id uuid constraint favourite_from_site_fk references site on delete set null;
      create index favourite_from_site on favourite (from_site_id) where from_site_id is not null;
      alter table subscription add column moved_from text constraint subscription_moved_from_length check (octet_length(moved_from) between 1 and 1000);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table subscription drop column moved_from;
      alter table favourite drop column from_site_id;
      drop table site_merge;
      alter table site drop column merged_into;
    `);
  }
}
