import type { EntityManager } from 'typeorm';
import type { SiteState } from '../sites/site.vocabulary.js';
import type { AgreementState, StoredAgreementState } from './agreement.rules.js';
import type { Parties, Terms } from './agreement.terms.rules.js';
import type { AgreementHistory, AgreementHistorySearch, AgreementSearch, ReportOnAgreement } from './agreements.schemas.js';

interface Party {
  readonly id: string;
  readonly name: string;
}

/** An agreement as stored, with its parties and its place. */
export interface AgreementRecord {
  readonly id: string;
  readonly state: StoredAgreementState;
  readonly reason: string | null;
  readonly version: number;
  readonly terms: Terms;
  readonly application: { readonly id: string; readonly number: string | null; readonly title: string };
  readonly place: {
    readonly id: string;
    readonly name: string;
    readonly state: SiteState;
    readonly since: string;
    readonly address: string | null;
    readonly commune: string | null;
  };
  readonly owner: Party & { readonly kind: Parties['ownerKind']; readonly siret: string | null };
  readonly occupant: Party & { readonly form: string | null; readonly siret: string | null; readonly rna: string | null };
  readonly renews: string | null;
  readonly renewedBy: string | null;
  readonly acceptedVersion: number | null;
  readonly acceptedAt: string | null;
  readonly ownerSignedOn: string | null;
  readonly ownerSignedBy: string | null;
  readonly occupantSignedOn: string | null;
  readonly occupantSignedBy: string | null;
  readonly noticeBy: 'owner' | 'occupant' | null;
  readonly noticeGivenOn: string | null;
  readonly noticeReason: string | null;
  readonly leavesOn: string | null;
  readonly updatedAt: string;
  readonly premises: readonly { readonly id: string; readonly name: string; readonly floorAreaM2: number | null }[];
  readonly met: readonly { readonly id: string; readonly metOn: string; readonly proof: string; readonly at: string }[];
  readonly reminders: readonly { readonly months: 12 | 6 | 3; readonly at: string }[];
  readonly reports: readonly (ReportOnAgreement & { readonly year: number; readonly at: string })[];
}

const RECORD = `jsonb_build_object('id', g.id, 'state', g.state, 'reason', g.state_reason, 'version', g.version, 'terms', g.terms,
  'application', jsonb_build_object('id', a.id, 'number', a.number, 'title', a.title),
  'place', jsonb_build_object('id', s.id, 'name', s.name, 'state', s.state, 'since', s.state_changed_at, 'address', s.address, 'commune', t.name),
  'owner', jsonb_build_object('id', w.id, 'name', w.name, 'kind', coalesce(s.owner_kind, w.owner_kind), 'siret', w.siret),
  'occupant', jsonb_build_object('id', o.id, 'name', o.name, 'form', o.legal_form, 'siret', o.siret, 'rna', o.rna),
  'renews', g.renews_id, 'renewedBy', (select n.id from agreement n where n.renews_id = g.id),
  'acceptedVersion', g.accepted_version, 'acceptedAt', g.accepted_at,
  'ownerSignedOn', g.owner_signed_on, 'ownerSignedBy', g.owner_signed_by,
  'occupantSignedOn', g.occupant_signed_on, 'occupantSignedBy', g.occupant_signed_by,
  'noticeBy', g.notice_by, 'noticeGivenOn', g.notice_given_on, 'noticeReason', g.notice_reason, 'leavesOn', g.leaves_on,
  'updatedAt', g.updated_at,
  'premises', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'floorAreaM2', p.floor_area_m2) order by p.position, p.id)
                        from premises p where p.site_id = s.id), '[]'),
  'met', coalesce((select jsonb_agg(jsonb_build_object('id', m.condition_id, 'metOn', m.met_on, 'proof', m.proof, 'at', m.at) order by m.at)
                   from agreement_condition_met m where m.agreement_id = g.id), '[]'),
  'reminders', coalesce((select jsonb_agg(jsonb_build_object('months', substr(m.what, 10)::int, 'at', m.at) order by m.at)
                         from agreement_told m where m.agreement_id = g.id and m.what like 'reminder%'), '[]'),
  'reports', coalesce((select jsonb_agg(jsonb_build_object('year', r.year, 'at', r.received_at, 'jobs', r.jobs,
                         'insertionHours', r.insertion_hours, 'peopleWelcomed', r.people_welcomed, 'words', r.words) order by r.year)
                       from agreement_report r where r.agreement_id = g.id), '[]'))`;
