import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import {
  CHOICES,
  EVERY_CONDITION,
  FACTS_ASKED,
  FACTS_TOLERANT,
  filterParameters,
  FILTER_PARAMETERS,
  NEAR,
  TYPED,
  WORDS_AND_PLACE,
} from './sites.conditions.js';
import type { Shelf, SiteCard, SiteFilter, SitePage, SiteSearch } from './sites.schemas.js';

/** Beyond this many places the counts stop: “more than 50 000” answers the question as well. */
const COUNT_AT_MOST = 50_000;
const UNPLACED_M = 99_999_999;
const param = (offset: number) => `$${FILTER_PARAMETERS + offset}`;

/** The first key keeps leads after places on offer; the second is the order asked for. Integers, so that a cursor compares exactly. */
const LEADS_LAST = `case when l.shelf = 'lead' then 1 else 0 end`;
const BEST_WORDS_FIRST = `-(ts_rank(l.search, ${TYPED}) * 1000000)::bigint - (word_similarity(plain_text($1), l.name_plain) * 500000)::bigint`;
const SORT_KEYS = {
  relevance: ['l.shelf_rank', BEST_WORDS_FIRST],
  recent: [LEADS_LAST, 'l.newest_first'],
  distance: [LEADS_LAST, `coalesce(st_distance(l.point::geography, ${NEAR})::bigint, ${UNPLACED_M})`],
  area: [LEADS_LAST, `-coalesce(upper(l.floors_m2) - 1, 0)::bigint`],
} as const satisfies Record<SiteSearch['sort'], readonly [string, string]>;

/** Without words, the newest of each shelf: these very columns have an index (site_listing_order). */
const NO_WORDS_KEYS = ['l.shelf_rank', 'l.newest_first'] as const;

export type SiteRow = SiteCard & { readonly key: readonly [number, number] };

export interface FoundPlace {
  readonly id: string;
  readonly name: string;
  readonly commune: string | null;
}

/** A card from the public view: `p` is published_site, `c` its commune. Built as JSON so that numbers and blanks arrive as the contract says. */
const CARD = `
  'id', p.id, 'name', p.name, 'kind', p.kind, 'state', p.state, 'shelf', p.shelf, 'demo', p.demo, 'summary', p.summary,
  'commune', case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name, 'departmentCode', c.department_code) end,
  'point', case when p.point is not null then jsonb_build_object('lon', st_x(p.point), 'lat', st_y(p.point)) end,
  'pointPrecision', p.point_precision, 'locationShown', p.location_shown,
  'floorAreaMinM2', lower(p.floors_m2), 'floorAreaMaxM2', upper(p.floors_m2) - 1, 'landAreaM2', p.land_area_m2,
  'premisesCount', (select count(*) from premises r where r.site_id = p.id), 'condition', p.condition, 'tenures', p.tenures,
  'costCentsPerYear', p.cost_cents_per_year, 'priceCents', p.price_cents, 'availableFrom', p.available_from, 'features', p.features,
  'ownerKind', p.owner_kind, 'ownerName', coalesce(p.owner_name, (select o.name from organisation o where o.id = p.owner_organisation_id)), 'walkToStopMinutes', ceil(p.walk_to_stop_m / 80.0)::int, 'photo', p.photo, 'standing', (select s.standing from site s where s.id = p.id),
  'publishedAt', p.published_at,
  'attributions', (select coalesce(jsonb_agg(distinct d.attribution), '[]') from site_source x join dataset d on d.id = x.dataset_id
                   where x.site_id = p.id)`;

