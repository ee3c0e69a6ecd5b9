import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { findKeptSite } from '../editing/kept-sites.queries.js';
import { SiteActs } from '../site-acts.js';
import { nextSiteState } from '../site.rules.js';
import { isInRunningCall, moveSite } from './site-life.queries.js';

/** The moves of places that calls make: a place is in one call at a time, and comes back on offer when the call gives it up. */
@Injectable()
export class SiteCalls {
  constructor(
    private readonly clock: Clock,
    private readonly acts: SiteActs,
  ) {}

  /** In the caller's transaction: all of them, or none. @throws Problem for a place that is another's, or not on offer */
  async enter(tx: EntityManager, actor: Actor, organisationId: string, siteIds: readonly string[]): Promise<void> {
    for (const siteId of [...siteIds].sort()) {
      const moved = await this.move(tx, actor, siteId, 'enterCall', { organisationId, reason: null });
      if (!moved) throw problem('call-lot-not-available', { facts: { siteId } });
    }
  }

  /** Those still in the call; one that its owner has closed meanwhile stays closed. */
  async leave(tx: EntityManager, actor: Actor | null, organisationId: string, siteIds: readonly string[], reason: string): Promise<void> {
    for (const siteId of [...siteIds].sort()) await this.move(tx, actor, siteId, 'leaveCall', { organisationId, reason });
  }

  /** The place goes to whoever was chosen. @throws Problem when it is no longer in the call */
  async award(tx: EntityManager, actor: Actor, organisationId: string, siteIds: readonly string[]): Promise<void> {
    for (const siteId of [...siteIds].sort()) {
      const moved = await this.move(tx, actor, siteId, 'award', { organisationId, reason: null });
      if (!moved) throw problem('call-lot-not-available', { facts: { siteId } });
    }
  }

  /** The award waits for a new decision: the place is back in its call, on offer to nobody. One that its owner has closed meanwhile stays closed. */
  async reopenAward(tx: EntityManager, actor: Actor, organisationId: string, siteId: string, reason: string): Promise<void> {
    const site = await findKeptSite(tx, siteId);
    if (site?.state === 'occupied') throw problem('reopening-place-occupied', { facts: { siteId } });
    if (site?.state !== 'awarded' || site.organisation?.id !== organisationId) return;
    if (!(await this.move(tx, actor, siteId, 'dropAward', { organisationId, reason }))) throw problem('changed-meanwhile');
    await this.move(tx, actor, siteId, 'enterCall', { organisationId, reason });
  }

  /** Nobody is left to whom a reopened award could go: the place is on offer again, unless another call has it by now. */
  async leaveReopened(tx: EntityManager, actor: Actor | null, organisationId: string, siteId: string, reason: string): Promise<void> {
    if (!(await isInRunningCall(tx, siteId))) await this.leave(tx, actor, organisationId, [siteId], reason);
  }

  /** By a new decision; a place that is on offer again goes through the call it came from. @throws Problem when it is somebody's already */
  async awardAgain(tx: EntityManager, actor: Actor, organisationId: string, siteId: string): Promise<void> {
    const isAskedFor = (await findKeptSite(tx, siteId))?.state === 'under_interest';
    if (isAskedFor || (await isInRunningCall(tx, siteId))) throw problem('call-lot-not-available', { facts: { siteId } });
    await this.move(tx, actor, siteId, 'enterCall', { organisationId, reason: null });
    await this.award(tx, actor, organisationId, [siteId]);
  }

  /** Nobody takes what was awarded: it is on offer again. One that its owner has closed meanwhile stays closed. */
  async dropAward(
    tx: EntityManager,
    actor: Actor | null,
    organisationId: string,
    siteIds: readonly string[],
    reason: string,
  ): Promise<void> {
    for (const siteId of [...siteIds].sort()) await this.move(tx, actor, siteId, 'dropAward', { organisationId, reason });
  }

  private async move(
    tx: EntityManager,
    actor: Actor | null,
    siteId: string,
    action: 'enterCall' | 'leaveCall' | 'award' | 'dropAward',
    { organisationId, reason }: { readonly organisationId: string; readonly reason: string | null },
  ): Promise<boolean> {
    const site = await findKeptSite(tx, siteId);
    const toState = site === null ? null : nextSiteState(site.state, action);
    if (site === null || toState === null || site.organisation?.id !== organisationId) return false;
    if (!(await moveSite(tx, site, toState, { reason, note: null }, this.clock.now()))) return false;
    await this.acts.tell(tx, actor, site, { action, version: site.version, fromState: site.state, toState, reason });
    return true;
  }
}
