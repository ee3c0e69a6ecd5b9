import { Module } from '@nestjs/common';
import { SiteMediaModule } from '../media/site-media.module.js';
import { StandingPhotoService } from './standing-photo.service.js';
import { StandingController } from './standing.controller.js';
import { StandingJournal } from './standing.journal.js';
import { StandingPersonalData } from './standing.personal-data.js';
import { StandingService } from './standing.service.js';

@Module({
  imports: [SiteMediaModule],
  controllers: [StandingController],
  providers: [StandingService, StandingPhotoService, StandingJournal, StandingPersonalData],
})
export class StandingModule {}
