import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module.js';
import { LegalModule } from '../legal/legal.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { CallActs } from './call-acts.js';
import { CallMoves } from './call-moves.service.js';
import { CallCalendars } from './call-calendars.js';
import { CallLegalController } from './call-legal.controller.js';
import { CallLegalService } from './call-legal.service.js';
import { CallLifeService } from './call-life.service.js';
import { CallsController } from './calls.controller.js';
import { CallsPages } from './calls.pages.js';
import { CallsPersonalData } from './calls.personal-data.js';
import { CallsService } from './calls.service.js';
import { VisitFiles } from './visits/visit-files.service.js';
import { VisitsController } from './visits/visits.controller.js';
import { VisitsPersonalData } from './visits/visits.personal-data.js';
import { VisitsService } from './visits/visits.service.js';

@Module({
  imports: [SitesModule, InboxModule, LegalModule],
  controllers: [CallsController, CallLegalController, VisitsController],
  providers: [
    ...[CallsService, CallLifeService, CallLegalService, CallMoves, CallActs, CallCalendars, CallsPages, CallsPersonalData],
    ...[VisitsService, VisitFiles, VisitsPersonalData],
  ],
  exports: [CallsService, CallMoves],
})
export class CallsModule {}
