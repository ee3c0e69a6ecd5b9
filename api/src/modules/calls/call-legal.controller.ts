import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { answerLegal, type AnswerLegal, legalProcedure, type LegalProcedureView } from '../legal/legal.schemas.js';
import { CallLegalService } from './call-legal.service.js';
import { callsPolicy } from './calls.policy.js';
import { callParams } from './calls.schemas.js';

interface ById {
  readonly id: string;
}

@ApiTags('legal')
@Controller('calls/:id/legal')
export class CallLegalController {
  constructor(private readonly law: CallLegalService) {}

  @Get()
  @Allowed(callsPolicy.getCallLegalPath)
  @Returns(legalProcedure)
  getCallLegalPath(@CurrentActor() actor: Actor, @Param({ schema: callParams }) { id }: ById): Promise<LegalProcedureView> {
    return this.law.view(actor, id);
  }

  @Put()
  @Allowed(callsPolicy.answerCallLegalPath)
  @Returns(legalProcedure)
  answerCallLegalPath(
    @CurrentActor() actor: Actor,
    @Param({ schema: callParams }) { id }: ById,
    @Body({ schema: answerLegal }) input: AnswerLegal,
  ): Promise<LegalProcedureView> {
    return this.law.answer(actor, id, input);
  }
}
