import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Actor, type Permission, whyNotAllowed } from '../../../platform/access/permission.js';
import { keptSitesPolicy } from '../editing/kept-sites.policy.js';
import { siteActions, type SiteRole } from '../site.rules.js';
import { siteLifePolicy } from './site-life.policy.js';
import { type PlaceStanding, readStandingOf } from './site-life.queries.js';
import { mayPublishUnread } from './site-life.rules.js';

/** What a reader may do with a place, for its public page: `edit`, and the moves of its life that are theirs. */
@Injectable()
export class SiteStanding {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async actionsOf(actor: Actor | null, siteId: string): Promise<string[]> {
    if (actor === null) return [];
    const standing = await readStandingOf(this.db.manager, siteId);
    return standing === null ? [] : actionsIn(actor, standing);
  }
}

export function actionsIn(actor: Actor, site: PlaceStanding): string[] {
  const may = (line: Permission) => whyNotAllowed(line, actor, { organisationId: site.organisation?.id ?? null }) === null;
  const isEntitled = may(siteLifePolicy.publishSite) && mayPublishUnread(site);
  const roles: SiteRole[] = [
    ...(may(siteLifePolicy.submitSite) ? (['owner_editor'] as const) : []),
    ...(isEntitled ? (['entitled_editor'] as const) : []),
    ...(may(siteLifePolicy.acceptSite) ? (['moderator'] as const) : []),
  ];
  return [...(may(keptSitesPolicy.updateSite) ? ['edit'] : []), ...siteActions(site.state, roles)];
}
