import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed } from '../../../platform/http/access.js';
import { type HistorySearch, historySearch } from '../../../platform/http/edit-history.js';
import { Returns } from '../../../platform/http/returns.js';
import { siteParams } from '../sites.schemas.js';
import {
  createSite,
  type CreateSite,
  keptSite,
  type KeptSite,
  restoreSite,
  type RestoreSite,
  siteHistory,
  type SiteHistory,
  updateSite,
  type UpdateSite,
} from './kept-site.schemas.js';
import { keptSitesPolicy } from './kept-sites.policy.js';
import { KeptSitesService } from './kept-sites.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('kept sites')
@Controller('sites')
export class KeptSitesController {
  constructor(private readonly sites: KeptSitesService) {}

  @Post()
  @Allowed(keptSitesPolicy.createSite)
  @Returns(keptSite, { status: 201, description: 'Saved as a draft' })
  createSite(@CurrentActor() actor: Actor, @Body({ schema: createSite }) input: CreateSite): Promise<KeptSite> {
    return this.sites.create(actor, input);
  }

  @Get(':id/kept')
  @Allowed(keptSitesPolicy.getKeptSite)
  @Returns(keptSite)
  getKeptSite(@CurrentActor() actor: Actor, @Param({ schema: siteParams }) { id }: ById): Promise<KeptSite> {
    return this.sites.get(actor, id);
  }

  @Patch(':id')
  @Allowed(keptSitesPolicy.updateSite)
  @Returns(keptSite)
  updateSite(
    @CurrentActor() actor: Actor,
    @Param({ schema: siteParams }) { id }: ById,
    @Body({ schema: updateSite }) input: UpdateSite,
  ): Promise<KeptSite> {
    return this.sites.update(actor, id, input);
  }

  @Post(':id/restore')
  @Allowed(keptSitesPolicy.restoreSite)
  @Returns(keptSite)
  restoreSite(
    @CurrentActor() actor: Actor,
    @Param({ schema: siteParams }) { id }: ById,
    @Body({ schema: restoreSite }) input: RestoreSite,
  ): Promise<KeptSite> {
    return this.sites.restore(actor, id, input);
  }

  @Get(':id/history')
  @Allowed(keptSitesPolicy.listSiteHistory)
  @Returns(siteHistory)
  listSiteHistory(
    @CurrentActor() actor: Actor,
    @Param({ schema: siteParams }) { id }: ById,
    @Query({ schema: historySearch }) search: HistorySearch,
  ): Promise<SiteHistory> {
    return this.sites.history(actor, id, search);
  }
}
