import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each person is told, on the site and by e-mail, once, and how they want to be told (docs/adr/0074). */
export class Inbox1764200013000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table inbox_notice (
        id uuid constraint inbox_notice_pkey primary key,
        account_id uuid not null constraint inbox_notice_account_fk references account,
        kind text not null,
        thing_id uuid not null,
        -- What the thing was called when it happened, and what its sentence is made of.
        title text not null,
        facts jsonb not null default '{}',
        path text not null constraint inbox_notice_path_is_ours check (path ~ '^/[^/]' or path = '/'),
        at timestamptz not null,
        -- How many of the same kind about the same thing it stands for.
        count integer not null default 1 constraint inbox_notice_count_positive check (count > 0),
        -- On the list of the site; one that a later notice stands for is not.
        shown boolean not null,
        read_at timestamptz,
        mail text not null constraint inbox_notice_mail_known check (mail in ('none', 'waiting', 'told')),
        mailed_at timestamptz,
        dedupe_key text not null constraint inbox_notice_key_length check (length(dedupe_key) between 1 and 200),
        constraint inbox_notice_once unique (account_id, dedupe_key)
      );
      create index inbox_notice_list on inbox_notice (account_id, id) where shown;
      create index inbox_notice_unread on inbox_notice (account_id) where shown and read_at is null;
      create index inbox_notice_to_mail on inbox_notice (account_id, id) where mail = 'waiting';
      create index inbox_notice_mailed on inbox_notice (account_id, mailed_at) where mailed_at is not null;
      create index inbox_notice_at on inbox_notice (at);

      -- Only what differs from the defaults of the table of kinds.
      create table inbox_setting (
        account_id uuid not null constraint inbox_setting_account_fk references account,
        kind text not null,
        on_site boolean not null,
        by_email boolean not null,
        constraint inbox_setting_pkey primary key (account_id, kind)
      );
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
