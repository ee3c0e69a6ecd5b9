import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { scopeOf } from '../editing/kept-site.view.js';
import { findKeptSite } from '../editing/kept-sites.queries.js';
import { isModerator, lineFor, organisationsOf } from './site-merge.access.js';
import { mayUndo, UNDO_WITHIN_MS } from './site-merge.rules.js';
import { siteMergesPolicy } from './site-merges.policy.js';
import { mergesOf } from './site-merges.queries.js';
import type { SiteTwins } from './site-merges.schemas.js';
import { findTwins } from './site-twins.queries.js';

/** Under what other sheets a place may also be registered, and which have already gone into its own. */
@Injectable()
export class SiteTwinsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, id: string): Promise<SiteTwins> {
    const site = await findKeptSite(this.db.manager, id);
    if (site === null) throw problem('not-found');
    authorise(lineFor(siteMergesPolicy.listTwins, site), actor, scopeOf(site));
    const items = site.state === 'closed' ? [] : await findTwins(this.db.manager, id, isModerator(actor) ? null : organisationsOf(actor));
    const now = this.clock.now();
    const merged = (await mergesOf(this.db.manager, id)).map(({ merge, id: otherId, name, at, ...rest }) => ({
      ...{ merge, id: otherId, name },
      at: at.toISOString(),
      undoUntil: mayUndo({ at, ...rest }, now) ? new Date(at.getTime() + UNDO_WITHIN_MS).toISOString() : null,
    }));
    return { items, merged, next: null };
  }
}
