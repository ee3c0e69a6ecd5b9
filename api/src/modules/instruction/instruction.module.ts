import { Module, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '../../platform/mail/mail-templates.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { CallsModule } from '../calls/calls.module.js';
import { InboxModule } from '../inbox/inbox.module.js';
import { admissionTold } from './admission.mails.js';
import { AdmissionService } from './admission.service.js';
import { InstructionActs } from './instruction-acts.js';
import { InstructionBulkService } from './instruction-bulk.service.js';
import { InstructionDesk } from './instruction-desk.js';
import { InstructionListService } from './instruction-list.service.js';
import { InstructionSettingsController } from './instruction-settings.controller.js';
import { InstructionSettingsService } from './instruction-settings.service.js';
import { InstructionController } from './instruction.controller.js';
import { InstructionPersonalData } from './instruction.personal-data.js';
import { InstructionPages } from './instruction.pages.js';
import { InstructionService } from './instruction.service.js';
import { NotesService } from './notes.service.js';
import { OpinionAnswers } from './opinions/opinion-answers.service.js';
import { OpinionLinks } from './opinions/opinion-links.js';
import { OpinionsController } from './opinions/opinions.controller.js';
import { opinionAsked, opinionReminder, opinionRevoked } from './opinions/opinions.mails.js';
import { OpinionsPersonalData } from './opinions/opinions.personal-data.js';
import { OpinionsService } from './opinions/opinions.service.js';
import { OwnerDeskService } from './owner-desk.service.js';
import { ShortlistController } from './shortlist/shortlist.controller.js';
import { shortlistTold } from './shortlist/shortlist.mails.js';
import { ShortlistService } from './shortlist/shortlist.service.js';

@Module({
  imports: [CallsModule, ApplicationsModule, InboxModule],
  controllers: [InstructionController, InstructionSettingsController, OpinionsController, ShortlistController],
  providers: [
    ...[InstructionListService, InstructionService, AdmissionService, InstructionBulkService, NotesService],
    ...[OwnerDeskService, InstructionSettingsService, InstructionDesk, InstructionActs, InstructionPages, InstructionPersonalData],
    ...[OpinionsService, OpinionAnswers, OpinionLinks, OpinionsPersonalData, ShortlistService],
  ],
})
export class InstructionModule implements OnModuleInit {
  constructor(private readonly templates: MailTemplates) {}

  onModuleInit(): void {
    this.templates.register(admissionTold, opinionAsked, opinionReminder, opinionRevoked, shortlistTold);
  }
}
