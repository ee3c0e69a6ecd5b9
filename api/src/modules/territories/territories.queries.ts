import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { TerritorySearch, territoryFound, territoryView } from './territories.schemas.js';

type Found = z.input<typeof territoryFound>;
type View = z.input<typeof territoryView>;

const FOUND = `t.id, t.kind, t.code, t.name, t.department_code as "departmentCode", d.name as "departmentName", r.name as "regionName",
            t.postal_codes as "postalCodes", t.population,
            case when t.point is not null then json_build_object('lon', st_x(t.point), 'lat', st_y(t.point)) end as point`;
const PARENTS = `left join territory d on d.id = 'department:' || t.department_code and t.kind in ('commune', 'epci')
       left join territory r on r.id = 'region:' || t.region_code and t.kind <> 'region'`;

/**
 * By code or postal code first, then exact name, beginning of the name, beginning of a word; the most populated first inside each.
 * Names of communes that merged answer with today's commune.
 */
export function searchTerritories(db: EntityManager, { q, kind, limit }: TerritorySearch): Promise<Found[]> {
  const code = q.trim().toUpperCase().replace(/\s/g, '');
  return db.query<Found[]>(
    `with asked as (select plain_text($1) as plain),
     found as (
       select t.id, null as former_name,
              case when t.code = $2 and t.kind <> 'commune' and (t.kind <> 'region' or $3 = 'region') then 0
                   -- Five digits may be a postal code here and an INSEE code elsewhere: the most populated comes first.
                   when t.code = $2 and t.kind = 'commune' or $2 = any(t.postal_codes) then 1
                   when t.name_plain = plain then 2
                   when t.name_plain like plain || '%' then 4
                   else 5 end as rank
         from territory t, asked
        where (t.code = $2 or $2 = any(t.postal_codes)
               or plain <> '' and (t.name_plain like plain || '%' or t.name_plain like '% ' || plain || '%'))
          and ($3::text is null or t.kind = $3)
       union all
       select f.current_id, f.name, case when f.code = $2 then 1 when f.name_plain = plain then 3 else 6 end
         from former_commune f, asked
        where (f.code = $2 or plain <> '' and f.name_plain like plain || '%') and ($3::text is null or $3 = 'commune')),
     best as (select distinct on (id) * from found order by id, rank, former_name nulls first)
     select ${FOUND}, best.former_name as "formerName"
       from best
       join territory t using (id)
       ${PARENTS}
      order by best.rank, t.population desc nulls last,
               array_position(array['commune', 'epci', 'department', 'region'], t.kind), t.id
      limit $4`,
    [q, code, kind ?? null, limit],
  );
}

/** Names that look like what was typed, by the letters they share three by three: the rules say which may have been meant. */
export function territoriesNamedLike(db: EntityManager, { q, kind }: TerritorySearch, limit: number): Promise<Found[]> {
  return db.query<Found[]>(
    `select ${FOUND}, null as "formerName"
       from territory t
       ${PARENTS}
      where (t.name_plain % plain_text($1) or plain_text($1) <% t.name_plain) and ($2::text is null or t.kind = $2)
      order by greatest(similarity(t.name_plain, plain_text($1)), word_similarity(plain_text($1), t.name_plain)) desc,
               t.population desc nulls last, t.id
      limit $3`,
    [q, kind ?? null, limit],
  );
}

/** One territory with its parents and its extent: of its contour, else of the points of its communes. */
export async function readTerritory(db: EntityManager, id: string): Promise<View | null> {
  const [found] = await db.query<View[]>(
    `select t.id, t.kind, t.code, t.name, t.postal_codes as "postalCodes", t.population, t.area_ha::float8 as "areaHa",
            case when t.point is not null then json_build_object('lon', st_x(t.point), 'lat', st_y(t.point)) end as point,
            case when e.box is not null
                 then json_build_array(st_xmin(e.box), st_ymin(e.box), st_xmax(e.box), st_ymax(e.box)) end as bbox,
            (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'code', p.code, 'name', p.name)
                       order by array_position(array['epci', 'department', 'region'], p.kind)), '[]')
               from territory p
              where p.id <> t.id and (p.id = 'region:' || t.region_code
                 or t.kind in ('commune', 'epci') and p.id = 'department:' || t.department_code
                 or t.kind = 'commune' and p.id = 'epci:' || t.epci_code)) as parents,
            (select coalesce(json_agg(json_build_object('label', l.label, 'detail', l.detail) order by l.label), '[]')
               from territory_label l where l.territory_id = t.id) as labels
       from territory t
       left join lateral (
         select coalesce(box2d(t.contour), (
           select st_extent(c.point) from territory c
            where c.kind = 'commune' and case t.kind when 'region' then c.region_code = t.code when 'department' then c.department_code = t.code
                  when 'epci' then c.epci_code = t.code else c.id = t.id end)) as box) e on true
      where t.id = coalesce((select current_id from former_commune where $1 = 'commune:' || code), $1)`,
    [id],
  );
  return found ?? null;
}
