import { Module, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '../../platform/mail/mail-templates.js';
import { MembersModule } from '../organisations/members.module.js';
import { KnockCodes } from './knocks/knock-codes.js';
import { KnockLetters } from './knocks/knock-letters.service.js';
import { KnocksController } from './knocks/knocks.controller.js';
import { KnocksJournal } from './knocks/knocks.journal.js';
import { knockAnsweredMail, knockLetterMail } from './knocks/knocks.mails.js';
import { KnocksPages } from './knocks/knocks.pages.js';
import { KnocksPersonalData } from './knocks/knocks.personal-data.js';
import { KnocksService } from './knocks/knocks.service.js';

@Module({
  imports: [MembersModule],
  controllers: [KnocksController],
  providers: [KnocksService, KnockLetters, KnockCodes, KnocksJournal, KnocksPages, KnocksPersonalData],
})
export class ParticipationModule implements OnModuleInit {
  constructor(private readonly templates: MailTemplates) {}

  onModuleInit(): void {
    this.templates.register(knockLetterMail, knockAnsweredMail);
  }
}
