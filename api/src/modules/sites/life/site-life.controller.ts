import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { keptSite, type KeptSite } from '../editing/kept-site.schemas.js';
import { siteParams } from '../sites.schemas.js';
import { siteLifePolicy } from './site-life.policy.js';
import {
  acceptSite,
  type AcceptSite,
  closeSite,
  type CloseSite,
  pauseSite,
  type PauseSite,
  sendBackSite,
  type SendBackSite,
  siteActs,
  siteActsDone,
  type SiteActsDone,
  type SiteActsInput,
  sitesToRead,
  type SitesToRead,
  sitesToReadSearch,
  type SitesToReadSearch,
  siteUndo,
  type SiteUndo,
} from './site-life.schemas.js';
import { SiteLifeService } from './site-life.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('kept sites')
@Controller()
export class SiteLifeController {
  constructor(private readonly life: SiteLifeService) {}

  @Get('moderation/sites')
  @Allowed(siteLifePolicy.listSitesToRead)
  @Returns(sitesToRead)
  listSitesToRead(@CurrentActor() actor: Actor, @Query({ schema: sitesToReadSearch }) search: SitesToReadSearch): Promise<SitesToRead> {
    return this.life.toRead(actor, search);
  }

  @Post('sites/acts')
  @Allowed(siteLifePolicy.actOnSites)
  @Returns(siteActsDone)
  actOnSites(@CurrentActor() actor: Actor, @Body({ schema: siteActs }) input: SiteActsInput): Promise<SiteActsDone> {
    return this.life.moveMany(actor, input);
  }

  @Post('sites/acts/undo')
  @Allowed(siteLifePolicy.undoOnSites)
  @Returns(siteActsDone)
  undoOnSites(@CurrentActor() actor: Actor, @Body({ schema: siteUndo }) input: SiteUndo): Promise<SiteActsDone> {
    return this.life.undoMany(actor, input);
  }

  @Post('sites/:id/submit')
  @Allowed(siteLifePolicy.submitSite)
  @Returns(keptSite)
  submitSite(@CurrentActor() actor: Actor, @Param({ schema: siteParams }) { id }: ById): Promise<KeptSite> {
    return this.life.move(actor, id, 'submit');
  }

  @Post('sites/:id/take-back')
  @Allowed(siteLifePolicy.takeBackSite)
  @Returns(keptSite)
  takeBackSite(@CurrentActor() actor: Actor, @Param({ schema: siteParams }) { id }: ById): Promise<KeptSite> {
    return this.life.move(actor, id, 'takeBack');
  }

  @Post('sites/:id/publish')
  @Allowed(siteLifePolicy.publishSite)
  @Returns(keptSite)
  publishSite(@CurrentActor() actor: Actor, @Param({ schema: siteParams }) { id }: ById): Promise<KeptSite> {
    return this.life.move(actor, id, 'publish');
  }

  @Post('sites/:id/pause')
  @Allowed(siteLifePolicy.pauseSite)
  @Returns(keptSite)
  pauseSite(
    @CurrentActor() actor: Actor,
    @Param({ schema: siteParams }) { id }: ById,
    @Body({ schema: pauseSite }) input: PauseSite,
  ): Promise<KeptSite> {
    return this.life.move(actor, id, 'pause', input);
  }

  @Post('sites/:id/resume')
  @Allowed(siteLifePolicy.resumeSite)
  @Returns(keptSite)
  resumeSite(@CurrentActor() actor: Actor, @Param({ schema: siteParams }) { id }: ById): Promise<KeptSite> {
    return this.life.move(actor, id, 'resume');
  }

  @Post('sites/:id/close')
  @Allowed(siteLifePolicy.closeSite)
  @Returns(keptSite)
  closeSite(
    @CurrentActor() actor: Actor,
    @Param({ schema: siteParams }) { id }: ById,
    @Body({ schema: closeSite }) input: CloseSite,
  ): Promise<KeptSite> {
    return this.life.move(actor, id, 'close', input);
  }

  @Post('sites/:id/accept')
  @Allowed(siteLifePolicy.acceptSite)
  @Returns(keptSite)
  acceptSite(
    @CurrentActor() actor: Actor,
    @Param({ schema: siteParams }) { id }: ById,
    @Body({ schema: acceptSite }) input: AcceptSite,
  ): Promise<KeptSite> {
    return this.life.move(actor, id, 'accept', input);
  }

  @Post('sites/:id/send-back')
  @Allowed(siteLifePolicy.sendBackSite)
  @Returns(keptSite)
  sendBackSite(
    @CurrentActor() actor: Actor,
    @Param({ schema: siteParams }) { id }: ById,
    @Body({ schema: sendBackSite }) input: SendBackSite,
  ): Promise<KeptSite> {
    return this.life.move(actor, id, 'sendBack', input);
  }
}
