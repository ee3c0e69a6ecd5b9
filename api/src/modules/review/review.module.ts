import { Module, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '../../platform/mail/mail-templates.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { CallsModule } from '../calls/calls.module.js';
import { ReadingsController } from './readings.controller.js';
import { ReadingsService } from './readings.service.js';
import { ReviewActs } from './review.acts.js';
import { ReviewController } from './review.controller.js';
import { reviewInvitation, reviewReminder, secondStepMissed } from './review.mails.js';
import { ReviewPages } from './review.pages.js';
import { ReviewPersonalData } from './review.personal-data.js';
import { ReviewersService } from './reviewers.service.js';
import { ReviewsService } from './reviews.service.js';

@Module({
  imports: [CallsModule, ApplicationsModule],
  controllers: [ReviewController, ReadingsController],
  providers: [ReviewsService, ReviewersService, ReadingsService, ReviewActs, ReviewPages, ReviewPersonalData],
  exports: [ReviewsService, ReviewActs],
})
export class ReviewModule implements OnModuleInit {
  constructor(private readonly templates: MailTemplates) {}

  onModuleInit(): void {
    this.templates.register(reviewInvitation, reviewReminder, secondStepMissed);
  }
}
