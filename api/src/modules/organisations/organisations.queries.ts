import type { EntityManager } from 'typeorm';
import { readBodyNumber } from './organisation.identity.rules.js';
import type { OrganisationState, Standing } from './organisation.rules.js';
import type { OrganisationChanges, OrganisationSearch, OrganisationView } from './organisations.schemas.js';
import type { REGISTER_ANSWERS } from './register/registered-body.js';

export interface OrganisationRow extends Omit<OrganisationView, 'standing' | 'evidence' | 'inside' | 'actions'> {
  readonly state: OrganisationState;
  readonly namePlain: string;
  readonly inside: Omit<NonNullable<OrganisationView['inside']>, 'state' | 'role'>;
}

const COMMUNE = `case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name, 'departmentCode', c.department_code) end`;
const VIEW = `jsonb_build_object(
  'id', o.id, 'name', o.name, 'namePlain', o.name_plain, 'kind', o.kind, 'ownerKind', o.owner_kind, 'legalForm', o.legal_form,
  'siret', o.siret, 'rna', o.rna, 'state', o.state, 'demo', o.demo, 'commune', ${COMMUNE},
  'territory', case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name) end,
  'summary', o.summary, 'website', o.website, 'verifiedAt', case when o.state = 'verified' then o.verified_at end,
  'provenance', case when o.origin = 'register' then jsonb_build_object('title', d.title, 'producer', d.producer, 'licence', d.licence,
    'attribution', d.attribution, 'asOf', d.as_of) end,
  'inside', jsonb_build_object('version', o.version, 'contactEmail', o.contact_email, 'proof', o.proof, 'claimedAt', o.claimed_at,
    'decidedAt', o.decided_at, 'decisionReason', o.decision_reason, 'secondFactorRequired', o.second_factor_required))`;
const FROM = `organisation o left join territory c on c.id = o.commune_id left join territory t on t.id = o.territory_id
  left join dataset d on d.id = o.dataset_id`;
/** Strangers see who was verified, and registers open to all; people with an account see every organisation's name, to claim it or to join. */
const SEEN = `($1::boolean or o.state in ('verified', 'suspended') or (o.state = 'unclaimed' and not coalesce(d.members_only, true)))`;

const STATES_OF: Readonly<Record<Standing, readonly OrganisationState[]>> = {
  unclaimed: ['unclaimed'],
  unverified: ['claimed', 'refused'],
  verified: ['verified'],
  suspended: ['suspended'],
};

export async function searchOrganisations(
  db: EntityManager,
  { q, kind, standing, territory, cursor, limit }: OrganisationSearch,
  hasAccount: boolean,
): Promise<OrganisationRow[]> {
  const number = { siret: null, rna: null, ...(q === undefined ? null : readBodyNumber(q)) };
  const byName = number.siret === null && number.rna === null ? (q ?? null) : null;
  const states = standing?.length ? standing.flatMap((one) => STATES_OF[one]) : null;
  const [afterName, afterId] = cursor ?? [null, null];
  const rows: { view: OrganisationRow }[] = await db.query(
    `select ${VIEW} as view from ${FROM}
     where ${SEEN} and ($1 or o.state <> 'suspended')
       and ($2::text is null or o.siret = $2) and ($3::text is null or o.rna = $3)
       and ($4::text is null or (plain_text($4) <> '' and o.name_plain like '%' || plain_text($4) || '%'))
       and ($5::text is null or o.kind = $5) and ($6::text[] is null or o.state = any($6))
       and ($7::text is null or $7 in (o.territory_id, o.commune_id, 'epci:' || c.epci_code, 'region:' || c.region_code,
            'department:' || coalesce(c.department_code, o.department_code)))
       and ($8::text is null or (o.name_plain, o.id) > ($8, $9::uuid))
     order by o.name_plain, o.id limit $10`,
    [hasAccount, number.siret, number.rna, byName, kind ?? null, states, territory ?? null, afterName, afterId, limit + 1],
  );
  return rows.map(({ view }) => view);
}

/** @param seesAll a member or a moderator, or someone with an account */
export async function findOrganisation(db: EntityManager, id: string, seesAll: boolean): Promise<OrganisationRow | null> {
  const rows: { view: OrganisationRow }[] = await db.query(`select ${VIEW} as view from ${FROM} where ${SEEN} and o.id = $2`, [
    seesAll,
    id,
  ]);
  return rows[0]?.view ?? null;
}

export interface OrganisationRecord {
  readonly id: string;
  readonly name: string;
  readonly state: OrganisationState;
  readonly stateBeforeSuspension: OrganisationState | null;
  readonly communeId: string | null;
  readonly summary: string | null;
  readonly website: string | null;
  readonly contactEmail: string | null;
  readonly registerStatus: (typeof REGISTER_ANSWERS)[number];
}

export async function findOrganisationRecord(db: EntityManager, id: string): Promise<OrganisationRecord | null> {
  const [found] = await db.sql<OrganisationRecord[]>`
    select id, name, state, state_before_suspension as "stateBeforeSuspension", commune_id as "communeId", summary, website,
           contact_email as "contactEmail", coalesce(register_facts ->> 'status', 'unknown') as "registerStatus"
    from organisation where id = ${id}`;
  return found ?? null;
}

type Described = Required<Omit<OrganisationChanges, 'version'>>;

/** @returns false when someone else has changed it since that version */
export async function describeOrganisation(
  tx: EntityManager,
  { id, version }: { readonly id: string; readonly version: number },
  said: Described,
  at: Date,
): Promise<boolean> {
  const [changed] = await tx.sql<[{ id: string }[], number]>`
    update organisation o set name = ${said.name}, commune_id = ${said.communeId}, summary = ${said.summary}, website = ${said.website},
      contact_email = ${said.contactEmail}, updated_at = ${at}, version = o.version + 1,
      department_code = (select s.department_code from territory s where s.id = coalesce(${said.communeId}, o.territory_id)),
      point = (select s.point from territory s where s.id = coalesce(${said.communeId}, o.territory_id))
    where o.id = ${id} and o.version = ${version} returning o.id`;
  return changed.length > 0;
}

export async function readCommune(db: EntityManager, code: string): Promise<{ id: string; name: string } | null> {
  const [found] = await db.sql<{ id: string; name: string }[]>`select id, name from territory where id = ${`commune:${code}`}`;
  return found ?? null;
}
