import type { EntityManager } from 'typeorm';
import type { PlaceFacts } from './place-change.rules.js';

/** From the public view alone: what it does not show is never compared, kept nor told. `p` is published_site, `c` its commune. */
const FACTS = `jsonb_build_object(
  'name', p.name, 'commune', c.name, 'communeId', p.commune_id, 'organisationId', p.owner_organisation_id, 'state', p.state,
  'standing', case when p.state in ('awarded', 'occupied') then 'taken' when p.shelf in ('offered', 'owner_known') then 'offered' else 'lead' end,
  'tenures', p.tenures, 'costCentsPerYear', p.cost_cents_per_year, 'priceCents', p.price_cents, 'availableFrom', p.available_from,
  'floorMinM2', lower(p.floors_m2), 'floorMaxM2', upper(p.floors_m2) - 1, 'landAreaM2', p.land_area_m2)`;

export interface PlaceLook {
  /** Null when the public sees nothing of it. */
  readonly facts: PlaceFacts | null;
  readonly state: PlaceFacts['state'];
  readonly publishedAt: Date | null;
  /** It went into another sheet: nothing happened to the place. */
  readonly isMerged: boolean;
}

export async function lookAtPlace(tx: EntityManager, siteId: string): Promise<PlaceLook | null> {
  const rows: PlaceLook[] = await tx.query(
    `select s.state, s.published_at as "publishedAt", s.merged_into is not null as "isMerged",
       (select ${FACTS} from published_site p left join territory c on c.id = p.commune_id where p.id = s.id) as facts
     from site s where s.id = $1`,
    [siteId],
  );
  return rows[0] ?? null;
}

/** Places whose facts may have moved without an announcement: read from a file, written by a command, or never looked at. */
export async function placesToLookAt(db: EntityManager, after: string | null, limit: number): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `select id from (
       select l.site_id as id from site_listing l join site s on s.id = l.site_id
         left join known_facts k on k.about = 'place' and k.thing_id = l.site_id
       where l.shelf in ('offered', 'owner_known') and (k.facts is null or greatest(s.updated_at, s.state_changed_at, s.published_at) >= k.taken_at)
       union
       select k.thing_id from known_facts k left join site_listing l on l.site_id = k.thing_id
       where k.about = 'place' and not exists (select from site s where s.id = k.thing_id and s.merged_into is not null) and k.facts ->> 'standing' in ('offered', 'taken') and (l.site_id is null or l.shelf is null or l.shelf = 'lead')) moved
     where $1::uuid is null or id > $1 order by id limit $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}
