import type { EntityManager } from 'typeorm';
import type { PartnerState } from './partner.rules.js';
import type { PartnershipList } from './partners.schemas.js';

export interface PartnerRow {
  readonly organisationId: string;
  readonly name: string;
  readonly state: PartnerState;
  readonly invitedAt: Date;
  readonly movedAt: Date | null;
}

/** Those invited or writing first, then those that were. */
export async function partnersOf(tx: EntityManager, applicationId: string): Promise<PartnerRow[]> {
  return tx.query(
    `select p.organisation_id as "organisationId", o.name, p.state, p.invited_at as "invitedAt", p.moved_at as "movedAt"
     from application_partner p join organisation o on o.id = p.organisation_id
     where p.application_id = $1 order by p.state not in ('invited', 'accepted'), p.invited_at, o.id`,
    [applicationId],
  );
}

export async function organisationKindOf(tx: EntityManager, id: string): Promise<{ kind: string; name: string } | null> {
  const rows: { kind: string; name: string }[] = await tx.query(
    `select kind, name from organisation where id = $1 and state in ('claimed', 'verified')`,
    [id],
  );
  return rows[0] ?? null;
}

export async function writePartner(
  tx: EntityManager,
  line: {
    readonly applicationId: string;
    readonly organisationId: string;
    readonly state: PartnerState;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(
    `insert into application_partner (application_id, organisation_id, state, invited_by, invited_at) values ($1, $2, $3, $4, $5)
     on conflict on constraint application_partner_pkey do update set state = excluded.state,
       invited_by = case when $3 = 'invited' then $4::uuid else application_partner.invited_by end,
       invited_at = case when $3 = 'invited' then $5::timestamptz else application_partner.invited_at end,
       moved_by = case when $3 <> 'invited' then $4::uuid end, moved_at = case when $3 <> 'invited' then $5::timestamptz end`,
    [line.applicationId, line.organisationId, line.state, line.by, line.at],
  );
}

export async function partnershipsOf(tx: EntityManager, organisationId: string): Promise<PartnershipList['items']> {
  const rows: { line: PartnershipList['items'][number] }[] = await tx.query(
    `select jsonb_build_object('applicationId', a.id, 'title', a.title, 'target', coalesce(c.title, s.name, ''), 'lead', o.name, 'state', p.state,
       'invitedAt', p.invited_at, 'closesAt', c.closes_at) as line
     from application_partner p join application a on a.id = p.application_id join organisation o on o.id = a.organisation_id
     left join call c on c.id = a.call_id left join site s on s.id = a.site_id
     where p.organisation_id = $1 and p.state in ('invited', 'accepted') order by p.state desc, p.invited_at desc, a.id limit 100`,
    [organisationId],
  );
  return rows.map(({ line }) => line);
}
