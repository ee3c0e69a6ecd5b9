import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { toPage } from '../../../platform/http/cursor.js';
import { Problem, problem } from '../../../platform/http/problem.js';
import type { KeptSite } from '../editing/kept-site.schemas.js';
import { scopeOf, toKept } from '../editing/kept-site.view.js';
import { findKeptSite, type KeptRecord } from '../editing/kept-sites.queries.js';
import { SiteActs } from '../site-acts.js';
import { nextSiteState } from '../site.rules.js';
import type { SiteState } from '../site.vocabulary.js';
import { SiteLifeLetters } from './site-life.letters.js';
import { siteLifePolicy } from './site-life.policy.js';
import { findAct, moveBack, moveSite, sitesToRead } from './site-life.queries.js';
import { type LifeAction, whyNotMoveSite, whyNotUndo } from './site-life.rules.js';
import type { SiteActsDone, SiteActsInput, SitesToRead, SitesToReadSearch, SiteUndo } from './site-life.schemas.js';
import { isOwn, LIFE_LINES, lifeActionsOn } from './site-life.view.js';

interface Said {
  readonly reason?: string | null;
  readonly note?: string | null | undefined;
  /** The version the person has read, where the decision is about its text. */
  readonly version?: number;
}

/** A place from draft to closed: by its members, or by a moderator for those that are read before they are shown. */
@Injectable()
export class SiteLifeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly acts: SiteActs,
    private readonly letters: SiteLifeLetters,
  ) {}

  async move(actor: Actor, id: string, action: LifeAction, said: Said = {}): Promise<KeptSite> {
    return this.db.transaction(async (tx) => {
      await this.moveOne(tx, actor, id, action, said);
      const site = await this.find(tx, id);
      return toKept(actor, site, lifeActionsOn(actor, site));
    });
  }

  async toRead(actor: Actor, search: SitesToReadSearch): Promise<SitesToRead> {
    authorise(siteLifePolicy.listSitesToRead, actor);
    return toPage(await sitesToRead(this.db.manager, search, this.clock.now()), search.limit, ({ key, id }) => [key, id]);
  }

  /** Each place apart: what is refused for one is done for the others. */
  async moveMany(actor: Actor, { ids, action, ...said }: SiteActsInput): Promise<SiteActsDone> {
    return this.each(ids, (tx, id) => this.moveOne(tx, actor, id, action, said));
  }

  async undoMany(actor: Actor, { acts }: SiteUndo): Promise<SiteActsDone> {
    return this.each(acts, (tx, id) => this.undoOne(tx, actor, id));
  }

  private async moveOne(tx: EntityManager, actor: Actor, id: string, action: LifeAction, said: Said): Promise<string> {
    const site = await this.find(tx, id);
    authorise(LIFE_LINES[action], actor, scopeOf(site));
    if ((action === 'accept' || action === 'sendBack') && isOwn(actor, site)) throw problem('own-organisation');
    const why = whyNotMoveSite(action, site);
    if (why !== null) throw problem(why, { facts: { state: site.state } });
    if (said.version !== undefined && said.version !== site.version) throw changedMeanwhile(site);
    const toState = nextSiteState(site.state, action) as SiteState;
    const { reason = null, note = null } = said;
    const at = this.clock.now();
    if (!(await moveSite(tx, site, toState, { reason, note }, at))) throw changedMeanwhile(site);
    if (action === 'accept' || action === 'sendBack') await this.letters.tellDecision(tx, site, action, reason, at);
    return this.acts.tell(tx, actor, site, { action, version: site.version, fromState: site.state, toState, reason, note });
  }

  private async undoOne(tx: EntityManager, actor: Actor, actId: string): Promise<string> {
    const act = await findAct(tx, actId);
    if (act === null) throw problem('not-found');
    const site = await this.find(tx, act.siteId);
    authorise(siteLifePolicy.submitSite, actor, scopeOf(site));
    const why = whyNotUndo(act, site, this.clock.now());
    if (why !== null) throw problem(why, { facts: { state: site.state } });
    if (!(await moveBack(tx, site, act, this.clock.now()))) throw changedMeanwhile(site);
    const toState = act.fromState as SiteState;
    return this.acts.tell(tx, actor, site, { action: 'undo', version: site.version, fromState: site.state, toState, note: act.id });
  }

  private async each(ids: readonly string[], one: (tx: EntityManager, id: string) => Promise<string>): Promise<SiteActsDone> {
    const items: SiteActsDone['items'] = [];
    for (const id of new Set(ids)) {
      try {
        items.push({ id, act: await this.db.transaction((tx) => one(tx, id)), code: null });
      } catch (refusal) {
        if (!(refusal instanceof Problem)) throw refusal;
        items.push({ id, act: null, code: refusal.code });
      }
    }
    return { items, next: null };
  }

  private async find(tx: EntityManager, id: string): Promise<KeptRecord> {
    const site = await findKeptSite(tx, id);
    if (site === null) throw problem('not-found');
    return site;
  }
}

function changedMeanwhile({ version, state }: KeptRecord) {
  return problem('changed-meanwhile', { facts: { version, state } });
}
