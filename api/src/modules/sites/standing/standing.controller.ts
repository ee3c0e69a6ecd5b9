import { Body, Controller, Get, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import type { Signature } from '../../../platform/files/signed-links.js';
import { Allowed, Public } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { TakesFile } from '../../../platform/http/uploads.js';
import { siteParams } from '../sites.schemas.js';
import { StandingPhotoService } from './standing-photo.service.js';
import { standingPolicy } from './standing.policy.js';
import {
  answerParams,
  keeperStanding,
  type KeeperStanding,
  photoQuery,
  photoReceived,
  type PhotoReceived,
  setAside,
  type SetAside,
  showPhoto,
  type ShowPhoto,
  siteStanding,
  type SiteStanding,
  standingAnswered,
  type StandingAnswered,
  standingAnswers,
  type StandingAnswers,
  standingInput,
  type StandingInput,
  standingQueue,
  type StandingQueue,
  standingQueueSearch,
  type StandingQueueSearch,
} from './standing.schemas.js';
import { StandingService } from './standing.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('what stands there')
@Controller()
export class StandingController {
  constructor(
    private readonly standing: StandingService,
    private readonly photos: StandingPhotoService,
  ) {}

  @Get('sites/:id/standing')
  @Public()
  @Returns(siteStanding)
  getSiteStanding(@Param({ schema: siteParams }) { id }: ById): Promise<SiteStanding> {
    return this.standing.read(id);
  }

  @Post('sites/:id/standing')
  @Public()
  @Returns(standingAnswered)
  answerStanding(
    @CurrentActor() actor: Actor | null,
    @Param({ schema: siteParams }) { id }: ById,
    @Body({ schema: standingInput }) input: StandingInput,
    @Req() request: Request,
  ): Promise<StandingAnswered> {
    return this.standing.answer(actor, id, input, request);
  }

  @Put('sites/:id/standing')
  @Allowed(standingPolicy.stateStanding)
  @Returns(siteStanding)
  stateStanding(
    @CurrentActor() actor: Actor,
    @Param({ schema: siteParams }) { id }: ById,
    @Body({ schema: keeperStanding }) input: KeeperStanding,
  ): Promise<SiteStanding> {
    return this.standing.state(actor, id, input);
  }

  @Get('sites/:id/standing-answers')
  @Allowed(standingPolicy.listStandingAnswers)
  @Returns(standingAnswers)
  listStandingAnswers(@CurrentActor() actor: Actor, @Param({ schema: siteParams }) { id }: ById): Promise<StandingAnswers> {
    return this.photos.list(actor, id);
  }

  @Post('standing-answers/:id/photo')
  @Public()
  @TakesFile()
  @Returns(photoReceived, { status: 201, description: 'Received; it is checked, then looked at before anyone sees it' })
  sendPasserbyPhoto(
    @Param({ schema: answerParams }) { id }: ById,
    @Query({ schema: photoQuery }) signature: Signature,
    @Req() request: Request,
  ): Promise<PhotoReceived> {
    return this.photos.receive(id, signature, request);
  }

  @Post('standing-answers/:id/photo/show')
  @Allowed(standingPolicy.showPasserbyPhoto)
  @Returns(standingAnswers)
  showPasserbyPhoto(
    @CurrentActor() actor: Actor,
    @Param({ schema: answerParams }) { id }: ById,
    @Body({ schema: showPhoto }) input: ShowPhoto,
  ): Promise<StandingAnswers> {
    return this.photos.show(actor, id, input);
  }

  @Post('standing-answers/:id/photo/refuse')
  @Allowed(standingPolicy.refusePasserbyPhoto)
  @Returns(standingAnswers)
  refusePasserbyPhoto(
    @CurrentActor() actor: Actor,
    @Param({ schema: answerParams }) { id }: ById,
    @Body({ schema: setAside }) input: SetAside,
  ): Promise<StandingAnswers> {
    return this.photos.refuse(actor, id, input);
  }

  @Post('standing-answers/:id/set-aside')
  @Allowed(standingPolicy.setStandingAnswerAside)
  @Returns(siteStanding)
  setStandingAnswerAside(
    @CurrentActor() actor: Actor,
    @Param({ schema: answerParams }) { id }: ById,
    @Body({ schema: setAside }) input: SetAside,
  ): Promise<SiteStanding> {
    return this.standing.setAside(actor, id, input);
  }

  @Get('moderation/standing')
  @Allowed(standingPolicy.listStandingQueue)
  @Returns(standingQueue)
  listStandingQueue(
    @CurrentActor() actor: Actor,
    @Query({ schema: standingQueueSearch }) search: StandingQueueSearch,
  ): Promise<StandingQueue> {
    return this.standing.toLookAt(actor, search);
  }
}
