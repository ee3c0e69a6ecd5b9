import { Module } from '@nestjs/common';
import { LegalModule } from '../legal/legal.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { CallActs } from './call-acts.js';
import { CallCalendars } from './call-calendars.js';
import { CallLegalController } from './call-legal.controller.js';
import { CallLegalService } from './call-legal.service.js';
import { CallLifeService } from './call-life.service.js';
import { CallsController } from './calls.controller.js';
import { CallsPages } from './calls.pages.js';
import { CallsPersonalData } from './calls.personal-data.js';
import { CallsService } from './calls.service.js';

@Module({
  imports: [SitesModule, LegalModule],
  controllers: [CallsController, CallLegalController],
  providers: [CallsService, CallLifeService, CallLegalService, CallActs, CallCalendars, CallsPages, CallsPersonalData],
  exports: [CallsService],
})
export class CallsModule {}
