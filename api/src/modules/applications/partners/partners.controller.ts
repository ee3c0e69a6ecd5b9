import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { applicationParams } from '../applications.schemas.js';
import { partnersPolicy } from './partners.policy.js';
import {
  answerPartnership,
  type AnswerPartnership,
  invitePartner,
  type InvitePartner,
  partnerList,
  type PartnerList,
  partnerParams,
  partnershipList,
  type PartnershipList,
} from './partners.schemas.js';
import { PartnersService } from './partners.service.js';

interface OfOne {
  readonly id: string;
  readonly organisationId: string;
}

@ApiTags('applications')
@Controller()
export class PartnersController {
  constructor(private readonly partners: PartnersService) {}

  @Get('applications/:id/partners')
  @Allowed(partnersPolicy.listPartners)
  @Returns(partnerList)
  listPartners(@CurrentActor() actor: Actor, @Param({ schema: applicationParams }) { id }: { id: string }): Promise<PartnerList> {
    return this.partners.list(actor, id);
  }

  @Post('applications/:id/partners')
  @Allowed(partnersPolicy.invitePartner)
  @Returns(partnerList)
  invitePartner(
    @CurrentActor() actor: Actor,
    @Param({ schema: applicationParams }) { id }: { id: string },
    @Body({ schema: invitePartner }) input: InvitePartner,
  ): Promise<PartnerList> {
    return this.partners.invite(actor, id, input);
  }

  @Post('applications/:id/partners/:organisationId/answer')
  @Allowed(partnersPolicy.answerPartnership)
  @Returns(partnershipList)
  answerPartnership(
    @CurrentActor() actor: Actor,
    @Param({ schema: partnerParams }) { id, organisationId }: OfOne,
    @Body({ schema: answerPartnership }) input: AnswerPartnership,
  ): Promise<PartnershipList> {
    return this.partners.answer(actor, id, organisationId, input);
  }

  @Delete('applications/:id/partners/:organisationId')
  @Allowed(partnersPolicy.removePartner)
  @Returns(partnerList)
  removePartner(@CurrentActor() actor: Actor, @Param({ schema: partnerParams }) { id, organisationId }: OfOne): Promise<PartnerList> {
    return this.partners.remove(actor, id, organisationId);
  }

  @Get('organisations/:id/partnerships')
  @Allowed(partnersPolicy.listPartnerships)
  @Returns(partnershipList)
  listPartnerships(@CurrentActor() actor: Actor, @Param({ schema: applicationParams }) { id }: { id: string }): Promise<PartnershipList> {
    return this.partners.partnerships(actor, id);
  }
}
