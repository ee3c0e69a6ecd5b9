import type { EntityManager } from 'typeorm';
import type { Language } from '../../../platform/http/request-context.js';
import { KEEPER } from '../editing/kept-sites.queries.js';
import type { SiteState } from '../site.vocabulary.js';
import type { SiteProposalState } from './site-proposal.rules.js';
import type { ProposalSearch, ProposalView } from './site-proposals.schemas.js';

export interface ProposalRow extends ProposalView {
  readonly language: Language;
  readonly accountId: string | null;
  /** Of the account, else the one given. */
  readonly email: string | null;
  readonly keeperId: string | null;
  readonly siteState: SiteState | null;
  readonly commune: string | null;
}

const ROW = `jsonb_build_object('id', p.id, 'kind', p.kind, 'state', p.state, 'proposed', p.proposed, 'source', p.source, 'credit', p.credit,
  'proposedAt', p.proposed_at, 'decidedAt', p.decided_at, 'reason', p.reason, 'language', p.language, 'accountId', p.account_id,
  'email', coalesce(a.email, p.email), 'keeperId', ${KEEPER}, 'siteState', s.state,
  'commune', (select c.name from territory c where c.id = coalesce(s.commune_id, p.proposed ->> 'communeId')),
  'site', case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name,
    'seenByAll', exists (select 1 from site_listing l where l.site_id = s.id)) end)`;
const FROM = `site_proposal p left join site s on s.id = p.site_id left join account a on a.id = p.account_id and a.state = 'active'`;

const read = async (db: EntityManager, rest: string, values: readonly unknown[]): Promise<ProposalRow[]> => {
  const rows: { row: ProposalRow }[] = await db.query(`select ${ROW} as row from ${FROM} where ${rest}`, [...values]);
  return rows.map(({ row }) => row);
};

export async function findProposal(db: EntityManager, id: string): Promise<ProposalRow | null> {
  return (await read(db, 'p.id = $1', [id]))[0] ?? null;
}

/** Decisions on one proposal take turns. */
export async function lockProposal(tx: EntityManager, id: string): Promise<ProposalRow | null> {
  await tx.query('select 1 from site_proposal where id = $1 for update', [id]);
  return findProposal(tx, id);
}

export interface NewProposal {
  readonly id: string;
  readonly kind: 'correction' | 'place';
  readonly state: SiteProposalState;
  readonly siteId: string | null;
  readonly proposed: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly credit: string | null;
  readonly email: string | null;
  readonly accountId: string | null;
  readonly language: Language;
  readonly at: Date;
}

export async function insertProposal(tx: EntityManager, asked: NewProposal): Promise<void> {
  await tx.query(
    `insert into site_proposal (id, kind, state, site_id, proposed, source, credit, email, account_id, language, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      asked.id,
      asked.kind,
      asked.state,
      asked.siteId,
      JSON.stringify(asked.proposed),
      asked.source,
      asked.credit,
      asked.email,
      asked.accountId,
      asked.language,
      asked.at,
    ],
  );
}

export async function confirmProposal(tx: EntityManager, id: string): Promise<void> {
  await tx.query(`update site_proposal set state = 'received' where id = $1 and state = 'unconfirmed'`, [id]);
}

export interface Decision {
  readonly state: 'accepted' | 'refused';
  readonly by: string;
  readonly at: Date;
  readonly reason?: string;
  /** The place a proposed one became, and the line of history by which it was written. */
  readonly siteId?: string;
  readonly actId?: string | null;
}

export async function decideProposal(tx: EntityManager, id: string, { state, by, at, reason, siteId, actId }: Decision): Promise<void> {
  await tx.query(
    `update site_proposal set state = $2, decided_by = $3, decided_at = $4, reason = $5, site_id = coalesce($6, site_id), act_id = $7 where id = $1`,
    [id, state, by, at, reason ?? null, siteId ?? null, actId ?? null],
  );
}

export function proposalsOf(db: EntityManager, accountId: string): Promise<ProposalRow[]> {
  return read(db, 'p.account_id = $1 order by p.id desc limit 100', [accountId]);
}

const AFTER = `p.state = 'received' and ($1::uuid is null or p.id > $1)`;

export function proposalsKeptBy(db: EntityManager, organisationId: string, { cursor, limit }: ProposalSearch): Promise<ProposalRow[]> {
  return read(db, `${AFTER} and ${KEEPER} = $3 order by p.id limit $2`, [cursor?.[0] ?? null, limit + 1, organisationId]);
}

/** Of places that nobody keeps, and those left unanswered since then by who keeps them. */
export function proposalsForModerators(
  db: EntityManager,
  { cursor, limit }: ProposalSearch,
  unansweredSince: Date,
): Promise<ProposalRow[]> {
  return read(db, `${AFTER} and (${KEEPER} is null or p.proposed_at < $3) order by p.id limit $2`, [
    cursor?.[0] ?? null,
    limit + 1,
    unansweredSince,
  ]);
}

/** Nobody confirmed them. @returns the addresses to be forgotten with them */
export async function forgetUnconfirmed(tx: EntityManager, before: Date): Promise<string[]> {
  const rows: { email: string }[] = await tx.query(
    `with gone as (delete from site_proposal where state = 'unconfirmed' and proposed_at < $1 returning email)
     select email from gone where email is not null`,
    [before],
  );
  return rows.map(({ email }) => email);
}

/** The answer was sent long ago; what was proposed, and the name to be credited, stay. */
export async function forgetAddresses(tx: EntityManager, before: Date): Promise<number> {
  const rows: unknown[] = await tx.query(
    'with forgotten as (update site_proposal set email = null where email is not null and decided_at < $1 returning 1) select 1 from forgotten',
    [before],
  );
  return rows.length;
}
