import type { EntityManager } from 'typeorm';
import type { MatchedOption, MatchedPlace } from './matching.schemas.js';

/** What a list of matches shows of each place, from the public view. */
export async function loadPlaces(tx: EntityManager, siteIds: readonly string[]): Promise<Map<string, MatchedPlace>> {
  const rows: { place: MatchedPlace }[] = await tx.query(
    `select jsonb_build_object('id', v.id, 'name', v.name, 'kind', v.kind, 'demo', v.demo, 'photo', v.photo,
        'standing', (select s.standing from site s where s.id = v.id), 'condition', v.condition,
        'commune', case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name, 'departmentCode', c.department_code) end,
        'point', case when v.point is not null then jsonb_build_object('lon', st_x(v.point), 'lat', st_y(v.point)) end,
        'pointPrecision', v.point_precision, 'ownerName', v.owner_name, 'landAreaM2', v.land_area_m2::float8, 'footprintM2', v.footprint_m2::float8,
        'nearestStop', case when stop.id is not null and v.walk_to_stop_m is not null then jsonb_build_object('name', stop.name,
          'walkMinutes', ceil(v.walk_to_stop_m / 80.0)::int, 'departuresPerWeekday', round(stop.departures_weekday)::int) end,
        'attributions', (select coalesce(jsonb_agg(distinct d.attribution), '[]') from site_source x join dataset d on d.id = x.dataset_id
          where x.site_id = v.id)) as place
     from published_site v
     left join territory c on c.id = v.commune_id
     left join transit_stop stop on stop.id = v.nearest_stop_id
     where v.id = any($1::uuid[])`,
    [siteIds],
  );
  return new Map(rows.map(({ place }) => [place.id, place]));
}

/** Which premises under which terms: an option carries the id of its offer, of its premises, or of the site itself. */
export async function loadOptionNames(tx: EntityManager, optionIds: readonly string[]): Promise<Map<string, MatchedOption>> {
  const rows: { option: MatchedOption }[] = await tx.query(
    `select jsonb_build_object('id', m.option_id, 'premisesName', p.name, 'tenure', (match_words('tenure'))[nullif(m.tenure, -1) + 1],
        'floorAreaM2', m.floor_area_m2, 'floorAreaFromM2', m.floor_from_m2) as option
     from site_match m
     left join offer o on o.id = m.option_id
     left join premises p on p.id = coalesce(o.premises_id, m.option_id)
     where m.option_id = any($1::uuid[])`,
    [optionIds],
  );
  return new Map(rows.map(({ option }) => [option.id, option]));
}

export async function loadTerritoryNames(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows: { id: string; name: string }[] = await tx.query('select id, name from territory where id = any($1)', [[...new Set(ids)]]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
