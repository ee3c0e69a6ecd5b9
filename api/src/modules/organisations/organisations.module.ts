import { Module, type OnModuleInit } from '@nestjs/common';
import { Actors } from '../../platform/access/actors.js';
import { MembershipsPersonalData } from './memberships.personal-data.js';
import { readMemberships, readShownMemberships } from './memberships.queries.js';
import { ClaimsController } from './claims.controller.js';
import { ClaimsService } from './claims.service.js';
import { OrganisationsController } from './organisations.controller.js';
import { OrganisationsService } from './organisations.service.js';
import { Register } from './register/register.js';
import { RegisterRows } from './register/register-rows.js';

@Module({
  controllers: [OrganisationsController, ClaimsController],
  providers: [OrganisationsService, ClaimsService, MembershipsPersonalData, Register, RegisterRows],
})
export class OrganisationsModule implements OnModuleInit {
  constructor(private readonly actors: Actors) {}

  onModuleInit(): void {
    this.actors.membershipsAreReadBy(readMemberships);
    this.actors.membershipsAreShownBy(readShownMemberships);
  }
}
