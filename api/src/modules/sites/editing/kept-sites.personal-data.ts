import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '../../../platform/privacy/personal-data.js';

/** A place is its organisation's; what a person did to it is theirs to read, and their address leaves it with them. */
@Injectable()
export class KeptSitesPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'places',
      says: {
        fr: 'ce que vous avez écrit et décidé dans les lieux de vos organisations, et les lieux dont votre adresse est le contact',
        en: 'what you wrote and decided in the places of your organisations, and those whose contact address is yours',
      },
      holds: ['site_history.account_id', 'site.contact_email'],
      export: async (db, accountId) => ({ placeActs: await listMyActs(db, accountId), contactOf: await listContactOf(db, accountId) }),
      erase: forgetAddress,
    });
  }
}

/** Of each change what they wrote, never what it replaced: that may be another's. */
function listMyActs(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select h.at, h.site_id as "siteId", s.name as place, h.action, h.from_state as "from", h.to_state as "to", h.reason, h.note,
           (select coalesce(jsonb_agg(c - 'from'), '[]') from jsonb_array_elements(h.changes) c) as changes
    from site_history h join site s on s.id = h.site_id where h.account_id = ${accountId} order by h.id`;
}

function listContactOf(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select s.id as "siteId", s.name as place, s.contact_email as "contactEmail"
    from site s join account a on a.id = ${accountId} and lower(s.contact_email) = a.email_key and a.email_verified_at is not null
    order by s.name`;
}

/** Only an address proved theirs, in the place and in what its history says of it. */
async function forgetAddress(tx: EntityManager, accountId: string): Promise<void> {
  await tx.sql`
    update site_history h set changes = (
      select jsonb_agg(case when c ->> 'field' <> 'contactEmail' then c else c
        || case when lower(c ->> 'from') = a.email_key then '{"from": null}'::jsonb else '{}' end
        || case when lower(c ->> 'to') = a.email_key then '{"to": null}'::jsonb else '{}' end end order by n)
      from jsonb_array_elements(h.changes) with ordinality e(c, n))
    from account a
    where a.id = ${accountId} and a.email_verified_at is not null and h.changes @> '[{"field": "contactEmail"}]'
      and exists (select 1 from jsonb_array_elements(h.changes) c
                  where c ->> 'field' = 'contactEmail' and a.email_key in (lower(c ->> 'from'), lower(c ->> 'to')))`;
  await tx.sql`
    update site s set contact_email = null from account a
    where a.id = ${accountId} and a.email_verified_at is not null and lower(s.contact_email) = a.email_key`;
}
