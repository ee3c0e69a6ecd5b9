import { Body, Controller, Get, Param, Post, Req, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed, Public } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { KnockLetters } from './knock-letters.service.js';
import { knocksPolicy } from './knocks.policy.js';
import {
  joinKnock,
  type JoinKnock,
  knockAnswer,
  type KnockAnswerInput,
  knockCode,
  type KnockCode,
  knockLetter,
  type KnockLetter,
  leaveKnock,
  type LeaveKnock,
  letterParams,
  receivedLetter,
  type ReceivedLetter,
  siteKnock,
  type SiteKnock,
  writeLetter,
  type WriteLetter,
} from './knocks.schemas.js';
import { KnocksService } from './knocks.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('knocking together')
@Controller()
export class KnocksController {
  constructor(
    private readonly knocks: KnocksService,
    private readonly letters: KnockLetters,
  ) {}

  @Get('sites/:id/knock')
  @Public()
  @Returns(siteKnock)
  getSiteKnock(@CurrentActor() actor: Actor | null, @Param({ schema: letterParams }) { id }: ById): Promise<SiteKnock> {
    return this.knocks.read(actor, id);
  }

  @Post('sites/:id/knock')
  @Allowed(knocksPolicy.joinKnock)
  @Returns(siteKnock)
  joinKnock(
    @CurrentActor() actor: Actor,
    @Param({ schema: letterParams }) { id }: ById,
    @Body({ schema: joinKnock }) input: JoinKnock,
  ): Promise<SiteKnock> {
    return this.knocks.join(actor, id, input);
  }

  @Post('sites/:id/knock/leave')
  @Allowed(knocksPolicy.leaveKnock)
  @Returns(siteKnock)
  leaveKnock(
    @CurrentActor() actor: Actor,
    @Param({ schema: letterParams }) { id }: ById,
    @Body({ schema: leaveKnock }) input: LeaveKnock,
  ): Promise<SiteKnock> {
    return this.knocks.leave(actor, id, input);
  }

  @Post('sites/:id/knock/letters')
  @Allowed(knocksPolicy.writeKnockLetter)
  @Returns(knockLetter, { status: 201, description: 'To be printed and posted; sent by mail as well where the place shows an address' })
  writeKnockLetter(
    @CurrentActor() actor: Actor,
    @Param({ schema: letterParams }) { id }: ById,
    @Body({ schema: writeLetter }) input: WriteLetter,
  ): Promise<KnockLetter> {
    return this.letters.write(actor, id, input);
  }

  @Get('knock-letters/:id')
  @Allowed(knocksPolicy.getKnockLetter)
  @Returns(knockLetter)
  getKnockLetter(@CurrentActor() actor: Actor, @Param({ schema: letterParams }) { id }: ById): Promise<KnockLetter> {
    return this.letters.get(actor, id);
  }

  @Get('knock-letters/:id/letter.pdf')
  @Allowed(knocksPolicy.printKnockLetter)
  @ApiProduces('application/pdf')
  printKnockLetter(@CurrentActor() actor: Actor, @Param({ schema: letterParams }) { id }: ById): Promise<StreamableFile> {
    return this.letters.print(actor, id);
  }

  @Post('knock-letters/received')
  @Public()
  @Returns(receivedLetter)
  readReceivedLetter(@Body({ schema: knockCode }) input: KnockCode, @Req() request: Request): Promise<ReceivedLetter> {
    return this.letters.received(input, request);
  }

  @Post('knock-letters/answer')
  @Public()
  @Returns(receivedLetter)
  answerKnockLetter(@Body({ schema: knockAnswer }) input: KnockAnswerInput, @Req() request: Request): Promise<ReceivedLetter> {
    return this.letters.answer(input, request);
  }
}
