import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { encodeCursor, toPage } from '../../platform/http/cursor.js';
import { currentLanguage } from '../../platform/http/request-context.js';
import type { Need } from '../projects/needs.schemas.js';
import { askedRows, MATTERS_MOST_FACTOR, METHOD_VERSION } from './criteria/criteria.js';
import { loadLeads, loadLiving, nearestOnShelf } from './leads.queries.js';
import { explainLead, explainMatch, territoriesOf, whatWasAsked, whereabouts } from './match.answer.js';
import { methodIntroduction, methodRows } from './match.method-page.js';
import type { NeedProfile } from './engine/match.profile.js';
import { whatIfInWords } from './engine/match.what-if.js';
import { loadOptionNames, loadPlaces, loadTerritoryNames } from './matched-place.queries.js';
import { readMatchCursor } from './matching.cursor.js';
import { rankAfter, rankSections, type RankedSite } from './matching.queries.js';
import type { Match, MatchPage, Method, MoreInput, TryInput, TryResult } from './matching.schemas.js';
import { normaliseNeed } from './need.normalisation.js';
import { loadOptions } from './option.queries.js';
import { countWhatIf } from './what-if.queries.js';

/** An anonymous try has no name; nothing of it is stored. */
const NO_ONE = '00000000-0000-0000-0000-000000000000';
const LEADS_SHOWN = 20;
const TIERS_LIEUX_SHOWN = 6;

@Injectable()
export class MatchingService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async tryNeed({ need, perSection }: TryInput): Promise<TryResult> {
    const tx = this.db.manager;
    const profile = await this.profileOf(need);
    const [{ sites, sections }, whatIf, leads, tiersLieux, asked] = await Promise.all([
      rankSections(tx, profile, perSection),
      countWhatIf(tx, profile),
      this.leadsFor(profile),
      this.tiersLieuxFor(profile),
      loadTerritoryNames(tx, territoriesOf(profile)),
    ]);
    const shown = await this.explained(tx, profile, sites);
    return {
      version: METHOD_VERSION,
      conditionsAsked: whatWasAsked(profile, currentLanguage(), asked),
      sections: sections.map(({ shelf, eligibility, total }) => {
        const ranked = sites.filter((site) => site.shelf === shelf && site.eligibility === eligibility);
        const last = ranked.at(-1);
        const next = total > ranked.length && last !== undefined ? encodeCursor(keyOf(last)) : null;
        return {
          shelf,
          eligibility: eligibility as Match['eligibility'],
          total,
          items: shown.filter((match) => match.shelf === shelf && match.eligibility === eligibility),
          next,
        };
      }),
      whatIf: whatIf.map((row) => whatIfInWords(row, currentLanguage())),
      leads,
      tiersLieux,
    };
  }

  /** The following places of one section. */
  async moreMatches({ need, shelf, eligibility, cursor, limit }: MoreInput): Promise<MatchPage> {
    const profile = await this.profileOf(need);
    const rows = await rankAfter(this.db.manager, profile, { shelf, eligibility }, readMatchCursor(cursor), limit);
    const page = toPage(rows, limit, keyOf);
    return { items: await this.explained(this.db.manager, profile, page.items), next: page.next };
  }

  method(): Method {
    const tableIn = (lang: 'fr' | 'en'): Method['fr'] => ({ introduction: [...methodIntroduction(lang)], criteria: methodRows(lang) });
    return { version: METHOD_VERSION, mattersMostFactor: MATTERS_MOST_FACTOR, fr: tableIn('fr'), en: tableIn('en') };
  }

  private profileOf(need: Need): Promise<NeedProfile> {
    return normaliseNeed(this.db.manager, NO_ONE, need, this.clock.now());
  }

  private async explained(tx: EntityManager, need: NeedProfile, ranked: readonly RankedSite[]): Promise<Match[]> {
    const optionIds = ranked.map((site) => site.optionId);
    const [options, offers, places] = await Promise.all([
      loadOptions(tx, optionIds),
      loadOptionNames(tx, optionIds),
      loadPlaces(
        tx,
        ranked.map((site) => site.siteId),
      ),
    ]);
    const rows = askedRows(need);
    const names = await loadTerritoryNames(tx, [...territoriesOf(need), ...[...options.values()].flatMap(whereabouts)]);
    return ranked.flatMap(({ siteId, optionId }) => {
      const [option, name, site] = [options.get(optionId), offers.get(optionId), places.get(siteId)];
      // Withdrawn between two queries: it is simply no longer there.
      if (option === undefined || name === undefined || site === undefined) return [];
      return [explainMatch({ site, name, option, need, rows, names }, currentLanguage())];
    });
  }

  private async leadsFor(need: NeedProfile): Promise<TryResult['leads']> {
    const { total, near } = await nearestOnShelf(this.db.manager, 'lead', need, LEADS_SHOWN);
    const ids = near.map((lead) => lead.siteId);
    const [known, places] = await Promise.all([loadLeads(this.db.manager, ids), loadPlaces(this.db.manager, ids)]);
    const items = near.flatMap(({ siteId, distanceM }) => {
      const [option, site] = [known.get(siteId), places.get(siteId)];
      return option === undefined || site === undefined ? [] : [{ site, distanceM, ...explainLead(option, need, currentLanguage()) }];
    });
    return { total, items };
  }

  /** Whom one may visit, ask or work beside: never matched nor scored. */
  private async tiersLieuxFor(need: NeedProfile): Promise<TryResult['tiersLieux']> {
    const { total, near } = await nearestOnShelf(this.db.manager, 'living', need, TIERS_LIEUX_SHOWN);
    const ids = near.map(({ siteId }) => siteId);
    const [living, places] = await Promise.all([loadLiving(this.db.manager, ids), loadPlaces(this.db.manager, ids)]);
    const items = near.flatMap(({ siteId, distanceM }) => {
      const [said, site] = [living.get(siteId), places.get(siteId)];
      return said === undefined || site === undefined ? [] : [{ site, distanceM, ...said }];
    });
    return { total, items };
  }
}

const keyOf = (site: RankedSite): [number, number, number, string] => [site.low, site.high, site.completeness, site.siteId];
