import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { Problem, problem } from '../../../platform/http/problem.js';
import { findKeptSite } from '../editing/kept-sites.queries.js';
import type { SiteActsDone } from '../life/site-life.schemas.js';
import { SiteRolesService } from '../roles/site-roles.service.js';
import { SiteActs } from '../site-acts.js';
import { siteClaimsPolicy } from './site-claims.policy.js';
import { findSimilar, takeUp } from './site-claims.queries.js';
import type { ClaimSites, SimilarSearch, SimilarSites } from './site-claims.schemas.js';

/** Places of open data that their owner takes up, and places that may already be there. */
@Injectable()
export class SiteClaimsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly acts: SiteActs,
    private readonly roles: SiteRolesService,
  ) {}

  /** Each place becomes a draft of the organisation, whose role waits for a moderator with its proof: until then nothing is shown. */
  async claim(actor: Actor, input: ClaimSites): Promise<SiteActsDone> {
    authorise(siteClaimsPolicy.claimSites, actor, { organisationId: input.organisationId });
    const items: SiteActsDone['items'] = [];
    for (const id of new Set(input.ids)) {
      try {
        items.push({ id, act: await this.db.transaction((tx) => this.claimOne(tx, actor, id, input)), code: null });
      } catch (refusal) {
        if (!(refusal instanceof Problem) || refusal.code === 'public-owners-only' || refusal.code === 'invalid-input') throw refusal;
        items.push({ id, act: null, code: refusal.code });
      }
    }
    return { items, next: null };
  }

  async similar(search: SimilarSearch): Promise<SimilarSites> {
    return { items: await findSimilar(this.db.manager, search), next: null };
  }

  private async claimOne(tx: EntityManager, actor: Actor, id: string, input: ClaimSites): Promise<string> {
    await this.roles.declareIn(tx, actor, id, input);
    const site = await findKeptSite(tx, id);
    if (site === null) throw problem('not-found');
    if (!(await takeUp(tx, id, input, this.clock.now()))) throw problem('site-state-forbids', { facts: { state: site.state } });
    const place = { id, organisation: { id: input.organisationId } };
    return this.acts.tell(tx, actor, place, { action: 'claim', version: site.version, fromState: 'potential', toState: 'draft' });
  }
}