@Injectable()
export class SitesQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** One line more than asked: it says whether there is a next page. */
  async list(search: Omit<SiteSearch, 'cursor'> & { readonly after: readonly [number, number, string] | null }): Promise<SiteRow[]> {
    const [group, key] = search.sort === 'relevance' && search.q === undefined ? NO_WORDS_KEYS : SORT_KEYS[search.sort];
    const [afterGroup, afterKey, afterId] = search.after ?? [null, null, null];
    const rows: { card: SiteRow }[] = await this.db.query(
      `with found as (
         select l.site_id, ${group} as k1, ${key} as k2,
           case when $12::float8[] is not null then st_distance(l.point::geography, ${NEAR}) end as distance_m
         from site_listing l where ${EVERY_CONDITION}),
       page as (
         select * from found
         where ${param(1)}::int is null or (k1, k2, site_id) > (${param(1)}::int, ${param(2)}::bigint, ${param(3)}::uuid)
         order by k1, k2, site_id limit ${param(4)}::int)
       select jsonb_build_object(${CARD}, 'distanceM', round(page.distance_m), 'key', jsonb_build_array(k1, k2)) as card
       from page join published_site p on p.id = page.site_id left join territory c on c.id = p.commune_id
       order by k1, k2, page.site_id`,
      [...filterParameters(search), afterGroup, afterKey, afterId, search.limit + 1],
    );
    return rows.map((row) => row.card);
  }

  async counts(filter: SiteFilter): Promise<Pick<SitePage, 'total' | 'hiddenUnknown' | 'facets'>> {
    const rows: { counts: Pick<SitePage, 'total' | 'hiddenUnknown' | 'facets'> }[] = await this.db.query(COUNTS, [
      ...filterParameters(filter),
      COUNT_AT_MOST,
    ]);
    if (rows[0] === undefined) throw new Error('A query of aggregates answers one row');
    return rows[0].counts;
  }

  /** Of these places, those a search finds, in the order given. Runs in the caller's transaction. */
  async findAmong(db: EntityManager, filter: SiteFilter, ids: readonly string[]): Promise<FoundPlace[]> {
    return db.query(
      `select p.id, p.name, c.name as commune from site_listing l join published_site p on p.id = l.site_id
       left join territory c on c.id = p.commune_id
       where ${EVERY_CONDITION} and l.site_id = any(${param(1)}::uuid[]) order by array_position(${param(1)}::uuid[], l.site_id)`,
      [...filterParameters(filter), ids],
    );
  }

  /** These places, those that the public sees, in the order given. */
  async cards(ids: readonly string[]): Promise<SiteCard[]> {
    const rows: { card: SiteCard }[] = await this.db.query(
      `select jsonb_build_object(${CARD}, 'distanceM', null) as card
       from published_site p left join territory c on c.id = p.commune_id
       where p.id = any($1::uuid[]) order by array_position($1::uuid[], p.id)`,
      [ids],
    );
    return rows.map((row) => row.card);
  }

  /** The nearest other places on offer, then leads, or the living tiers-lieux; measured between public points only. */
  async nearby(id: string, shelves: readonly Shelf[], limit: number): Promise<SiteCard[]> {
    const rows: { card: SiteCard }[] = await this.db.query(
      `select jsonb_build_object(${CARD}, 'distanceM', round(near.distance_m)) as card
       from site_listing here
       cross join lateral (
         select l.site_id, l.shelf, st_distance(l.point::geography, here.point::geography) as distance_m
         from site_listing l
         where l.site_id <> here.site_id and l.shelf = any($3::text[]) and l.point && st_expand(here.point, 0.6)
           and st_dwithin(l.point::geography, here.point::geography, 40000)
         order by (l.shelf = 'lead'), distance_m, l.site_id limit $2) near
       join published_site p on p.id = near.site_id left join territory c on c.id = p.commune_id
       where here.site_id = $1
       order by (near.shelf = 'lead'), near.distance_m, p.id`,
      [id, limit, shelves],
    );
    return rows.map((row) => row.card);
  }
}

/** For each facet, the choices of the others. Features add up, so their own choice counts too. */
function countsBy(facet: keyof typeof CHOICES): string {
  const others = Object.keys(CHOICES).filter((name) => name !== facet || name === 'features');
  return [...others.map((name) => `in_${name}`), 'facts_met'].join(' and ');
}
const facetOf = (value: string, from: string, where: string, name = '') => `
  (select coalesce(jsonb_agg(f order by f.count desc, f.value), '[]') from (
     select ${value} as value, ${name} count(*)::int as count from base ${from} where ${where} and ${value} is not null group by 1 ${name && ', 2'}) f)`;
const named = (kind: string) =>
  facetOf(
    `t.id`,
    `join territory t on t.id = '${kind}:' || base.${kind}_code`,
    `${Object.keys(CHOICES)
      .map((name) => `in_${name}`)
      .join(' and ')} and facts_met`,
    't.name,',
  );

const COUNTS = `
  with base as materialized (
    select l.shelf, l.kind, l.tenures, l.features, l.owner_kind, l.region_code, l.department_code, (${FACTS_ASKED}) as facts_met,
      ${Object.entries(CHOICES)
        .map(([name, condition]) => `(${condition}) as in_${name}`)
        .join(', ')}
    from site_listing l where ${WORDS_AND_PLACE} and (${FACTS_TOLERANT})
    limit ${param(1)}::int + 1)
  select jsonb_build_object(
    'total', jsonb_build_object('count', count(*) filter (where chosen and facts_met), 'capped', (select count(*) from base) > ${param(1)}::int),
    'hiddenUnknown', count(*) filter (where chosen and not coalesce(facts_met, false)),
    'facets', jsonb_build_object(
      'shelf', ${facetOf('shelf', '', countsBy('shelf'))},
      'kind', ${facetOf('kind', '', countsBy('kind'))},
      'tenure', ${facetOf('tenure', 'cross join lateral unnest(tenures) tenure', countsBy('tenure'))},
      'features', ${facetOf('feature', 'cross join lateral unnest(features) feature', countsBy('features'))},
      'ownerKind', ${facetOf('owner_kind', '', countsBy('ownerKind'))},
      'region', ${named('region')},
      'department', ${named('department')})) as counts
  from (select *, ${Object.keys(CHOICES)
    .map((name) => `in_${name}`)
    .join(' and ')} as chosen from base) chosen`;
