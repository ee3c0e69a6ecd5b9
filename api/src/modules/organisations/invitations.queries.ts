import type { EntityManager } from 'typeorm';
import type { OrganisationRole } from '../../platform/access/permission.js';
import type { Language } from '../../platform/http/request-context.js';
import type { InvitationState } from './invitation.rules.js';
import type { InvitationView, NewestFirst } from './invitations.schemas.js';

export interface InvitationRow {
  readonly id: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly emailKey: string | null;
  readonly role: OrganisationRole;
  readonly state: InvitationState;
  readonly invitedBy: string;
  readonly inviterName: string | null;
  readonly sentAt: Date;
  readonly timesSent: number;
  readonly expiresAt: Date;
}

/** By the hash of its token: whoever reads the table cannot use what is in it. */
export async function findByToken(db: EntityManager, tokenHash: string): Promise<InvitationRow | null> {
  const [found] = await db.sql<InvitationRow[]>`
    select i.id, i.organisation_id as "organisationId", o.name as organisation, i.email_key as "emailKey", i.role, i.state,
           i.invited_by as "invitedBy", a.display_name as "inviterName", i.sent_at as "sentAt", i.times_sent as "timesSent",
           i.expires_at as "expiresAt"
    from invitation i join organisation o on o.id = i.organisation_id join account a on a.id = i.invited_by
    where i.token_hash = ${tokenHash}`;
  return found ?? null;
}

export async function findState(
  db: EntityManager,
  organisationId: string,
  id: string,
): Promise<Pick<InvitationRow, 'state' | 'expiresAt'> | null> {
  const [found] = await db.sql<Pick<InvitationRow, 'state' | 'expiresAt'>[]>`
    select state, expires_at as "expiresAt" from invitation where id = ${id} and organisation_id = ${organisationId}`;
  return found ?? null;
}

export async function findPending(
  tx: EntityManager,
  organisationId: string,
  emailKey: string,
): Promise<Pick<InvitationRow, 'id' | 'role' | 'sentAt' | 'timesSent'> | null> {
  const [found] = await tx.sql<Pick<InvitationRow, 'id' | 'role' | 'sentAt' | 'timesSent'>[]>`
    select id, role, sent_at as "sentAt", times_sent as "timesSent" from invitation
    where organisation_id = ${organisationId} and email_key = ${emailKey} and state = 'pending'`;
  return found ?? null;
}

/** Has this address said no to this organisation since then? */
export async function hasDeclinedSince(tx: EntityManager, organisationId: string, emailKey: string, since: Date): Promise<boolean> {
  const found = await tx.sql<unknown[]>`
    select 1 from invitation
    where organisation_id = ${organisationId} and email_key = ${emailKey} and state = 'declined' and ended_at > ${since} limit 1`;
  return found.length > 0;
}

export interface NewInvitation {
  readonly id: string;
  readonly organisationId: string;
  readonly email: string;
  readonly role: OrganisationRole;
  readonly tokenHash: string;
  readonly invitedBy: string;
  readonly at: Date;
  readonly expiresAt: Date;
}

export async function insertInvitation(tx: EntityManager, given: NewInvitation): Promise<void> {
  await tx.sql`
    insert into invitation (id, organisation_id, email, role, token_hash, state, invited_by, created_at, sent_at, expires_at)
    values (${given.id}, ${given.organisationId}, ${given.email}, ${given.role}, ${given.tokenHash}, 'pending', ${given.invitedBy},
            ${given.at}, ${given.at}, ${given.expiresAt})`;
}

/** A new message means a new link: the one before no longer works. */
export async function renewInvitation(tx: EntityManager, given: Omit<NewInvitation, 'organisationId' | 'email'>): Promise<void> {
  await tx.sql`
    update invitation set role = ${given.role}, token_hash = ${given.tokenHash}, invited_by = ${given.invitedBy}, sent_at = ${given.at},
                          times_sent = times_sent + 1, expires_at = ${given.expiresAt}
    where id = ${given.id} and state = 'pending'`;
}

export async function updateInvitationRole(tx: EntityManager, id: string, role: OrganisationRole): Promise<void> {
  await tx.sql`update invitation set role = ${role} where id = ${id} and state = 'pending'`;
}

