import type { EntityManager } from 'typeorm';
import type { Language } from '../http/request-context.js';
import { addressKey } from './mail-address.js';

/** Takes the place of an erased address. RFC 6761 keeps .invalid for names that must lead nowhere. */
export const ERASED = 'erased@erased.invalid';

export interface NewMail {
  readonly id: string;
  readonly eventKey: string;
  readonly template: string;
  readonly language: Language;
  readonly recipient: string;
  readonly accountId: string | null;
  readonly values: object;
  readonly createdAt: Date;
}

export interface ClaimedMail {
  readonly id: string;
  readonly template: string;
  readonly language: Language;
  readonly recipient: string;
  readonly values: object;
  /** This one included. */
  readonly attempts: number;
}

/** @returns false when the event already has its message; waits for whoever is adding it right now */
export async function addMail(tx: EntityManager, mail: NewMail): Promise<boolean> {
  const added = await tx.sql<{ id: string }[]>`
    insert into outgoing_mail (id, event_key, template, language, recipient, account_id, template_values, state, created_at)
    values (${mail.id}, ${mail.eventKey}, ${mail.template}, ${mail.language}, ${mail.recipient}, ${mail.accountId},
            ${JSON.stringify(mail.values)}::jsonb, 'queued', ${mail.createdAt})
    on conflict on constraint outgoing_mail_event_key_unique do nothing
    returning id`;
  return added.length > 0;
}

/** Takes a waiting message, or one whose taker has not been heard of since `abandonedBefore`. Null: nothing to do, or not yet. */
export async function claimMail(db: EntityManager, id: string, now: Date, abandonedBefore: Date): Promise<ClaimedMail | null> {
  const [rows] = await db.sql<[ClaimedMail[], number]>`
    update outgoing_mail set state = 'sending', attempts = attempts + 1, claimed_at = ${now}
    where id = ${id} and (state = 'queued' or (state = 'sending' and claimed_at < ${abandonedBefore}))
    returning id, template, language, recipient, template_values as "values", attempts`;
  return rows[0] ?? null;
}

export async function isBeingSent(db: EntityManager, id: string): Promise<boolean> {
  const found = await db.sql<unknown[]>`select 1 from outgoing_mail where id = ${id} and state = 'sending'`;
  return found.length > 0;
}

/** Right after the relay's “accepted”. A bounce may already have been recorded: it stays. */
export async function recordSent(db: EntityManager, id: string, messageId: string, now: Date, secrets: readonly string[]): Promise<void> {
  await db.sql`
    update outgoing_mail set state = 'sent', message_id = ${messageId}, sent_at = ${now}, last_error = null,
                             template_values = template_values - ${secrets}::text[]
    where id = ${id} and state = 'sending'`;
}

export async function recordRetry(db: EntityManager, id: string, reason: string): Promise<void> {
  await db.sql`update outgoing_mail set state = 'queued', last_error = ${reason} where id = ${id} and state = 'sending'`;
}

/** The message will never leave: its secrets go too. */
export async function recordEnd(
  db: EntityManager,
  id: string,
  end: { readonly state: 'failed' | 'cancelled'; readonly reason: string; readonly secrets: readonly string[] },
): Promise<void> {
  await db.sql`
    update outgoing_mail set state = ${end.state}, last_error = ${end.reason}, template_values = template_values - ${end.secrets}::text[]
    where id = ${id} and state = 'sending'`;
}

export interface Bounce {
  readonly mailId: string;
  readonly reason: string;
  readonly at: Date;
  /** The address that exists no more, if that is what was said: nothing else is sent to it. */
  readonly closes: string | null;
  readonly secrets: readonly string[];
}

