import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { siteParams } from '../sites.schemas.js';
import { siteMergesPolicy } from './site-merges.policy.js';
import {
  compareSearch,
  type CompareSearch,
  mergeParams,
  mergeSites,
  type MergeSites,
  siteComparison,
  type SiteComparison,
  siteMerged,
  type SiteMerged,
  siteTwins,
  type SiteTwins,
} from './site-merges.schemas.js';
import { SiteMergesService } from './site-merges.service.js';
import { SiteTwinsService } from './site-twins.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('kept sites')
@Controller()
export class SiteMergesController {
  constructor(
    private readonly merges: SiteMergesService,
    private readonly twins: SiteTwinsService,
  ) {}

  @Get('sites/:id/twins')
  @Allowed(siteMergesPolicy.listTwins)
  @Returns(siteTwins)
  listTwins(@CurrentActor() actor: Actor, @Param({ schema: siteParams }) { id }: ById): Promise<SiteTwins> {
    return this.twins.of(actor, id);
  }

  @Get('sites/:id/comparison')
  @Allowed(siteMergesPolicy.compareSites)
  @Returns(siteComparison)
  compareSites(
    @CurrentActor() actor: Actor,
    @Param({ schema: siteParams }) { id }: ById,
    @Query({ schema: compareSearch }) search: CompareSearch,
  ): Promise<SiteComparison> {
    return this.merges.compare(actor, id, search.with);
  }

  @Post('sites/:id/merge')
  @Allowed(siteMergesPolicy.mergeSites)
  @Returns(siteMerged)
  mergeSites(
    @CurrentActor() actor: Actor,
    @Param({ schema: siteParams }) { id }: ById,
    @Body({ schema: mergeSites }) input: MergeSites,
  ): Promise<SiteMerged> {
    return this.merges.merge(actor, id, input);
  }

  @Post('site-merges/:id/undo')
  @Allowed(siteMergesPolicy.undoSiteMerge)
  @Returns(siteMerged)
  undoSiteMerge(@CurrentActor() actor: Actor, @Param({ schema: mergeParams }) { id }: ById): Promise<SiteMerged> {
    return this.merges.undo(actor, id);
  }
}