const FROM = `agreement g join application a on a.id = g.application_id join site s on s.id = g.site_id
  left join territory t on t.id = s.commune_id
  join organisation w on w.id = g.owner_organisation_id join organisation o on o.id = g.occupant_organisation_id`;

async function read(tx: EntityManager, rest: string, values: unknown[]): Promise<AgreementRecord[]> {
  const rows: { agreement: AgreementRecord }[] = await tx.query(`select ${RECORD} as agreement from ${FROM} ${rest}`, values);
  return rows.map((row) => row.agreement);
}

export async function findAgreement(tx: EntityManager, id: string): Promise<AgreementRecord | null> {
  return (await read(tx, 'where g.id = $1', [id]))[0] ?? null;
}

/** Acts on one agreement follow one another. */
export async function lockAgreement(tx: EntityManager, id: string): Promise<void> {
  await tx.query('select 1 from agreement where id = $1 for update', [id]);
}

/** Those of an organisation, on either side, the latest first. */
export async function agreementsOf(
  tx: EntityManager,
  organisationId: string,
  { cursor, limit }: AgreementSearch,
): Promise<AgreementRecord[]> {
  return read(
    tx,
    `where (g.owner_organisation_id = $1 or g.occupant_organisation_id = $1) and ($2::uuid is null or g.id < $2) order by g.id desc limit $3`,
    [organisationId, cursor?.[0] ?? null, limit + 1],
  );
}

/** Signed ones, whose days may call for something. */
export async function signedAgreements(tx: EntityManager): Promise<AgreementRecord[]> {
  return read(tx, `where g.state = 'signed' order by g.id`, []);
}

/** Those that follow the decision on a file, held as they are. */
export async function agreementsOfApplication(tx: EntityManager, applicationId: string): Promise<AgreementRecord[]> {
  await tx.query('select 1 from agreement where application_id = $1 order by id for update', [applicationId]);
  return read(tx, 'where g.application_id = $1 order by g.id', [applicationId]);
}

/** The other agreements about a place, once its line is held: two drafts never begin at once. */
export async function agreementsOfPlace(tx: EntityManager, siteId: string): Promise<AgreementRecord[]> {
  await tx.query('select 1 from site where id = $1 for update', [siteId]);
  return read(tx, 'where g.site_id = $1 order by g.id', [siteId]);
}

/** What an agreement may follow: who was chosen, by whom, and for which awarded places. */
export interface Decided {
  readonly ownerId: string;
  readonly occupantId: string;
  readonly sites: readonly {
    readonly id: string;
    readonly kind: string;
    readonly ownerKind: string | null;
    readonly propertyStatus: string | null;
    readonly premises: readonly string[];
  }[];
}

/** Null when the application does not exist; no place when nothing was decided in its favour. */
export async function findDecided(tx: EntityManager, applicationId: string): Promise<Decided | null> {
  const rows: { decided: Decided }[] = await tx.query(
    `select jsonb_build_object('ownerId', coalesce(c.organisation_id, s.keeper_organisation_id, s.owner_organisation_id),
       'occupantId', a.organisation_id,
       'sites', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'ownerKind', p.owner_kind,
           'propertyStatus', p.property_status,
           'premises', coalesce((select jsonb_agg(r.id order by r.position, r.id) from premises r where r.site_id = p.id), '[]')))
         from site p where a.state = 'selected' and p.state = 'awarded' and (p.id = a.site_id
           or exists (select 1 from award_line l where l.application_id = a.id and l.site_id = p.id and l.outcome = 'selected'))), '[]')) as decided
     from application a left join call c on c.id = a.call_id left join site s on s.id = a.site_id where a.id = $1`,
    [applicationId],
  );
  return rows[0]?.decided ?? null;
}

