import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import { type Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { organisationsPolicy } from './organisations.policy.js';
import {
  organisationChanges,
  type OrganisationChanges,
  organisationPage,
  type OrganisationPage,
  organisationParams,
  organisationSearch,
  type OrganisationSearch,
  organisationView,
  type OrganisationView,
} from './organisations.schemas.js';
import { OrganisationsService } from './organisations.service.js';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(private readonly organisations: OrganisationsService) {}

  @Get()
  @Allowed(organisationsPolicy.searchOrganisations)
  @Returns(organisationPage)
  searchOrganisations(
    @CurrentActor() actor: Actor | null,
    @Query({ schema: organisationSearch }) search: OrganisationSearch,
  ): Promise<OrganisationPage> {
    return this.organisations.search(actor, search);
  }

  @Get(':id')
  @Allowed(organisationsPolicy.getOrganisation)
  @Returns(organisationView)
  getOrganisation(
    @CurrentActor() actor: Actor | null,
    @Param({ schema: organisationParams }) { id }: { id: string },
  ): Promise<OrganisationView> {
    return this.organisations.get(actor, id);
  }

  @Patch(':id')
  @Allowed(organisationsPolicy.updateOrganisation)
  @Returns(organisationView)
  updateOrganisation(
    @CurrentActor() actor: Actor,
    @Param({ schema: organisationParams }) { id }: { id: string },
    @Body({ schema: organisationChanges }) changes: OrganisationChanges,
  ): Promise<OrganisationView> {
    return this.organisations.update(actor, id, changes);
  }
}
