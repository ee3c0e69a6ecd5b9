import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { toPage } from '../../platform/http/cursor.js';
import { Moved } from '../../platform/http/moved.js';
import type { Actor } from '../../platform/access/permission.js';
import { problem } from '../../platform/http/problem.js';
import { completenessOf } from './site.completeness.js';
import { SiteStanding } from './life/site-standing.js';
import { SiteViewQueries, type SiteRow } from './site-view.queries.js';
import type { SiteView } from './site-view.schemas.js';
import { CONSTRAINTS, FEATURES, USES } from './site.vocabulary.js';
import { SitesMapQueries } from './sites.map.queries.js';
import type { SiteMap } from './sites.map.schemas.js';
import { type FoundPlace, SitesQueries } from './sites.queries.js';
import type { MapSearch, NearbySites, SiteCard, SiteFilter, SitePage, SiteSearch } from './sites.schemas.js';
import { SiteSpelling } from './spelling/site-spelling.js';

const NEARBY_SHOWN = 6;

@Injectable()
export class SitesService {
  constructor(
    private readonly sites: SitesQueries,
    private readonly maps: SitesMapQueries,
    private readonly views: SiteViewQueries,
    private readonly standing: SiteStanding,
    private readonly spelling: SiteSpelling,
  ) {}

  async list({ cursor, ...search }: SiteSearch): Promise<SitePage> {
    const after = cursor ? ([cursor[1], cursor[2], cursor[3]] as const) : null;
    const [rows, counts] = await Promise.all([this.sites.list({ ...search, after }), this.sites.counts(search)]);
    const suggestions = await this.spelling.suggest(search.q, counts.total.count);
    return { ...toPage(rows, search.limit, ({ key, id }) => [search.sort, ...key, id]), ...counts, suggestions };
  }

  /** The latest places on offer, leads excepted. */
  async recentlyPublished(count: number): Promise<SiteCard[]> {
    const rows = await this.sites.list({ sort: 'recent', limit: count, after: null });
    return rows.slice(0, count);
  }

  /** The latest places that a search finds, for its feed. */
  async latest(filter: SiteFilter, count: number): Promise<SiteCard[]> {
    const rows = await this.sites.list({ ...filter, sort: 'recent', limit: count, after: null });
    return rows.slice(0, count);
  }

  /** Of these places, those a search finds: the same conditions as its list. */
  findAmong(tx: EntityManager, filter: SiteFilter, ids: readonly string[]): Promise<FoundPlace[]> {
    return this.sites.findAmong(tx, filter, ids);
  }

  cards(ids: readonly string[]): Promise<SiteCard[]> {
    return this.sites.cards(ids);
  }

  map(search: MapSearch): Promise<SiteMap> {
    return this.maps.map(search);
  }

  /** @param actor null for a stranger, who may read and nothing else */
  async get(id: string, actor: Actor | null = null): Promise<SiteView> {
    const row = await this.views.find(id);
    if (row === null) throw await this.elsewhere(id, '');
    return toView(row, await this.standing.actionsOf(actor, id));
  }

  async nearby(id: string): Promise<NearbySites> {
    if ((await this.views.find(id)) === null) throw await this.elsewhere(id, '/nearby');
    const [items, tiersLieux] = await Promise.all([
      this.sites.nearby(id, ['offered', 'owner_known', 'lead'], NEARBY_SHOWN),
      this.sites.nearby(id, ['living'], NEARBY_SHOWN),
    ]);
    return { items, tiersLieux, next: null };
  }

  /** A sheet that went into another answers where it went, when everyone may see that one. */
  private async elsewhere(id: string, path: string): Promise<Error> {
    const into = await this.views.wentInto(id);
    return into === null ? problem('not-found') : new Moved(`/api/sites/${into}${path}`);
  }
}

/** Spells out every blank: a fact nobody stated is null, never missing. */
function toView(row: SiteRow, actions: readonly string[]): SiteView {
  const { fieldSources } = row;
  const facts = Object.fromEntries(
    Object.entries(row.facts).map(([field, value]) => [field, { value, source: value === null ? null : (fieldSources[field] ?? null) }]),
  ) as SiteView['facts'];
  const site = {
    ...row,
    facts,
    features: threeValued(FEATURES, row.features),
    constraints: threeValued(CONSTRAINTS, row.constraints),
    uses: threeValued(USES, row.uses),
    premises: row.premises.map((part) => ({
      ...part,
      features: threeValued(FEATURES, part.features),
      uses: threeValued(USES, part.uses),
    })),
  };
  const self = `/api/sites/${row.id}`;
  return {
    ...site,
    completeness: completenessOf(site),
    actions: [...actions],
    links: { self, page: `/lieux/${row.id}`, nearby: `${self}/nearby` },
  };
}

function threeValued<W extends string>(words: readonly W[], known: Partial<Record<W, boolean>>): Record<W, boolean | null> {
  return Object.fromEntries(words.map((word) => [word, known[word] ?? null])) as Record<W, boolean | null>;
}
