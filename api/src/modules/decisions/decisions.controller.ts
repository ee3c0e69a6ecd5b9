import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed, Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { AwardsService } from './awards.service.js';
import { decisionsPolicy } from './decisions.policy.js';
import {
  awardView,
  type AwardView,
  decideAward,
  type DecideAward,
  decisionParams,
  resultsView,
  type ResultsView,
  saveAward,
  type SaveAward,
  takeBackAward,
  type TakeBackAward,
} from './decisions.schemas.js';
import { ResultsService } from './results.service.js';

interface ById {
  readonly id: string;
}

/** The award of a call, until its results are everybody's. */
@ApiTags('decisions')
@Controller('calls/:id')
export class DecisionsController {
  constructor(
    private readonly awards: AwardsService,
    private readonly results: ResultsService,
  ) {}

  @Get('award')
  @Allowed(decisionsPolicy.getAward)
  @Returns(awardView)
  getAward(@CurrentActor() actor: Actor, @Param({ schema: decisionParams }) { id }: ById): Promise<AwardView> {
    return this.awards.get(actor, id);
  }

  @Put('award')
  @Allowed(decisionsPolicy.saveAward)
  @Returns(awardView)
  saveAward(
    @CurrentActor() actor: Actor,
    @Param({ schema: decisionParams }) { id }: ById,
    @Body({ schema: saveAward }) input: SaveAward,
  ): Promise<AwardView> {
    return this.awards.save(actor, id, input);
  }

  @Post('award/propose')
  @Allowed(decisionsPolicy.proposeAward)
  @Returns(awardView)
  proposeAward(@CurrentActor() actor: Actor, @Param({ schema: decisionParams }) { id }: ById): Promise<AwardView> {
    return this.awards.propose(actor, id);
  }

  @Post('award/take-back')
  @Allowed(decisionsPolicy.takeBackAward)
  @Returns(awardView)
  takeBackAward(
    @CurrentActor() actor: Actor,
    @Param({ schema: decisionParams }) { id }: ById,
    @Body({ schema: takeBackAward }) input: TakeBackAward,
  ): Promise<AwardView> {
    return this.awards.takeBack(actor, id, input);
  }

  @Post('award/decide')
  @Allowed(decisionsPolicy.decideAward)
  @Returns(awardView)
  decideAward(
    @CurrentActor() actor: Actor,
    @Param({ schema: decisionParams }) { id }: ById,
    @Body({ schema: decideAward }) input: DecideAward,
  ): Promise<AwardView> {
    return this.awards.decide(actor, id, input);
  }

  @Post('results')
  @Allowed(decisionsPolicy.publishResults)
  @Returns(awardView, { status: 201, description: 'Published to all at once' })
  publishResults(@CurrentActor() actor: Actor, @Param({ schema: decisionParams }) { id }: ById): Promise<AwardView> {
    return this.results.publish(actor, id);
  }

  @Get('results')
  @Public()
  @Returns(resultsView)
  getResults(@Param({ schema: decisionParams }) { id }: ById): Promise<ResultsView> {
    return this.results.read(id);
  }
}
