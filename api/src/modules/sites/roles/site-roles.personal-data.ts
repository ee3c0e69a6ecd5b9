import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonalData } from '../../../platform/privacy/personal-data.js';
import { Retention } from '../../../platform/privacy/retention.js';

/** Roles on places are an organisation's, with the proof of the deed; who declared or decided them reads what they wrote. */
@Injectable()
export class SiteRolesPersonalData implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'place-roles',
      says: {
        fr: 'les rôles sur des lieux que vous avez déclarés, avec leurs preuves, vérifiés ou clos',
        en: 'the roles on places you declared, with their proofs, checked or ended',
      },
      holds: ['site_role_history.account_id', 'site_role_history.declared', 'site_role.proof_text', 'site_role.proof_reference'],
      export: async (db, accountId) => ({ placeRoles: await listMyPlaceRoles(db, accountId) }),
      erase: null,
    });
    this.retention.appliedBy('role_proof', (before) => this.db.transaction((tx) => forgetOldProofs(tx, before)));
  }
}

function listMyPlaceRoles(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select h.at, r.site_id as "siteId", o.name as organisation, h.action, h.from_state as "from", h.to_state as "to", h.reason, h.declared
    from site_role_history h join site_role r on r.id = h.site_role_id join organisation o on o.id = r.organisation_id
    where h.account_id = ${accountId} order by h.id`;
}

/** Proofs of roles that were refused or ended before this instant, in the record and in its history. */
async function forgetOldProofs(tx: EntityManager, before: Date): Promise<number> {
  const [forgotten] = await tx.sql<[{ id: string }[], number]>`
    update site_role set proof_text = null, proof_reference = null, proof_date = null
    where proof_text is not null and state in ('refused', 'ended') and coalesce(ended_at, decided_at) < ${before}
    returning id`;
  const ids = forgotten.map(({ id }) => id);
  await tx.sql`update site_role_history set declared = declared - 'proof' where declared ? 'proof' and site_role_id = any(${ids}::uuid[])`;
  return ids.length;
}
