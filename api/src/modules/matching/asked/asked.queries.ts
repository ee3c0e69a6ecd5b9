import type { EntityManager } from 'typeorm';
import type { AskedFields } from './asked.schemas.js';

const some = (list: string) => `jsonb_array_length(coalesce(p.need -> '${list}', '[]')) > 0`;
const said = (...keys: string[]) => keys.map((key) => `p.need ->> '${key}' is not null`).join(' or ');

/** Which part of a need asks for which field of a place. */
const ASKS: Readonly<Record<string, string>> = {
  floorAreaM2: said('floorAreaMinM2', 'floorAreaMaxM2'),
  landAreaM2: said('landAreaMinM2', 'landAreaMaxM2'),
  tenure: some('tenures'),
  availableFrom: said('neededBy'),
  cost: said('budget', 'priceMaxEuros'),
  condition: said('worksCapacityEuros'),
  point: `${some('zone')} or ${said('walkToStopMinutes')}`,
  uses: some('uses'),
};

export async function countAsked(tx: EntityManager): Promise<Pick<AskedFields, 'projects' | 'items'>> {
  const plain = Object.entries(ASKS).map(([field, asks]) => `('${field}', ${asks})`);
  const rows: { counted: Pick<AskedFields, 'projects' | 'items'> }[] = await tx.query(
    `with looking as materialized (
       select p.id, p.need from project p join organisation o on o.id = p.organisation_id
       where p.state = 'open' and o.state not in ('refused', 'suspended')),
     asked as (
       select p.id, f.field from looking p cross join lateral (values ${plain.join(', ')}) f(field, asks) where f.asks
       union select p.id, 'features.' || word from looking p
         cross join lateral jsonb_array_elements_text(coalesce(p.need -> 'mustHave', '[]') || coalesce(p.need -> 'wish', '[]')) word
       union select p.id, 'constraints.' || word from looking p
         cross join lateral jsonb_array_elements_text(coalesce(p.need -> 'excludedConstraints', '[]')) word),
     counted as (select field, count(*)::int as projects from asked group by field)
     select jsonb_build_object('projects', (select count(*) from looking),
       'items', coalesce((select jsonb_agg(jsonb_build_object('field', field, 'projects', projects) order by projects desc, field) from counted), '[]')) as counted`,
  );
  return rows[0]?.counted ?? { projects: 0, items: [] };
}
