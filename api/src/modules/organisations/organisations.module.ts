import { Module, type OnModuleInit } from '@nestjs/common';
import { Actors } from '../../platform/access/actors.js';
import { readMemberships, readShownMemberships } from './memberships.queries.js';
import { ClaimsController } from './claims.controller.js';
import { ClaimsService } from './claims.service.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceService } from './evidence.service.js';
import { JournalReadingController } from './journal-reading.controller.js';
import { JournalReadingService } from './journal-reading.service.js';
import { ModerationController } from './moderation.controller.js';
import { ModerationService } from './moderation.service.js';
import { OrganisationLetters } from './organisation.letters.js';
import { OrganisationsController } from './organisations.controller.js';
import { OrganisationsPages } from './organisations.pages.js';
import { OrganisationsPersonalData } from './organisations.personal-data.js';
import { OrganisationsRetention } from './organisations.retention.js';
import { OrganisationsService } from './organisations.service.js';
import { Register } from './register/register.js';
import { RegisterRows } from './register/register-rows.js';

@Module({
  controllers: [OrganisationsController, ClaimsController, EvidenceController, ModerationController, JournalReadingController],
  providers: [
    OrganisationsService,
    OrganisationsPages,
    ClaimsService,
    EvidenceService,
    ModerationService,
    JournalReadingService,
    OrganisationLetters,
    OrganisationsPersonalData,
    OrganisationsRetention,
    Register,
    RegisterRows,
  ],
})
export class OrganisationsModule implements OnModuleInit {
  constructor(private readonly actors: Actors) {}

  onModuleInit(): void {
    this.actors.membershipsAreReadBy(readMemberships);
    this.actors.membershipsAreShownBy(readShownMemberships);
  }
}
