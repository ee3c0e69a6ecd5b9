import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { siteView, type SiteView } from './site-view.schemas.js';
import { siteMap, type SiteMap } from './sites.map.schemas.js';
import {
  mapSearch,
  type MapSearch,
  nearbySites,
  type NearbySites,
  sitePage,
  type SitePage,
  siteParams,
  siteSearch,
  type SiteSearch,
} from './sites.schemas.js';
import { SitesService } from './sites.service.js';

@ApiTags('sites')
@Controller('sites')
export class SitesController {
  constructor(private readonly sites: SitesService) {}

  @Get()
  @Public()
  @Returns(sitePage)
  listSites(@Query({ schema: siteSearch }) search: SiteSearch): Promise<SitePage> {
    return this.sites.list(search);
  }

  @Get('map')
  @Public()
  @Returns(siteMap)
  getSiteMap(@Query({ schema: mapSearch }) search: MapSearch): Promise<SiteMap> {
    return this.sites.map(search);
  }

  @Get(':id')
  @Public()
  @Returns(siteView)
  getSite(@CurrentActor() actor: Actor | null, @Param({ schema: siteParams }) { id }: { id: string }): Promise<SiteView> {
    return this.sites.get(id, actor);
  }

  @Get(':id/nearby')
  @Public()
  @Returns(nearbySites)
  listNearbySites(@Param({ schema: siteParams }) { id }: { id: string }): Promise<NearbySites> {
    return this.sites.nearby(id);
  }
}
