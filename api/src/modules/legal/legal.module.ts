import { Module } from '@nestjs/common';
import { LegalController } from './legal.controller.js';
import { LegalPages } from './legal.pages.js';
import { LegalPersonalData } from './legal.personal-data.js';
import { LegalProcedures } from './legal-procedures.service.js';
import { LegalProofs } from './legal-proofs.service.js';
import { LegalSteps } from './legal-steps.service.js';
import { NoticesController } from './notices.controller.js';
import { LegalNotices } from './notices.service.js';
import { LegalRulesService } from './rule-corrections.service.js';

@Module({
  controllers: [LegalController, NoticesController],
  providers: [LegalProcedures, LegalSteps, LegalNotices, LegalRulesService, LegalProofs, LegalPages, LegalPersonalData],
  exports: [LegalProcedures, LegalSteps, LegalNotices, LegalRulesService],
})
export class LegalModule {}
