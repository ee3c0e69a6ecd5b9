import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed, Public } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { siteActsDone, type SiteActsDone } from '../life/site-life.schemas.js';
import { siteClaimsPolicy } from './site-claims.policy.js';
import { claimSites, type ClaimSites, similarSearch, type SimilarSearch, similarSites, type SimilarSites } from './site-claims.schemas.js';
import { SiteClaimsService } from './site-claims.service.js';

@ApiTags('kept sites')
@Controller('sites')
export class SiteClaimsController {
  constructor(private readonly claims: SiteClaimsService) {}

  @Post('claims')
  @Allowed(siteClaimsPolicy.claimSites)
  @Returns(siteActsDone)
  claimSites(@CurrentActor() actor: Actor, @Body({ schema: claimSites }) input: ClaimSites): Promise<SiteActsDone> {
    return this.claims.claim(actor, input);
  }

  @Get('similar')
  @Public()
  @Returns(similarSites)
  listSimilarSites(@Query({ schema: similarSearch }) search: SimilarSearch): Promise<SimilarSites> {
    return this.claims.similar(search);
  }
}
