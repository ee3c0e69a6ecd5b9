import { Module, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '../../platform/mail/mail-templates.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { CallsModule } from '../calls/calls.module.js';
import { LegalModule } from '../legal/legal.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { InterestArrivals } from './interest-arrivals.js';
import { InterestDecisions } from './interest-decisions.service.js';
import { InterestPost } from './interest-post.js';
import { InterestsController } from './interests.controller.js';
import { interestAnswered, interestArrived, interestWindowOpened } from './interests.mails.js';
import { InterestsPages } from './interests.pages.js';
import { InterestsPersonalData } from './interests.personal-data.js';
import { InterestsService } from './interests.service.js';
import { RivalsController } from './rivals.controller.js';
import { RivalsService } from './rivals.service.js';

@Module({
  imports: [SitesModule, LegalModule, CallsModule, ApplicationsModule],
  controllers: [InterestsController, RivalsController],
  providers: [InterestsService, InterestDecisions, InterestArrivals, InterestPost, RivalsService, InterestsPages, InterestsPersonalData],
})
export class InterestsModule implements OnModuleInit {
  constructor(private readonly templates: MailTemplates) {}

  onModuleInit(): void {
    this.templates.register(interestAnswered, interestArrived, interestWindowOpened);
  }
}
