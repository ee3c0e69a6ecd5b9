import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import { type Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import {
  claimedOrganisation,
  type ClaimedOrganisation,
  newProof,
  organisationClaim,
  type OrganisationClaim,
  registerAnswer,
  type RegisterAnswerView,
  registerQuestion,
  type RegisterQuestion,
} from './claims.schemas.js';
import { ClaimsService } from './claims.service.js';
import { organisationsPolicy } from './organisations.policy.js';
import { organisationParams } from './organisations.schemas.js';

@ApiTags('organisations')
@Controller('organisations')
export class ClaimsController {
  constructor(private readonly claims: ClaimsService) {}

  @Post('lookup')
  @Allowed(organisationsPolicy.lookUpRegister)
  @Returns(registerAnswer)
  lookUpRegister(@CurrentActor() actor: Actor, @Body({ schema: registerQuestion }) asked: RegisterQuestion): Promise<RegisterAnswerView> {
    return this.claims.lookUp(actor, asked);
  }

  @Post()
  @Allowed(organisationsPolicy.claimOrganisation)
  @Returns(claimedOrganisation, { status: 201, description: 'Created, or taken from the register' })
  claimOrganisation(
    @CurrentActor() actor: Actor,
    @Body({ schema: organisationClaim }) claim: OrganisationClaim,
  ): Promise<ClaimedOrganisation> {
    return this.claims.claim(actor, claim);
  }

  @Post(':id/claim')
  @Allowed(organisationsPolicy.claimOrganisationAgain)
  @Returns(claimedOrganisation)
  claimOrganisationAgain(
    @CurrentActor() actor: Actor,
    @Param({ schema: organisationParams }) { id }: { id: string },
    @Body({ schema: newProof }) { proof }: { proof: string },
  ): Promise<ClaimedOrganisation> {
    return this.claims.claimAgain(actor, id, proof);
  }
}
