import type { EntityManager } from 'typeorm';
import type { OrganisationState } from './organisation.rules.js';
import type { RegisterAnswer } from './register/registered-body.js';

export interface KnownBody {
  readonly id: string;
  readonly name: string;
  readonly state: OrganisationState;
  readonly hasMembers: boolean;
}
export interface BodyKeys {
  readonly siret: string | null;
  readonly rna: string | null;
  readonly territoryId: string | null;
}

/** Every organisation that one of these numbers, or this territory, designates. */
export function findBodies(db: EntityManager, { siret, rna, territoryId }: BodyKeys): Promise<KnownBody[]> {
  return db.sql<KnownBody[]>`
    select o.id, o.name, o.state, exists (select 1 from membership m where m.organisation_id = o.id) as "hasMembers"
    from organisation o where o.siret = ${siret} or o.rna = ${rna} or o.territory_id = ${territoryId} order by o.id`;
}

export interface ClaimRow extends BodyKeys {
  readonly name: string;
  readonly kind: string;
  readonly ownerKind: string | null;
  readonly legalForm: string | null;
  readonly communeId: string | null;
  readonly summary: string | null;
  readonly website: string | null;
  readonly contactEmail: string | null;
  readonly proof: string;
  readonly claimedBy: string;
  readonly register: RegisterAnswer;
}

/** @returns false when another transaction has just written the same body: it is there to be read once this returns */
export async function insertClaimed(tx: EntityManager, id: string, claim: ClaimRow, at: Date): Promise<boolean> {
  const added = await tx.sql<{ id: string }[]>`
    insert into organisation (id, name, kind, owner_kind, legal_form, siret, rna, territory_id, commune_id, department_code, point, summary, website,
      contact_email, proof, claimed_by, register_facts, origin, state, claimed_at, created_at, updated_at)
    select ${id}::uuid, ${claim.name}, ${claim.kind}, ${claim.ownerKind}, ${claim.legalForm}, ${claim.siret}, ${claim.rna}, ${claim.territoryId},
      ${claim.communeId}, seat.department_code, seat.point, ${claim.summary}, ${claim.website}, ${claim.contactEmail}, ${claim.proof},
      ${claim.claimedBy}::uuid, ${JSON.stringify(claim.register)}::jsonb, 'claimed', 'claimed', ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
    from (select 1) one left join territory seat on seat.id = coalesce(${claim.communeId}, ${claim.territoryId})
    on conflict do nothing returning id`;
  return added.length > 0;
}

/** Takes a register's row for its claimant, who writes it anew: what the register said stays for the moderators only. */
export async function takeUnclaimed(tx: EntityManager, id: string, claim: ClaimRow, at: Date): Promise<boolean> {
  const [taken] = await tx.sql<[{ id: string }[], number]>`
    update organisation o set name = ${claim.name}, kind = ${claim.kind}, owner_kind = ${claim.ownerKind}, legal_form = ${claim.legalForm},
      siret = coalesce(${claim.siret}, o.siret), rna = coalesce(${claim.rna}, o.rna), territory_id = ${claim.territoryId}, commune_id = ${claim.communeId},
      department_code = coalesce(seat.department_code, o.department_code), point = seat.point, summary = ${claim.summary},
      website = ${claim.website}, contact_email = ${claim.contactEmail}, proof = ${claim.proof}, claimed_by = ${claim.claimedBy},
      register_facts = ${JSON.stringify(claim.register)}::jsonb, origin = 'claimed', dataset_id = null, state = 'claimed',
      claimed_at = ${at}::timestamptz, updated_at = ${at}::timestamptz, version = o.version + 1
    from (select 1) one left join territory seat on seat.id = coalesce(${claim.communeId}, ${claim.territoryId})
    where o.id = ${id} and o.state = 'unclaimed' returning o.id`;
  return taken.length > 0;
}

export async function addFirstAdministrator(tx: EntityManager, organisationId: string, accountId: string, at: Date): Promise<void> {
  await tx.sql`
    insert into membership (organisation_id, account_id, role, created_at, updated_at)
    values (${organisationId}, ${accountId}, 'administrator', ${at}, ${at})`;
}

/** @returns false when the organisation is no longer refused */
export async function claimRefusedAgain(tx: EntityManager, id: string, proof: string, claimedBy: string, at: Date): Promise<boolean> {
  const [changed] = await tx.sql<[{ id: string }[], number]>`
    update organisation set state = 'claimed', proof = ${proof}, claimed_by = ${claimedBy}, claimed_at = ${at}, updated_at = ${at}, version = version + 1
    where id = ${id} and state = 'refused' returning id`;
  return changed.length > 0;
}
