import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import type { Actor } from '../../../platform/access/permission.js';
import type { DeskSearch } from '../../sites/desk/site-desk.schemas.js';
import { SiteDeskService } from '../../sites/desk/site-desk.service.js';
import { siteDeskPolicy } from './site-desk.policy.js';
import type { OrganisationSites, SiteInterest } from './site-desk.schemas.js';
import { interestIn, projectsInterestedIn } from './site-interest.queries.js';

const NO_INTEREST = { eligible: 0, toConfirm: 0, nearMiss: 0 };

/** Null = not told, during a call. */
function interestOf(found: ReadonlyMap<string, SiteInterest | null>, siteId: string): SiteInterest | null {
  const interest = found.get(siteId);
  return interest === undefined ? NO_INTEREST : interest;
}

/** The owner's desk: the places of an organisation, with the interest they meet. */
@Injectable()
export class OrganisationSitesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly desk: SiteDeskService,
  ) {}

  async list(actor: Actor, organisationId: string, search: DeskSearch): Promise<OrganisationSites> {
    authorise(siteDeskPolicy.listOrganisationSites, actor, { organisationId });
    const { items, next } = await this.desk.ofOrganisation(actor, organisationId, search);
    const interest = await interestIn(
      this.db.manager,
      items.map(({ id }) => id),
    );
    const interestedProjects = await projectsInterestedIn(this.db.manager, organisationId);
    return {
      items: items.map((site) => ({ ...site, interest: interestOf(interest, site.id) })),
      figures: { ...(await this.desk.figures(organisationId)), interestedProjects },
      next,
    };
  }
}
