import { Body, Controller, Get, Header, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed, Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { CallCalendars } from './call-calendars.js';
import { CallLifeService } from './call-life.service.js';
import { updateCall, type UpdateCall } from './call.schemas.js';
import { callsPolicy } from './calls.policy.js';
import {
  answerOnCall,
  type AnswerOnCall,
  askOnCall,
  type AskOnCall,
  callHistory,
  type CallHistory,
  callHistorySearch,
  type CallHistorySearch,
  callPage,
  type CallPage,
  callParams,
  callQuestionParams,
  callSearch,
  type CallSearch,
  callView,
  type CallView,
  createCall,
  type CreateCall,
  endCall,
  type EndCall,
  extendCall,
  type ExtendCall,
  keptCallSearch,
  type KeptCallSearch,
  publishCall,
  type PublishCall,
} from './calls.schemas.js';
import { CallsService } from './calls.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('calls')
@Controller()
export class CallsController {
  constructor(
    private readonly calls: CallsService,
    private readonly life: CallLifeService,
    private readonly calendars: CallCalendars,
  ) {}

  @Get('calls')
  @Public()
  @Returns(callPage)
  listCalls(@Query({ schema: callSearch }) search: CallSearch): Promise<CallPage> {
    return this.calls.search(search);
  }

  @Post('calls')
  @Allowed(callsPolicy.createCall)
  @Returns(callView, { status: 201, description: 'Saved as a draft' })
  createCall(@CurrentActor() actor: Actor, @Body({ schema: createCall }) input: CreateCall): Promise<CallView> {
    return this.calls.create(actor, input);
  }

  @Get('calls/:id')
  @Public()
  @Returns(callView)
  getCall(@CurrentActor() actor: Actor | null, @Param({ schema: callParams }) { id }: ById): Promise<CallView> {
    return this.calls.get(actor, id);
  }

  @Get('calls/:id/calendar')
  @Public()
  @ApiProduces('text/calendar')
  @ApiOkResponse({ description: 'Opening and closing as an iCalendar file (RFC 5545)', schema: { type: 'string' } })
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="appel.ics"')
  readCallCalendar(@Param({ schema: callParams }) { id }: ById): Promise<string> {
    return this.calendars.read(id);
  }

  @Patch('calls/:id')
  @Allowed(callsPolicy.updateCall)
  @Returns(callView)
  updateCall(
    @CurrentActor() actor: Actor,
    @Param({ schema: callParams }) { id }: ById,
    @Body({ schema: updateCall }) input: UpdateCall,
  ): Promise<CallView> {
    return this.calls.update(actor, id, input);
  }

  @Post('calls/:id/publish')
  @Allowed(callsPolicy.publishCall)
  @Returns(callView)
  publishCall(
    @CurrentActor() actor: Actor,
    @Param({ schema: callParams }) { id }: ById,
    @Body({ schema: publishCall }) input: PublishCall,
  ): Promise<CallView> {
    return this.life.publish(actor, id, input);
  }

  @Post('calls/:id/extend')
  @Allowed(callsPolicy.extendCall)
  @Returns(callView)
  extendCall(
    @CurrentActor() actor: Actor,
    @Param({ schema: callParams }) { id }: ById,
    @Body({ schema: extendCall }) input: ExtendCall,
  ): Promise<CallView> {
    return this.life.extend(actor, id, input);
  }

  @Post('calls/:id/cancel')
  @Allowed(callsPolicy.cancelCall)
  @Returns(callView)
  cancelCall(
    @CurrentActor() actor: Actor,
    @Param({ schema: callParams }) { id }: ById,
    @Body({ schema: endCall }) input: EndCall,
  ): Promise<CallView> {
    return this.life.end(actor, id, 'cancel', input);
  }

  @Post('calls/:id/unsuccessful')
  @Allowed(callsPolicy.declareCallUnsuccessful)
  @Returns(callView)
  declareCallUnsuccessful(
    @CurrentActor() actor: Actor,
    @Param({ schema: callParams }) { id }: ById,
    @Body({ schema: endCall }) input: EndCall,
  ): Promise<CallView> {
    return this.life.end(actor, id, 'declareUnsuccessful', input);
  }

  @Post('calls/:id/questions')
  @Allowed(callsPolicy.askOnCall)
  @Returns(callView, { status: 201, description: 'Asked; the answer will be published to all' })
  askOnCall(
    @CurrentActor() actor: Actor,
    @Param({ schema: callParams }) { id }: ById,
    @Body({ schema: askOnCall }) input: AskOnCall,
  ): Promise<CallView> {
    return this.life.ask(actor, id, input);
  }

  @Post('calls/:id/questions/:questionId/answer')
  @Allowed(callsPolicy.answerOnCall)
  @Returns(callView)
  answerOnCall(
    @CurrentActor() actor: Actor,
    @Param({ schema: callQuestionParams }) { id, questionId }: ById & { readonly questionId: string },
    @Body({ schema: answerOnCall }) input: AnswerOnCall,
  ): Promise<CallView> {
    return this.life.answer(actor, id, questionId, input);
  }

  @Get('calls/:id/history')
  @Allowed(callsPolicy.listCallHistory)
  @Returns(callHistory)
  listCallHistory(
    @CurrentActor() actor: Actor,
    @Param({ schema: callParams }) { id }: ById,
    @Query({ schema: callHistorySearch }) search: CallHistorySearch,
  ): Promise<CallHistory> {
    return this.calls.history(actor, id, search);
  }

  @Get('organisations/:id/calls')
  @Allowed(callsPolicy.listOrganisationCalls)
  @Returns(callPage)
  listOrganisationCalls(
    @CurrentActor() actor: Actor,
    @Param({ schema: callParams }) { id }: ById,
    @Query({ schema: keptCallSearch }) search: KeptCallSearch,
  ): Promise<CallPage> {
    return this.calls.ofOrganisation(actor, id, search);
  }
}
