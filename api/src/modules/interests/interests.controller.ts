import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { answerLegal, type AnswerLegal, legalProcedure, type LegalProcedureView } from '../legal/legal.schemas.js';
import { InterestDecisions } from './interest-decisions.service.js';
import { interestsPolicy } from './interests.policy.js';
import * as shapes from './interests.schemas.js';
import { InterestsService } from './interests.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('interests')
@Controller()
export class InterestsController {
  constructor(
    private readonly interests: InterestsService,
    private readonly decisions: InterestDecisions,
  ) {}

  @Get('organisations/:id/interests')
  @Allowed(interestsPolicy.listOrganisationInterests)
  @Returns(shapes.interestPage)
  listOrganisationInterests(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.interestParams }) { id }: ById,
    @Query({ schema: shapes.interestSearch }) search: shapes.InterestSearch,
  ): Promise<shapes.InterestPage> {
    return this.interests.ofOwner(actor, id, search);
  }

  @Get('interests/:id')
  @Allowed(interestsPolicy.getInterest)
  @Returns(shapes.interestView)
  getInterest(@CurrentActor() actor: Actor, @Param({ schema: shapes.interestParams }) { id }: ById): Promise<shapes.InterestView> {
    return this.interests.get(actor, id);
  }

  @Get('applications/:id/interest')
  @Allowed(interestsPolicy.getApplicationInterest)
  @Returns(shapes.interestView)
  getApplicationInterest(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.interestParams }) { id }: ById,
  ): Promise<shapes.InterestView> {
    return this.interests.ofApplication(actor, id);
  }

  @Get('interests/:id/legal')
  @Allowed(interestsPolicy.getInterestLegalPath)
  @Returns(legalProcedure)
  getInterestLegalPath(@CurrentActor() actor: Actor, @Param({ schema: shapes.interestParams }) { id }: ById): Promise<LegalProcedureView> {
    return this.interests.legalPath(actor, id);
  }

  @Put('interests/:id/legal')
  @Allowed(interestsPolicy.answerInterestLegalPath)
  @Returns(legalProcedure)
  answerInterestLegalPath(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.interestParams }) { id }: ById,
    @Body({ schema: answerLegal }) input: AnswerLegal,
  ): Promise<LegalProcedureView> {
    return this.interests.answerLegalPath(actor, id, input);
  }

  @Post('interests/:id/refuse-admission')
  @Allowed(interestsPolicy.refuseInterestAdmission)
  @Returns(shapes.interestView)
  refuseInterestAdmission(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.interestParams }) { id }: ById,
    @Body({ schema: shapes.interestReason }) { reason }: shapes.InterestReason,
  ): Promise<shapes.InterestView> {
    return this.decisions.refuseAdmission(actor, id, reason);
  }

  @Post('interests/:id/decline')
  @Allowed(interestsPolicy.declineInterest)
  @Returns(shapes.interestView)
  declineInterest(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.interestParams }) { id }: ById,
    @Body({ schema: shapes.interestReason }) { reason }: shapes.InterestReason,
  ): Promise<shapes.InterestView> {
    return this.decisions.decline(actor, id, reason);
  }

  @Post('interests/:id/publicity')
  @Allowed(interestsPolicy.openInterestPublicity)
  @Returns(shapes.interestView)
  openInterestPublicity(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.interestParams }) { id }: ById,
    @Body({ schema: shapes.openPublicity }) input: shapes.OpenPublicity,
  ): Promise<shapes.InterestView> {
    return this.decisions.openPublicity(actor, id, input);
  }

  @Post('interests/:id/grant')
  @Allowed(interestsPolicy.grantInterest)
  @Returns(shapes.interestView)
  grantInterest(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.interestParams }) { id }: ById,
    @Body({ schema: shapes.grantInterest }) input: shapes.GrantInterest,
  ): Promise<shapes.InterestView> {
    return this.decisions.grant(actor, id, input);
  }

  @Post('interests/:id/call')
  @Allowed(interestsPolicy.turnInterestIntoCall)
  @Returns(shapes.interestView)
  turnInterestIntoCall(@CurrentActor() actor: Actor, @Param({ schema: shapes.interestParams }) { id }: ById): Promise<shapes.InterestView> {
    return this.decisions.turnIntoCall(actor, id);
  }

  @Post('interests/:id/close')
  @Allowed(interestsPolicy.closeInterest)
  @Returns(shapes.interestView)
  closeInterest(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.interestParams }) { id }: ById,
    @Body({ schema: shapes.interestReason }) { reason }: shapes.InterestReason,
  ): Promise<shapes.InterestView> {
    return this.decisions.close(actor, id, reason);
  }
}
