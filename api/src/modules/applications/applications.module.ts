import { Module, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '../../platform/mail/mail-templates.js';
import { CallsModule } from '../calls/calls.module.js';
import { InboxModule } from '../inbox/inbox.module.js';
import { ApplicationActs } from './application-acts.js';
import { ApplicationCorrections } from './application-corrections.service.js';
import { LegalModule } from '../legal/legal.module.js';
import { ApplicationCarrying } from './application-carrying.service.js';
import { ApplicationFilesService } from './application-files.service.js';
import { ApplicationSpace } from './application-space.service.js';
import { ApplicationFollowers } from './application-followers.js';
import { ApplicationMoves } from './application-moves.service.js';
import { ApplicationPost } from './application-post.js';
import { ApplicationsController } from './applications.controller.js';
import { applicationDraftReminder, applicationFiled, callChangedForApplicant } from './applications.mails.js';
import { ApplicationsPages } from './applications.pages.js';
import { ApplicationsPersonalData } from './applications.personal-data.js';
import { ApplicationsService } from './applications.service.js';
import { correctionAsked, correctionEnded, correctionReminder } from './corrections.mails.js';
import { DossierController } from './dossier.controller.js';
import { DossierService } from './dossier.service.js';
import { FilingService } from './filing.service.js';
import { PartnersController } from './partners/partners.controller.js';
import { PartnersService } from './partners/partners.service.js';
import { ReadingBars } from './reading-bars.js';

@Module({
  imports: [CallsModule, InboxModule, LegalModule],
  controllers: [ApplicationsController, PartnersController, DossierController],
  providers: [
    ...[ApplicationsService, FilingService, ApplicationFilesService, ApplicationActs, ApplicationMoves, ApplicationPost],
    ...[ApplicationCorrections, ApplicationFollowers, ApplicationCarrying, DossierService, PartnersService, ReadingBars],
    ...[ApplicationsPages, ApplicationsPersonalData, ApplicationSpace],
  ],
  exports: [
    ...[ApplicationsService, FilingService, ApplicationFilesService, ApplicationMoves, ApplicationPost, DossierService],
    ...[ApplicationCorrections, ApplicationFollowers, ApplicationCarrying, ReadingBars, ApplicationSpace],
  ],
})
export class ApplicationsModule implements OnModuleInit {
  constructor(private readonly templates: MailTemplates) {}

  onModuleInit(): void {
    this.templates.register(applicationFiled, applicationDraftReminder, callChangedForApplicant);
    this.templates.register(correctionAsked, correctionEnded, correctionReminder);
  }
}