/** One outcome each: only a pending invitation within its term ends this way. */
export async function endInvitation(
  tx: EntityManager,
  { id, to, acceptedBy = null, at }: { id: string; to: InvitationState; acceptedBy?: string | null; at: Date },
): Promise<boolean> {
  const [, ended] = await tx.sql<[unknown[], number]>`
    update invitation set state = ${to}, ended_at = ${at}, accepted_by = ${acceptedBy}
    where id = ${id} and state = 'pending' and expires_at > ${at}`;
  return ended === 1;
}

/** Marks what is past its term, of one organisation or of all. @returns how many */
export async function expireInvitations(tx: EntityManager, organisationId: string | null, at: Date): Promise<number> {
  const [, expired] = await tx.sql<[unknown[], number]>`
    update invitation set state = 'expired', ended_at = ${at}
    where state = 'pending' and expires_at <= ${at} and (${organisationId}::uuid is null or organisation_id = ${organisationId}::uuid)`;
  return expired;
}

/** Somebody became a member another way: what was sent to their address has done its work. */
export async function settleInvitations(tx: EntityManager, organisationId: string, accountId: string, at: Date): Promise<void> {
  await tx.sql`
    update invitation i set state = 'accepted', ended_at = ${at}, accepted_by = ${accountId} from account a
    where i.organisation_id = ${organisationId} and i.state = 'pending' and a.id = ${accountId} and a.email_key = i.email_key
      and a.email_verified_at is not null`;
}

export async function cancelInvitationsOf(tx: EntityManager, organisationId: string, invitedBy: string, at: Date): Promise<void> {
  await tx.sql`
    update invitation set state = 'cancelled', ended_at = ${at}
    where organisation_id = ${organisationId} and invited_by = ${invitedBy} and state = 'pending'`;
}

export async function cancelAllInvitations(tx: EntityManager, organisationId: string, at: Date): Promise<void> {
  await tx.sql`
    update invitation set state = 'cancelled', ended_at = ${at} where organisation_id = ${organisationId} and state = 'pending'`;
}

type ListedInvitation = InvitationView & { readonly expiresAt: Date };

export function listInvitations(db: EntityManager, organisationId: string, { cursor, limit }: NewestFirst): Promise<ListedInvitation[]> {
  const [after] = cursor ?? [null];
  return db.sql`
    select i.id, i.email, i.role, i.state, a.display_name as "invitedBy", i.created_at as "createdAt", i.sent_at as "sentAt",
           i.expires_at as "expiresAt", i.ended_at as "endedAt"
    from invitation i join account a on a.id = i.invited_by
    where i.organisation_id = ${organisationId} and (${after}::uuid is null or i.id < ${after}::uuid)
    order by i.id desc limit ${limit + 1}`;
}

export async function readInvitation(db: EntityManager, id: string): Promise<InvitationView> {
  const [found] = await db.sql<InvitationView[]>`
    select i.id, i.email, i.role, i.state, a.display_name as "invitedBy", i.created_at as "createdAt", i.sent_at as "sentAt",
           i.expires_at as "expiresAt", i.ended_at as "endedAt"
    from invitation i join account a on a.id = i.invited_by where i.id = ${id}`;
  return found!;
}

interface KnownAddress {
  readonly accountId: string | null;
  readonly isMember: boolean;
  readonly language: Language;
  readonly inviterName: string | null;
}

/** What is known of an address for an invitation: whether it is a member's, and the language to write in (its own, else the inviter's). */
export async function readAddress(tx: EntityManager, organisationId: string, emailKey: string, inviterId: string): Promise<KnownAddress> {
  const [known] = await tx.sql<KnownAddress[]>`
    select a.id as "accountId", m.account_id is not null as "isMember", coalesce(a.language, inviter.language) as language,
           inviter.display_name as "inviterName"
    from account inviter
    left join account a on a.email_key = ${emailKey} and a.state = 'active' and a.email_verified_at is not null
    left join membership m on m.account_id = a.id and m.organisation_id = ${organisationId}
    where inviter.id = ${inviterId}`;
  return known!;
}

/** The address a person has shown to be theirs, as compared with an invitation's; null when they have not. */
export async function readVerifiedAddress(
  db: EntityManager,
  accountId: string,
): Promise<{ readonly key: string; readonly name: string | null } | null> {
  const [found] = await db.sql<{ key: string; name: string | null }[]>`
    select email_key as key, display_name as name from account
    where id = ${accountId} and state = 'active' and email_verified_at is not null`;
  return found ?? null;
}
