import type { EntityManager } from 'typeorm';
import type { Language } from '../../../platform/http/request-context.js';
import type { KnockLetterState } from './knock.rules.js';

export interface KnockPlace {
  readonly id: string;
  readonly name: string;
  readonly commune: string | null;
  readonly address: string | null;
  readonly contactEmail: string | null;
  readonly seenByAll: boolean;
  readonly isLead: boolean;
  /** Nobody reads who wants a lot while its files are judged. */
  readonly inCall: boolean;
}

const PLACE = `select s.id, s.name, c.name as commune, p.address, s.contact_email as "contactEmail", p.id is not null as "seenByAll",
  s.state = 'potential' and s.lead and coalesce(s.keeper_organisation_id, s.owner_organisation_id) is null as "isLead",
  site_in_running_call(s.id) as "inCall"
  from site s left join territory c on c.id = s.commune_id left join published_site p on p.id = s.id`;

export async function findKnockPlace(db: EntityManager, id: string): Promise<KnockPlace | null> {
  const rows: KnockPlace[] = await db.query(`${PLACE} where s.id = $1`, [id]);
  return rows[0] ?? null;
}

/** Locked: who joins and who writes take turns. */
export async function lockKnockPlace(tx: EntityManager, id: string): Promise<KnockPlace | null> {
  await tx.query('select 1 from site where id = $1 for no key update', [id]);
  return findKnockPlace(tx, id);
}

export interface Party {
  readonly organisationId: string;
  readonly name: string;
  readonly named: boolean;
}

/** Those that still look, in the order in which they joined; one that was suspended no longer counts. */
export function partiesOf(db: EntityManager, siteId: string): Promise<Party[]> {
  return db.query(
    `select p.organisation_id as "organisationId", o.name, p.named from knock_party p join organisation o on o.id = p.organisation_id
     where p.site_id = $1 and p.left_at is null and o.state = 'verified' order by p.joined_at, p.id`,
    [siteId],
  );
}

/** Joined again, the last word on being named counts. */
export async function addParty(
  tx: EntityManager,
  party: { id: string; siteId: string; organisationId: string; accountId: string; named: boolean; at: Date },
): Promise<void> {
  await tx.query(
    `insert into knock_party (id, site_id, organisation_id, account_id, named, joined_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (site_id, organisation_id) where left_at is null do update set named = excluded.named`,
    [party.id, party.siteId, party.organisationId, party.accountId, party.named, party.at],
  );
}

export async function leaveParty(tx: EntityManager, siteId: string, organisationId: string, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with gone as (update knock_party set left_at = $3 where site_id = $1 and organisation_id = $2 and left_at is null returning 1) select 1 from gone`,
    [siteId, organisationId, at],
  );
  return rows.length === 1;
}

/** Of these organisations, those with a project that looks for a place. */
export async function organisationsLooking(
  db: EntityManager,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly name: string; readonly looks: boolean }[]> {
  return db.query(
    `select o.id, o.name, exists (select 1 from project p where p.organisation_id = o.id and p.state = 'open') as looks
     from organisation o where o.id = any($1::uuid[]) and o.kind = 'ess' order by o.name, o.id`,
    [ids],
  );
}

export interface LetterRow {
  readonly id: string;
  readonly siteId: string;
  readonly organisationId: string;
  readonly by: string;
  readonly state: KnockLetterState;
  readonly language: Language;
  readonly writtenAt: Date;
  readonly names: readonly string[];
  readonly organisationCount: number;
  readonly mailed: boolean;
  readonly answeredAt: Date | null;
  readonly note: string | null;
}
const LETTER = `l.id, l.site_id as "siteId", l.organisation_id as "organisationId", o.name as by, l.state, l.language, l.written_at as "writtenAt",
  l.names, l.organisation_count as "organisationCount", l.address_hash is not null as mailed, l.answered_at as "answeredAt", l.note`;
const LETTERS = 'knock_letter l join organisation o on o.id = l.organisation_id';

export function lettersOf(db: EntityManager, siteId: string): Promise<LetterRow[]> {
  return db.query(`select ${LETTER} from ${LETTERS} where l.site_id = $1 order by l.written_at desc, l.id desc`, [siteId]);
}

export async function findLetter(db: EntityManager, id: string): Promise<LetterRow | null> {
  const rows: LetterRow[] = await db.query(`select ${LETTER} from ${LETTERS} where l.id = $1`, [id]);
  return rows[0] ?? null;
}

export async function lockLetterByCode(tx: EntityManager, codeHash: string): Promise<LetterRow | null> {
  const rows: LetterRow[] = await tx.query(`select ${LETTER} from ${LETTERS} where l.code_hash = $1 for update of l`, [codeHash]);
  return rows[0] ?? null;
}

/** Silence was asked for about this place, or at this address about another. */
export async function isStopped(db: EntityManager, siteId: string, addressHash: string | null): Promise<boolean> {
  const rows: unknown[] = await db.query(
    `select 1 from knock_letter where state = 'stopped' and (site_id = $1 or address_hash = $2) limit 1`,
    [siteId, addressHash],
  );
  return rows.length > 0;
}

export interface NewLetter {
  readonly id: string;
  readonly siteId: string;
  readonly organisationId: string;
  readonly accountId: string;
  readonly language: Language;
  readonly at: Date;
  readonly names: readonly string[];
  readonly organisationCount: number;
  readonly codeHash: string;
  readonly addressHash: string | null;
}

export async function insertLetter(tx: EntityManager, letter: NewLetter): Promise<void> {
  await tx.query(
    `insert into knock_letter (id, site_id, organisation_id, account_id, state, language, written_at, names, organisation_count, code_hash, address_hash)
     values ($1, $2, $3, $4, 'written', $5, $6, $7, $8, $9, $10)`,
    [
      letter.id,
      letter.siteId,
      letter.organisationId,
      letter.accountId,
      letter.language,
      letter.at,
      letter.names,
      letter.organisationCount,
      letter.codeHash,
      letter.addressHash,
    ],
  );
}

export async function answerLetter(tx: EntityManager, id: string, to: KnockLetterState, note: string | null, at: Date): Promise<void> {
  await tx.query('update knock_letter set state = $2, note = $3, answered_at = $4 where id = $1', [id, to, note, at]);
}

export async function forgetNotes(db: EntityManager, before: Date): Promise<number> {
  const rows: unknown[] = await db.query(
    'with forgotten as (update knock_letter set note = null where note is not null and answered_at < $1 returning 1) select 1 from forgotten',
    [before],
  );
  return rows.length;
}
