import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { findKeptSite } from '../editing/kept-sites.queries.js';
import { SiteActs } from '../site-acts.js';
import { nextSiteState, type SiteAction } from '../site.rules.js';
import { moveSite } from './site-life.queries.js';

/** The moves of places that agreements make: lived in from the first day, back on offer when their owner says so. */
@Injectable()
export class SiteAgreements {
  constructor(
    private readonly clock: Clock,
    private readonly acts: SiteActs,
  ) {}

  /** @param actor null on the day itself, when nobody acts. Nothing happens to a place that is occupied already. */
  async moveIn(tx: EntityManager, actor: Actor | null, siteId: string): Promise<void> {
    await this.move(tx, actor, siteId, 'moveIn', null);
  }

  /** By its owner, once the agreement is over or was never signed. @throws Problem when the place has moved on meanwhile */
  async publishAgain(tx: EntityManager, actor: Actor, siteId: string, reason: string): Promise<void> {
    const moved = (await this.move(tx, actor, siteId, 'publishAgain', null)) || (await this.move(tx, actor, siteId, 'dropAward', reason));
    if (!moved) throw problem('site-state-forbids');
  }

  private async move(
    tx: EntityManager,
    actor: Actor | null,
    siteId: string,
    action: Extract<SiteAction, 'moveIn' | 'publishAgain' | 'dropAward'>,
    reason: string | null,
  ): Promise<boolean> {
    const site = await findKeptSite(tx, siteId);
    const toState = site === null ? null : nextSiteState(site.state, action);
    if (site === null || toState === null) return false;
    if (!(await moveSite(tx, site, toState, { reason, note: null }, this.clock.now()))) return false;
    await this.acts.tell(tx, actor, site, { action, version: site.version, fromState: site.state, toState, reason });
    return true;
  }
}
