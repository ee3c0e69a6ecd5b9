import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { findKeptSite } from '../editing/kept-sites.queries.js';
import { SiteActs } from '../site-acts.js';
import { nextSiteState, type SiteAction } from '../site.rules.js';
import { moveSite } from './site-life.queries.js';

/** The moves of places that spontaneous requests make. */
@Injectable()
export class SiteInterests {
  constructor(
    private readonly clock: Clock,
    private readonly acts: SiteActs,
  ) {}

  /**
   * In the caller's transaction, which has asked for the right to act.
   * @returns false when the place is not where the move leaves from: closed meanwhile, in a call, studied for another request
   */
  async move(
    tx: EntityManager,
    actor: Actor | null,
    siteId: string,
    action: Extract<SiteAction, 'studyInterest' | 'declineInterest' | 'award'>,
    reason: string | null = null,
  ): Promise<boolean> {
    const site = await findKeptSite(tx, siteId);
    const toState = site === null ? null : nextSiteState(site.state, action);
    if (site === null || toState === null) return false;
    if (!(await moveSite(tx, site, toState, { reason, note: null }, this.clock.now()))) return false;
    await this.acts.tell(tx, actor, site, { action, version: site.version, fromState: site.state, toState, reason });
    return true;
  }
}