export interface NewAgreement {
  readonly id: string;
  readonly applicationId: string;
  readonly siteId: string;
  readonly ownerId: string;
  readonly occupantId: string;
  readonly renewsId: string | null;
  readonly terms: Terms;
  readonly at: Date;
}

export async function insertAgreement(tx: EntityManager, line: NewAgreement): Promise<void> {
  const { id, applicationId, siteId, ownerId, occupantId, renewsId, terms, at } = line;
  await tx.query(
    `insert into agreement (id, application_id, site_id, owner_organisation_id, occupant_organisation_id, renews_id, state, terms, starts_on, ends_on,
       created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, 'drafting', $7, $8, $9, $10, $10)`,
    [id, applicationId, siteId, ownerId, occupantId, renewsId, JSON.stringify(terms), terms.startsOn, terms.endsOn, at],
  );
}

type Known = Pick<AgreementRecord, 'id' | 'version' | 'state'>;

/** On condition of the version and state that were read. @returns whether it was still so */
export async function writeTerms(tx: EntityManager, { id, version, state }: Known, terms: Terms, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with written as (update agreement set version = version + 1, terms = $4, starts_on = $5, ends_on = $6, updated_at = $7
     where id = $1 and version = $2 and state = $3 returning 1) select 1 from written`,
    [id, version, state, JSON.stringify(terms), terms.startsOn, terms.endsOn, at],
  );
  return rows.length === 1;
}

/** Only columns named here; the others stay. */
const COLUMNS = {
  state: 'state',
  reason: 'state_reason',
  acceptedVersion: 'accepted_version',
  acceptedAt: 'accepted_at',
  ownerSignedOn: 'owner_signed_on',
  ownerSignedBy: 'owner_signed_by',
  occupantSignedOn: 'occupant_signed_on',
  occupantSignedBy: 'occupant_signed_by',
  noticeBy: 'notice_by',
  noticeGivenOn: 'notice_given_on',
  noticeReason: 'notice_reason',
  leavesOn: 'leaves_on',
} as const;
export type AgreementChange = Partial<Record<keyof typeof COLUMNS, string | number | Date | null>>;

/** On condition of the version and state that were read. @returns whether it was still so */
export async function changeAgreement(
  tx: EntityManager,
  { id, version, state }: Known,
  change: AgreementChange,
  at: Date,
): Promise<boolean> {
  const said = Object.entries(change) as [keyof typeof COLUMNS, unknown][];
  const sets = said.map(([field], index) => `${COLUMNS[field]} = $${index + 5}`);
  const rows: unknown[] = await tx.query(
    `with changed as (update agreement set ${[...sets, 'updated_at = $4'].join(', ')}
     where id = $1 and version = $2 and state = $3 returning 1) select 1 from changed`,
    [id, version, state, at, ...said.map(([, value]) => value)],
  );
  return rows.length === 1;
}

export async function keepConditionMet(
  tx: EntityManager,
  line: Readonly<Record<'agreementId' | 'conditionId' | 'metOn' | 'proof' | 'accountId', string>> & { readonly at: Date },
): Promise<void> {
  await tx.query(
    `insert into agreement_condition_met (agreement_id, condition_id, met_on, proof, at, account_id) values ($1, $2, $3, $4, $5, $6)
     on conflict (agreement_id, condition_id) do update set met_on = $3, proof = $4, at = $5, account_id = $6`,
    [line.agreementId, line.conditionId, line.metOn, line.proof, line.at, line.accountId],
  );
}

export async function addComment(
  tx: EntityManager,
  line: Readonly<Record<'id' | 'agreementId' | 'organisationId' | 'accountId' | 'text', string>> & {
    readonly at: Date;
    readonly version: number;
  },
): Promise<void> {
  await tx.query(
    'insert into agreement_comment (id, agreement_id, organisation_id, account_id, at, version, text) values ($1, $2, $3, $4, $5, $6, $7)',
    [line.id, line.agreementId, line.organisationId, line.accountId, line.at, line.version, line.text],
  );
}

export interface CommentRow {
  readonly id: string;
  readonly at: Date;
  readonly organisation: Party;
  readonly who: string | null;
  readonly version: number;
  readonly text: string;
}

const COMMENTS_SHOWN = 200;
export async function commentsOn(tx: EntityManager, agreementId: string): Promise<CommentRow[]> {
  return tx.query(
    `select k.id, k.at, jsonb_build_object('id', o.id, 'name', o.name) as organisation, p.display_name as who, k.version, k.text
     from agreement_comment k join organisation o on o.id = k.organisation_id left join account p on p.id = k.account_id
     where k.agreement_id = $1 order by k.id limit ${COMMENTS_SHOWN}`,
    [agreementId],
  );
}

export type CalendarNews = 'started' | 'reminder_12' | 'reminder_6' | 'reminder_3' | 'report_due' | 'over';

/** @returns whether this had not been told yet */
export async function keepTold(tx: EntityManager, agreementId: string, what: CalendarNews, day: string, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with kept as (insert into agreement_told (agreement_id, what, day, at) values ($1, $2, $3, $4) on conflict do nothing returning 1)
     select 1 from kept`,
    [agreementId, what, day, at],
  );
  return rows.length === 1;
}