export async function recordBounce(tx: EntityManager, { mailId, reason, at, closes, secrets }: Bounce): Promise<void> {
  await tx.sql`
    update outgoing_mail set state = 'bounced', bounced_at = ${at}, bounce_reason = ${reason},
                             template_values = template_values - ${secrets}::text[]
    where id = ${mailId} and state in ('sending', 'sent')`;
  if (closes === null) return;
  await tx.sql`
    insert into undeliverable_address (address, since, reason, mail_id)
    values (${addressKey(closes)}, ${at}, ${reason}, ${mailId}) on conflict (address) do nothing`;
}

/** Any of: of this account, to this address, older than this instant (and of this template). */
interface MailsToForget {
  readonly accountId?: string | null;
  readonly address?: string | null;
  readonly before?: Date | null;
  readonly template?: string | null;
}

/** @returns the number of messages erased now */
export async function forgetMails(
  tx: EntityManager,
  { accountId = null, address = null, before = null, template = null }: MailsToForget,
): Promise<number> {
  const key = address === null ? null : addressKey(address);
  await tx.sql`
    delete from undeliverable_address using outgoing_mail
    where mail_id = outgoing_mail.id
      and (account_id = ${accountId}::uuid or lower(recipient) = ${key}::text
           or (created_at < ${before}::timestamptz and (${template}::text is null or template = ${template})))`;
  const [, erased] = await tx.sql<[unknown[], number]>`
    update outgoing_mail
    set recipient = ${ERASED}, account_id = null, template_values = '{}', last_error = null,
        bounce_reason = case when state = 'bounced' then 'erased' end,
        state = case when state in ('queued', 'sending') then 'cancelled' else state end
    where recipient <> ${ERASED}
      and (account_id = ${accountId}::uuid or lower(recipient) = ${key}::text
           or (created_at < ${before}::timestamptz and (${template}::text is null or template = ${template})))`;
  return erased;
}

/** Of some templates, to one address. What closed the address stays: it is about the address, not about what was said. */
export async function forgetMailsOf(tx: EntityManager, address: string, templates: readonly string[]): Promise<number> {
  const [, erased] = await tx.sql<[unknown[], number]>`
    update outgoing_mail
    set recipient = ${ERASED}, account_id = null, template_values = '{}', last_error = null,
        bounce_reason = case when state = 'bounced' then 'erased' end,
        state = case when state in ('queued', 'sending') then 'cancelled' else state end
    where lower(recipient) = ${addressKey(address)} and template = any(${templates}::text[])`;
  return erased;
}

/** Why nothing more is sent to this address, or null. */
export async function undeliverableReason(db: EntityManager, address: string): Promise<string | null> {
  const [found] = await db.sql<{ reason: string }[]>`select reason from undeliverable_address where address = ${addressKey(address)}`;
  return found?.reason ?? null;
}

/** Every watched state, those without a message too: a figure that disappears is not a zero. */
export function countWatchedMails(db: EntityManager): Promise<{ state: string; count: number }[]> {
  return db.sql<{ state: string; count: number }[]>`
    select state, count(outgoing_mail.id) as count
    from unnest(array['queued', 'sending', 'failed']) as watched (state)
    left join outgoing_mail using (state) group by state`;
}

export async function oldestWaitingMail(db: EntityManager): Promise<Date | null> {
  const [found] = await db.sql<{ since: Date | null }[]>`
    select min(created_at) as since from outgoing_mail where state in ('queued', 'sending')`;
  return found?.since ?? null;
}

/** A message that has left, or is leaving: a bounce may be quicker than our own note. */
export async function findSentMail(db: EntityManager, id: string): Promise<{ id: string; recipient: string } | null> {
  const [found] = await db.sql<{ id: string; recipient: string }[]>`
    select id, recipient from outgoing_mail where id = ${id} and state in ('sending', 'sent', 'bounced') and recipient <> ${ERASED}`;
  return found ?? null;
}

export async function reopenAddress(db: EntityManager, address: string): Promise<boolean> {
  const [, removed] = await db.sql<[unknown[], number]>`delete from undeliverable_address where address = ${addressKey(address)}`;
  return removed > 0;
}
