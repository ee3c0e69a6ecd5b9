import type { EntityManager } from 'typeorm';
import type { Language } from '../../platform/http/request-context.js';

export interface Writer {
  readonly accountId: string;
  readonly email: string;
  readonly language: Language;
}

/** Those of an organisation who may act on it, at an address that is theirs. */
export async function writersOf(tx: EntityManager, organisationId: string): Promise<Writer[]> {
  return tx.query(
    `select p.id as "accountId", p.email, p.language from membership m join account p on p.id = m.account_id
     where m.organisation_id = $1 and m.role in ('editor', 'administrator') and p.state = 'active' and p.email_verified_at is not null
     order by p.id`,
    [organisationId],
  );
}

/** Organisations with an open need that the place fits, or would once a question is answered; neither who asked nor the owner. */
export async function organisationsItFits(tx: EntityManager, siteId: string, but: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select distinct p.organisation_id as id from stored_match m join project p on p.id = m.project_id
     where m.site_id = $1 and m.result ->> 'eligibility' in ('eligible', 'to_confirm') and p.state = 'open' and p.organisation_id is not null
       and not (p.organisation_id = any($2::uuid[])) order by 1`,
    [siteId, but],
  );
  return rows.map(({ id }) => id);
}
