import { Body, Controller, Get, Param, Post, Put, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed, Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { AwardsService } from './awards.service.js';
import { CallExportService } from './call-export.service.js';
import { CouncilKitService, type KitPaper } from './council-kit.service.js';
import { decisionsPolicy } from './decisions.policy.js';
import {
  awardView,
  type AwardView,
  decideAward,
  type DecideAward,
  decisionParams,
  kitParams,
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
    private readonly exports: CallExportService,
    private readonly kit: CouncilKitService,
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

  /** The results and the line of the journal that proves them; `cli journal verify` reads it. */
  @Get('results/export')
  @Public()
  @ApiProduces('application/zip')
  exportResults(@Param({ schema: decisionParams }) { id }: ById): Promise<StreamableFile> {
    return this.exports.results(id);
  }

  @Get('export')
  @Allowed(decisionsPolicy.exportCall)
  @ApiProduces('application/zip')
  exportCall(@CurrentActor() actor: Actor, @Param({ schema: decisionParams }) { id }: ById): Promise<StreamableFile> {
    return this.exports.whole(actor, id);
  }

  @Get('kit/:paper')
  @Allowed(decisionsPolicy.readCouncilKit)
  @ApiProduces('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  readCouncilKit(
    @CurrentActor() actor: Actor,
    @Param({ schema: kitParams }) { id, paper }: ById & { readonly paper: KitPaper },
  ): Promise<StreamableFile> {
    return this.kit.read(actor, id, paper);
  }
}
