import { Body, Controller, Delete, Get, Header, Param, Post, Put } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed, Public } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { answerOnCall, type AnswerOnCall, callParams } from '../calls.schemas.js';
import { VisitFiles } from './visit-files.service.js';
import { visitsPolicy } from './visits.policy.js';
import {
  addVisit,
  type AddVisit,
  bookVisit,
  type BookVisit,
  cancelVisit,
  type CancelVisit,
  noteVisitor,
  type NoteVisitor,
  visitList,
  type VisitList,
  visitorList,
  type VisitorList,
  visitorParams,
  visitParams,
} from './visits.schemas.js';
import { VisitsService } from './visits.service.js';

interface OfCall {
  readonly id: string;
}
interface OfVisit extends OfCall {
  readonly visitId: string;
}

@ApiTags('visits')
@Controller('calls/:id/visits')
export class VisitsController {
  constructor(
    private readonly visits: VisitsService,
    private readonly files: VisitFiles,
  ) {}

  @Get()
  @Public()
  @Returns(visitList)
  listVisits(@CurrentActor() actor: Actor | null, @Param({ schema: callParams }) { id }: OfCall): Promise<VisitList> {
    return this.visits.list(actor, id);
  }

  @Post()
  @Allowed(visitsPolicy.addVisit)
  @Returns(visitList, { status: 201, description: 'Added' })
  addVisit(
    @CurrentActor() actor: Actor,
    @Param({ schema: callParams }) { id }: OfCall,
    @Body({ schema: addVisit }) input: AddVisit,
  ): Promise<VisitList> {
    return this.visits.add(actor, id, input);
  }

  @Post(':visitId/cancel')
  @Allowed(visitsPolicy.cancelVisit)
  @Returns(visitList)
  cancelVisit(
    @CurrentActor() actor: Actor,
    @Param({ schema: visitParams }) { id, visitId }: OfVisit,
    @Body({ schema: cancelVisit }) input: CancelVisit,
  ): Promise<VisitList> {
    return this.visits.cancel(actor, id, visitId, input);
  }

  @Put(':visitId/booking')
  @Allowed(visitsPolicy.bookVisit)
  @Returns(visitList)
  bookVisit(
    @CurrentActor() actor: Actor,
    @Param({ schema: visitParams }) { id, visitId }: OfVisit,
    @Body({ schema: bookVisit }) input: BookVisit,
  ): Promise<VisitList> {
    return this.visits.book(actor, id, visitId, input);
  }

  @Delete(':visitId/booking')
  @Allowed(visitsPolicy.leaveVisit)
  @Returns(visitList)
  leaveVisit(@CurrentActor() actor: Actor, @Param({ schema: visitParams }) { id, visitId }: OfVisit): Promise<VisitList> {
    return this.visits.leave(actor, id, visitId);
  }

  @Get(':visitId/calendar')
  @Public()
  @ApiProduces('text/calendar')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="visite.ics"')
  readVisitCalendar(@Param({ schema: visitParams }) { id, visitId }: OfVisit): Promise<string> {
    return this.files.calendar(id, visitId);
  }

  @Get(':visitId/visitors')
  @Allowed(visitsPolicy.listVisitors)
  @Returns(visitorList)
  listVisitors(@CurrentActor() actor: Actor, @Param({ schema: visitParams }) { id, visitId }: OfVisit): Promise<VisitorList> {
    return this.visits.visitors(actor, id, visitId);
  }

  @Get(':visitId/visitors.csv')
  @Allowed(visitsPolicy.exportVisitors)
  @ApiProduces('text/csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="visiteurs.csv"')
  exportVisitors(@CurrentActor() actor: Actor, @Param({ schema: visitParams }) { id, visitId }: OfVisit): Promise<string> {
    return this.files.csv(actor, id, visitId);
  }

  @Put(':visitId/visitors/:accountId')
  @Allowed(visitsPolicy.noteVisitor)
  @Returns(visitorList)
  noteVisitor(
    @CurrentActor() actor: Actor,
    @Param({ schema: visitorParams }) { id, visitId, accountId }: OfVisit & { readonly accountId: string },
    @Body({ schema: noteVisitor }) input: NoteVisitor,
  ): Promise<VisitorList> {
    return this.visits.note(actor, id, visitId, accountId, input);
  }

  @Post(':visitId/learnt')
  @Allowed(visitsPolicy.publishLearntOnVisit)
  @Returns(visitList)
  publishLearntOnVisit(
    @CurrentActor() actor: Actor,
    @Param({ schema: visitParams }) { id, visitId }: OfVisit,
    @Body({ schema: answerOnCall }) input: AnswerOnCall,
  ): Promise<VisitList> {
    return this.visits.publishLearnt(actor, id, visitId, input);
  }
}