/** @returns whether that year had no report yet */
export async function keepReport(
  tx: EntityManager,
  line: ReportOnAgreement & { readonly agreementId: string; readonly year: number; readonly accountId: string; readonly at: Date },
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with kept as (insert into agreement_report (agreement_id, year, received_at, account_id, jobs, insertion_hours, people_welcomed, words)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning 1) select 1 from kept`,
    [line.agreementId, line.year, line.at, line.accountId, line.jobs, line.insertionHours, line.peopleWelcomed, line.words],
  );
  return rows.length === 1;
}

export interface AgreementHistoryLine {
  readonly id: string;
  readonly agreementId: string;
  readonly at: Date;
  readonly accountId: string | null;
  readonly action: string;
  readonly version: number;
  readonly fromState: AgreementState | null;
  readonly toState: AgreementState;
  readonly reason?: string | null;
  readonly fields?: readonly string[];
}

export async function addAgreementHistory(tx: EntityManager, line: AgreementHistoryLine): Promise<void> {
  await tx.query(
    `insert into agreement_history (id, agreement_id, at, account_id, action, version, from_state, to_state, reason, fields)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[line.id, line.agreementId, line.at, line.accountId, line.action, line.version, line.fromState, line.toState],
      ...[line.reason ?? null, line.fields ?? []],
    ],
  );
}

/** The latest first: ids grow with time. */
export async function readAgreementHistory(
  tx: EntityManager,
  agreementId: string,
  { cursor, limit }: AgreementHistorySearch,
): Promise<AgreementHistory['items']> {
  return tx.query(
    `select h.id, h.at, p.display_name as who, h.action, h.version, h.from_state as "fromState", h.to_state as "toState", h.reason, h.fields
     from agreement_history h left join account p on p.id = h.account_id
     where h.agreement_id = $1 and ($2::uuid is null or h.id < $2) order by h.id desc limit $3`,
    [agreementId, cursor?.[0] ?? null, limit + 1],
  );
}

export interface Correspondent {
  readonly accountId: string;
  readonly email: string;
  readonly language: 'fr' | 'en';
}

/** Those of an organisation who write for it, with an address that is theirs. */
export async function correspondentsOf(tx: EntityManager, organisationId: string): Promise<Correspondent[]> {
  return tx.query(
    `select p.id as "accountId", p.email, p.language from membership m join account p on p.id = m.account_id
     where m.organisation_id = $1 and m.role in ('editor', 'administrator') and p.state = 'active' and p.email_verified_at is not null
     order by p.id`,
    [organisationId],
  );
}
