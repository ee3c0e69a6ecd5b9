import { Module, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '../../platform/mail/mail-templates.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { CallsModule } from '../calls/calls.module.js';
import { InboxModule } from '../inbox/inbox.module.js';
import { LegalModule } from '../legal/legal.module.js';
import { ReviewModule } from '../review/review.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { AfterwardsController } from './afterwards.controller.js';
import { AfterwardsService } from './afterwards.service.js';
import { AwardAmendments } from './award-amendments.js';
import { AwardsService } from './awards.service.js';
import { CallExportService } from './call-export.service.js';
import { CouncilKitService } from './council-kit.service.js';
import { DecisionPost } from './decision-post.js';
import { DecisionsController } from './decisions.controller.js';
import { applicationObsolete, awardGivenUp, decisionTold } from './decisions.mails.js';
import { awardReopened } from './reopening.mails.js';
import { DecisionsPages } from './decisions.pages.js';
import { DecisionsPersonalData } from './decisions.personal-data.js';
import { ReopeningsService } from './reopenings.service.js';
import { ResultsService } from './results.service.js';

@Module({
  imports: [SitesModule, LegalModule, CallsModule, InboxModule, ApplicationsModule, ReviewModule],
  controllers: [DecisionsController, AfterwardsController],
  providers: [
    AwardsService,
    ResultsService,
    AfterwardsService,
    ReopeningsService,
    AwardAmendments,
    CallExportService,
    CouncilKitService,
    DecisionPost,
    DecisionsPages,
    DecisionsPersonalData,
  ],
})
export class DecisionsModule implements OnModuleInit {
  constructor(private readonly templates: MailTemplates) {}

  onModuleInit(): void {
    this.templates.register(decisionTold, applicationObsolete, awardGivenUp, awardReopened);
  }
}
