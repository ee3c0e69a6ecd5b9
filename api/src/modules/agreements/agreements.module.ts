import { Module, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '../../platform/mail/mail-templates.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { LegalModule } from '../legal/legal.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { AgreementActs } from './agreement-acts.js';
import { AgreementCalendar } from './agreement-calendar.js';
import { AgreementLifeController } from './agreement-life.controller.js';
import { AgreementLifeService } from './agreement-life.service.js';
import { AgreementPrinting } from './agreement-printing.js';
import { AgreementReopenings } from './agreement-reopenings.js';
import { AgreementsController } from './agreements.controller.js';
import { agreementTold } from './agreements.mails.js';
import { AgreementsPages } from './agreements.pages.js';
import { AgreementsPersonalData } from './agreements.personal-data.js';
import { AgreementsService } from './agreements.service.js';

@Module({
  imports: [SitesModule, LegalModule, ApplicationsModule],
  controllers: [AgreementsController, AgreementLifeController],
  providers: [
    ...[AgreementsService, AgreementLifeService, AgreementActs, AgreementCalendar, AgreementPrinting, AgreementReopenings],
    ...[AgreementsPages, AgreementsPersonalData],
  ],
})
export class AgreementsModule implements OnModuleInit {
  constructor(private readonly templates: MailTemplates) {}

  onModuleInit(): void {
    this.templates.register(agreementTold);
  }
}
