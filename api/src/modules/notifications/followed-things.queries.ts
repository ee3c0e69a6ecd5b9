import type { EntityManager } from 'typeorm';
import type { FollowedThing } from './follow.vocabulary.js';

export interface KnownThing {
  readonly subject: string;
  readonly name: string;
  readonly of: string | null;
}

/** The things among these that anyone may read about now, with their names. */
export async function findShownThings(db: EntityManager, about: FollowedThing, subjects: readonly string[]): Promise<KnownThing[]> {
  return db.query(SHOWN[about], [subjects]);
}

const SHOWN: Readonly<Record<FollowedThing, string>> = {
  place: `select p.id::text as subject, p.name, c.name as "of" from published_site p left join territory c on c.id = p.commune_id
    where p.id = any($1::uuid[])`,
  project: `select p.id::text as subject, p.name, o.name as "of" from project p join organisation o on o.id = p.organisation_id
    where p.id = any($1::uuid[]) and p.public and p.state in ('open', 'matched') and o.state not in ('refused', 'suspended')`,
  call: `select c.id::text as subject, c.title as name, o.name as "of" from call c join organisation o on o.id = c.organisation_id
    where c.id = any($1::uuid[]) and c.published_at is not null`,
  // Those that strangers may see.
  organisation: `select o.id::text as subject, o.name, c.name as "of" from organisation o left join territory c on c.id = o.commune_id
      left join dataset d on d.id = o.dataset_id
    where o.id = any($1::uuid[]) and (o.state = 'verified' or (o.state = 'unclaimed' and not coalesce(d.members_only, true)))`,
  commune: `select t.id as subject, t.name, d.name as "of" from territory t left join territory d on d.id = 'department:' || t.department_code
    where t.id = any($1::text[]) and t.kind = 'commune'`,
};

export async function territoryNames(db: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await db.query('select id, name from territory where id = any($1::text[])', [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
