import type { SiteFilter } from './sites.schemas.js';
import type { ZoneCorner } from './search-zone.js';

/**
 * The conditions of a search over `site_listing l`, as constant SQL whose parameters $1…$20 always mean the same: list, counts, map
 * and export agree because they are the same text. A value not given is null, and the planner drops its condition.
 */
type TerritoryKind = 'region' | 'department' | 'epci' | 'commune';
const METRES_PER_DEGREE = 110_574;
export const FILTER_PARAMETERS = 20;

export function filterParameters(filter: SiteFilter): unknown[] {
  const codes = (kind: TerritoryKind) => filter.territory?.filter((id) => id.startsWith(`${kind}:`)).map((id) => id.slice(kind.length + 1));
  const near = filter.near ?? null;
  const radiusM = filter.radiusKm === undefined ? null : filter.radiusKm * 1000;
  return [
    filter.q ?? null,
    chosen(filter.kind),
    chosen(filter.tenure),
    chosen(filter.features),
    chosen(filter.ownerKind),
    chosen(filter.shelf) ?? ['offered', 'owner_known'],
    filter.territory?.length ? codes('region') : null,
    codes('department') ?? null,
    codes('epci') ?? null,
    codes('commune')?.map((code) => `commune:${code}`) ?? null,
    filter.bbox ?? null,
    near,
    radiusM,
    near && radiusM !== null ? boxAround(near, radiusM) : null,
    filter.areaMinM2 ?? null,
    filter.areaMaxM2 ?? null,
    filter.landMinM2 ?? null,
    filter.landMaxM2 ?? null,
    termsOf(filter),
    filter.zone ? wktOf(filter.zone) : null,
  ];
}

/** An empty choice (`?kind=`, as forms send it) is no choice. */
function chosen<T>(words: readonly T[] | undefined): readonly T[] | null {
  return words?.length ? words : null;
}

/** Cost and date travel together: JSON keeps the list of parameters short. */
function termsOf(filter: SiteFilter): string {
  return JSON.stringify({
    costMaxCents: filter.costMaxEurosPerMonth === undefined ? null : Math.round(filter.costMaxEurosPerMonth * 1200),
    availableBy: filter.availableBy ?? null,
    includeUnknown: filter.includeUnknown ?? false,
  });
}

/** A rectangle that surely holds the circle, for the spatial index; the exact distance is tested after. */
function boxAround([lon, lat]: readonly [number, number], radiusM: number): number[] {
  const dLat = (radiusM / METRES_PER_DEGREE) * 1.01;
  const dLon = Math.min(180, dLat / Math.max(0.01, Math.cos(((Math.abs(lat) + dLat) * Math.PI) / 180)));
  return [lon - dLon, lat - dLat, lon + dLon, lat + dLat];
}

/** The ring closed, as PostGIS reads it; numbers only, checked by the schema. */
function wktOf(corners: readonly ZoneCorner[]): string {
  const ring = [...corners, ...corners.slice(0, 1)].map(([lon, lat]) => `${lon} ${lat}`);
  return `POLYGON((${ring.join(',')}))`;
}

const box = (parameter: string) =>
  `st_makeenvelope((${parameter}::float8[])[1], (${parameter}::float8[])[2], (${parameter}::float8[])[3], (${parameter}::float8[])[4], 4326)`;
export const NEAR = `st_setsrid(st_makepoint(($12::float8[])[1], ($12::float8[])[2]), 4326)::geography`;
export const TYPED = 'site_search_query($1::text)';
const COST_MAX = `($19::jsonb ->> 'costMaxCents')::bigint`;
const AVAILABLE_BY = `($19::jsonb ->> 'availableBy')::date`;
const INCLUDE_UNKNOWN = `($19::jsonb ->> 'includeUnknown')::boolean`;
const FLOOR_ASKED = `($15::numeric is not null or $16::numeric is not null)`;
const FLOOR_RANGE = `int4range(ceil($15::numeric)::int, floor($16::numeric)::int, '[]')`;

/** Each choice that has a facet, apart, so that its own counts can set it aside. Territory counts with the place, not apart. */
export const CHOICES = {
  shelf: 'l.shelf = any($6::text[])',
  kind: '($2::text[] is null or l.kind = any($2))',
  tenure: '($3::text[] is null or l.tenures && $3)',
  features: '($4::text[] is null or l.features @> $4)',
  ownerKind: '($5::text[] is null or l.owner_kind = any($5))',
} as const;

/** Words and place. Spatial conditions use the public point only: probing circles cannot find what the owner does not show. */
export const WORDS_AND_PLACE = `
  l.shelf is not null
  and ($1::text is null or l.search @@ ${TYPED} or plain_text($1) <% l.name_plain)
  and ($7::text[] is null or l.region_code = any($7) or l.department_code = any($8::text[]) or l.epci_code = any($9::text[])
       or l.commune_id = any($10::text[]))
  and ($11::float8[] is null or l.point && ${box('$11')})
  and ($14::float8[] is null or l.point && ${box('$14')})
  and ($20::text is null or st_intersects(l.point, st_geomfromtext($20, 4326)))
  and ($13::float8 is null or st_dwithin(l.point::geography, ${NEAR}, $13))`;

/**
 * Area, cost and date. A blank neither passes nor fails: `tolerant` lets it through, to count what is hidden only by blanks.
 * When two of them are asked, one and the same premises and terms must answer both.
 */
function facts(tolerant: string): string {
  const atLeastTwo = `(${FLOOR_ASKED}::int + (${COST_MAX} is not null)::int + (${AVAILABLE_BY} is not null)::int) >= 2`;
  const cost = 'o.rent_cents_per_year + o.charges_cents_per_year + o.taxes_cents_per_year';
  return `
  (not ${FLOOR_ASKED} or case when l.floors_m2 = '{}' then ${tolerant} else l.floors_m2 && ${FLOOR_RANGE} end)
  and ($17::numeric is null or case when l.land_area_m2 is null then ${tolerant} else l.land_area_m2 >= $17 end)
  and ($18::numeric is null or case when l.land_area_m2 is null then ${tolerant} else l.land_area_m2 <= $18 end)
  and (${COST_MAX} is null or l.cost_cents_per_year <= ${COST_MAX} or (${tolerant} and l.cost_cents_per_year is null and l.tenures <> '{sale}'))
  and (${AVAILABLE_BY} is null or l.available_from <= ${AVAILABLE_BY} or (${tolerant} and l.available_from is null))
  and (not ${atLeastTwo} or exists (
    select 1 from (values (1)) once
    left join offer o on o.site_id = l.site_id
    left join premises p on p.site_id = l.site_id and (o.premises_id is null or p.id = o.premises_id)
    where (not ${FLOOR_ASKED} or case when p.floor_area_m2 is null then ${tolerant} else
        int4range(round(coalesce(p.divisible_from_m2, p.floor_area_m2))::int, round(p.floor_area_m2)::int, '[]') && ${FLOOR_RANGE} end)
      and (${COST_MAX} is null or case when o.tenure = 'sale' then false when ${cost} is null then ${tolerant} else ${cost} <= ${COST_MAX} end)
      and (${AVAILABLE_BY} is null or case when o.available_from is null then ${tolerant} else o.available_from <= ${AVAILABLE_BY} end)))`;
}

export const FACTS_ASKED = facts(`coalesce(${INCLUDE_UNKNOWN}, false)`);
export const FACTS_TOLERANT = facts('true');
export const EVERY_CONDITION = [WORDS_AND_PLACE, ...Object.values(CHOICES), FACTS_ASKED].join('\n  and ');
