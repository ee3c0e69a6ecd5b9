import { Body, Controller, Get, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed, Public } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { instructionParams, instructionView, type InstructionView } from '../instruction.schemas.js';
import { OpinionAnswers } from './opinion-answers.service.js';
import { opinionsPolicy } from './opinions.policy.js';
import * as shapes from './opinions.schemas.js';
import { OpinionsService } from './opinions.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('instruction')
@Controller()
export class OpinionsController {
  constructor(
    private readonly opinions: OpinionsService,
    private readonly answers: OpinionAnswers,
  ) {}

  @Post('instruction/:id/opinions')
  @Allowed(opinionsPolicy.askOpinion)
  @Returns(instructionView, { status: 201 })
  askOpinion(
    @CurrentActor() actor: Actor,
    @Param({ schema: instructionParams }) { id }: ById,
    @Body({ schema: shapes.askOpinion }) input: shapes.AskOpinion,
  ): Promise<InstructionView> {
    return this.opinions.ask(actor, id, input);
  }

  @Post('instruction/:id/opinions/:opinionId/revoke')
  @Allowed(opinionsPolicy.revokeOpinion)
  @Returns(instructionView)
  revokeOpinion(
    @CurrentActor() actor: Actor,
    @Param({ schema: shapes.opinionParams }) { id, opinionId }: ById & { readonly opinionId: string },
    @Body({ schema: shapes.revokeOpinion }) input: shapes.RevokeOpinion,
  ): Promise<InstructionView> {
    return this.opinions.revoke(actor, id, opinionId, input);
  }

  @Get('applications/:id/opinions')
  @Allowed(opinionsPolicy.listSharedOpinions)
  @Returns(shapes.sharedOpinions)
  listSharedOpinions(@CurrentActor() actor: Actor, @Param({ schema: instructionParams }) { id }: ById): Promise<shapes.SharedOpinions> {
    return this.answers.shared(actor, id);
  }

  @Post('opinion-requests/received')
  @Public()
  @Returns(shapes.receivedOpinion)
  readOpinionRequest(
    @Body({ schema: shapes.opinionToken }) input: shapes.OpinionToken,
    @Req() request: Request,
  ): Promise<shapes.ReceivedOpinion> {
    return this.answers.received(input, request);
  }

  @Post('opinion-requests/answer')
  @Public()
  @Returns(shapes.receivedOpinion)
  answerOpinion(
    @Body({ schema: shapes.answerOpinion }) input: shapes.AnswerOpinion,
    @Req() request: Request,
  ): Promise<shapes.ReceivedOpinion> {
    return this.answers.answer(input, request);
  }

  @Get('opinion-requests/files/:ticket/:fileId')
  @Public()
  @ApiProduces('application/octet-stream')
  readOpinionFile(
    @Param({ schema: shapes.opinionFileParams }) { ticket, fileId }: { readonly ticket: string; readonly fileId: string },
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    return this.answers.file(ticket, fileId, request, response);
  }
}
