import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who follows what, what happened, and who was told: one mechanism for letters about places, projects, organisations, communes and saved searches. */
export class Follows1764200005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- One per address. Gone with its last subscription.
      create table subscriber (
        id uuid constraint subscriber_pkey primary key,
        email text not null constraint subscriber_email_one_line check (email !~ '[[:cntrl:]]' and length(email) <= 254),
        email_key text generated always as (lower(email)) stored,
        language text not null constraint subscriber_language_known check (language in ('fr', 'en')),
        -- Of a person who followed while signed in: letters go where the account says.
        account_id uuid constraint subscriber_account_fk references account,
        created_at timestamptz not null,
        -- Of the last letter that left at once: what follows within minutes waits and comes together.
        told_at timestamptz,
        constraint subscriber_email_unique unique (email_key)
      );
      create unique index subscriber_account on subscriber (account_id);

      create table subscription (
        id uuid constraint subscription_pkey primary key,
        subscriber_id uuid not null constraint subscription_subscriber_fk references subscriber on delete cascade,
        about text not null constraint subscription_about_known check (about in ('place', 'project', 'organisation', 'commune', 'search')),
        -- The id of the thing, or the query string of the search.
        subject text not null constraint subscription_subject_length check (octet_length(subject) between 1 and 1000),
        frequency text not null constraint subscription_frequency_known check (frequency in ('at_once', 'daily', 'weekly')),
        asked_at timestamptz not null,
        -- Null until whoever reads the mailbox has said yes: nothing is sent before.
        active_since timestamptz,
        -- Of the last digest that was made for it, empty or not.
        digested_at timestamptz,
        constraint subscription_once unique (subscriber_id, about, subject)
      );
      create index subscription_of_subject on subscription (about, subject) where active_since is not null;
      create index subscription_unanswered on subscription (asked_at) where active_since is null;

      -- What happened to a thing, once.
      create table notice (
        id uuid constraint notice_pkey primary key,
        kind text not null,
        thing_id uuid not null,
        at timestamptz not null,
        facts jsonb not null,
        event_key text not null constraint notice_event_key_unique unique
      );
      create index notice_at on notice (at);

      -- Whose followers it concerns.
      create table notice_topic (
        notice_id uuid not null constraint notice_topic_notice_fk references notice on delete cascade,
        about text not null,
        subject text not null,
        constraint notice_topic_pkey primary key (about, subject, notice_id)
      );
      create index notice_topic_notice on notice_topic (notice_id);

      -- What a subscription was told: a notice, or, for a search, a place.
      create table told (
        subscription_id uuid not null constraint told_subscription_fk references subscription on delete cascade,
        event_id uuid not null,
        told_at timestamptz not null,
        constraint told_pkey primary key (subscription_id, event_id)
      );

      -- The public facts of a thing as they stood when it was last looked at: what changed is found by comparing.
      create table known_facts (
        about text not null constraint known_facts_about_known check (about in ('place', 'project')),
        thing_id uuid not null,
        facts jsonb,
        version integer not null,
        taken_at timestamptz not null,
        constraint known_facts_pkey primary key (about, thing_id)
      );

      create table favourite (
        account_id uuid not null constraint favourite_account_fk references account,
        site_id uuid not null constraint favourite_site_fk references site on delete cascade,
        kept_at timestamptz not null,
        constraint favourite_pkey primary key (account_id, site_id)
      );
      create index favourite_site on favourite (site_id);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
