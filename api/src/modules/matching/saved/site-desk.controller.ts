import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { deskSearch, type DeskSearch } from '../../sites/desk/site-desk.schemas.js';
import { OrganisationSitesService } from './organisation-sites.service.js';
import { organisationParams } from './project-matches.schemas.js';
import { siteDeskPolicy } from './site-desk.policy.js';
import { organisationSites, type OrganisationSites } from './site-desk.schemas.js';

@ApiTags('kept sites')
@Controller('organisations/:id/sites')
export class SiteDeskController {
  constructor(private readonly sites: OrganisationSitesService) {}

  @Get()
  @Allowed(siteDeskPolicy.listOrganisationSites)
  @Returns(organisationSites)
  listOrganisationSites(
    @CurrentActor() actor: Actor,
    @Param({ schema: organisationParams }) { id }: { id: string },
    @Query({ schema: deskSearch }) search: DeskSearch,
  ): Promise<OrganisationSites> {
    return this.sites.list(actor, id, search);
  }
}
