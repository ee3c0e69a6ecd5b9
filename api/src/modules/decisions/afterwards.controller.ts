import { Body, Controller, Get, Param, Post, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { AfterwardsService } from './afterwards.service.js';
import { decisionsPolicy } from './decisions.policy.js';
import {
  applicationDecision,
  type ApplicationDecision,
  decideAgain,
  type DecideAgain,
  decisionParams,
  giveUpAward,
  type GiveUpAward,
  reopenApplication,
  type ReopenApplication,
} from './decisions.schemas.js';
import { ReopeningsService } from './reopenings.service.js';

interface ById {
  readonly id: string;
}

/** What follows results, file by file. */
@ApiTags('decisions')
@Controller()
export class AfterwardsController {
  constructor(
    private readonly afterwards: AfterwardsService,
    private readonly reopenings: ReopeningsService,
  ) {}

  @Get('applications/:id/decision')
  @Allowed(decisionsPolicy.getApplicationDecision)
  @Returns(applicationDecision)
  getApplicationDecision(@CurrentActor() actor: Actor, @Param({ schema: decisionParams }) { id }: ById): Promise<ApplicationDecision> {
    return this.afterwards.get(actor, id);
  }

  @Get('letters/:id')
  @Allowed(decisionsPolicy.readDecisionLetter)
  @ApiProduces('application/pdf')
  readDecisionLetter(@CurrentActor() actor: Actor, @Param({ schema: decisionParams }) { id }: ById): Promise<StreamableFile> {
    return this.afterwards.readLetter(actor, id);
  }

  @Post('applications/:id/give-up')
  @Allowed(decisionsPolicy.giveUpAward)
  @Returns(applicationDecision)
  giveUpAward(
    @CurrentActor() actor: Actor,
    @Param({ schema: decisionParams }) { id }: ById,
    @Body({ schema: giveUpAward }) input: GiveUpAward,
  ): Promise<ApplicationDecision> {
    return this.afterwards.giveUp(actor, id, input);
  }

  @Post('applications/:id/reopen')
  @Allowed(decisionsPolicy.reopenApplication)
  @Returns(applicationDecision)
  reopenApplication(
    @CurrentActor() actor: Actor,
    @Param({ schema: decisionParams }) { id }: ById,
    @Body({ schema: reopenApplication }) input: ReopenApplication,
  ): Promise<ApplicationDecision> {
    return this.reopenings.reopen(actor, id, input);
  }

  @Post('applications/:id/decide-again')
  @Allowed(decisionsPolicy.decideAgain)
  @Returns(applicationDecision)
  decideAgain(
    @CurrentActor() actor: Actor,
    @Param({ schema: decisionParams }) { id }: ById,
    @Body({ schema: decideAgain }) input: DecideAgain,
  ): Promise<ApplicationDecision> {
    return this.reopenings.decideAgain(actor, id, input);
  }
}
