import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages to people, kept until the relay has taken them, and the addresses that exist no more (docs/adr/0040). */
export class Mail1764100000200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table outgoing_mail (
        id uuid constraint outgoing_mail_pk primary key,
        -- One event, one message: what announces twice is answered “already done”.
        event_key text not null constraint outgoing_mail_event_key_unique unique
          constraint outgoing_mail_event_key_length check (length(event_key) between 1 and 200),
        template text not null,
        language text not null constraint outgoing_mail_language_known check (language in ('fr', 'en')),
        recipient text not null constraint outgoing_mail_recipient_one_line check (recipient !~ '[[:cntrl:]]' and length(recipient) <= 254),
        account_id uuid,
        -- Only what the template needs; one-time links are removed once the message has left.
        template_values jsonb not null,
        state text not null constraint outgoing_mail_state_known
          check (state in ('queued', 'sending', 'sent', 'failed', 'bounced', 'cancelled')),
        attempts smallint not null default 0,
        claimed_at timestamptz,
        last_error text,
        message_id text constraint outgoing_mail_message_id_unique unique,
        created_at timestamptz not null,
        sent_at timestamptz,
        bounced_at timestamptz,
        bounce_reason text,
        constraint outgoing_mail_sent_dated check (state <> 'sent' or (sent_at is not null and message_id is not null)),
        constraint outgoing_mail_bounce_explained check (state <> 'bounced' or (bounced_at is not null and bounce_reason is not null))
      );
      -- What is watched: messages that wait and messages that will never leave.
      create index outgoing_mail_watched on outgoing_mail (state, created_at) where state in ('queued', 'sending', 'failed');
      create index outgoing_mail_account on outgoing_mail (account_id) where account_id is not null;
      create index outgoing_mail_created on outgoing_mail (created_at);

      create table undeliverable_address (
        -- In lower case: what follows the @ never tells case apart, and what precedes it does so nowhere we know.
        address text constraint undeliverable_address_pk primary key
          constraint undeliverable_address_lower check (address = lower(address)),
        since timestamptz not null,
        reason text not null,
        mail_id uuid not null constraint undeliverable_address_mail_fk references outgoing_mail (id)
      );
      create index undeliverable_address_mail on undeliverable_address (mail_id);
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
