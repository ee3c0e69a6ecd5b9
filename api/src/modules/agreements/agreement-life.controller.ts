import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { AgreementLifeService } from './agreement-life.service.js';
import { agreementsPolicy } from './agreements.policy.js';
import {
  agreementParams,
  agreementView,
  type AgreementView,
  conditionParams,
  giveNotice,
  type GiveNotice,
  meetCondition,
  type MeetCondition,
  ofVersion,
  type OfVersion,
  reportOnAgreement,
  type ReportOnAgreement,
  reportParams,
  signAgreement,
  type SignAgreement,
  withReason,
  type WithReason,
} from './agreements.schemas.js';

interface ById {
  readonly id: string;
}

/** An agreement from its settled text to its end. */
@ApiTags('agreements')
@Controller('agreements/:id')
export class AgreementLifeController {
  constructor(private readonly life: AgreementLifeService) {}

  @Post('settle')
  @Allowed(agreementsPolicy.settleAgreement)
  @Returns(agreementView)
  settleAgreement(
    @CurrentActor() actor: Actor,
    @Param({ schema: agreementParams }) { id }: ById,
    @Body({ schema: ofVersion }) input: OfVersion,
  ): Promise<AgreementView> {
    return this.life.settle(actor, id, input);
  }

  @Post('take-back')
  @Allowed(agreementsPolicy.takeBackAgreement)
  @Returns(agreementView)
  takeBackAgreement(
    @CurrentActor() actor: Actor,
    @Param({ schema: agreementParams }) { id }: ById,
    @Body({ schema: withReason }) input: WithReason,
  ): Promise<AgreementView> {
    return this.life.takeBack(actor, id, input);
  }

  @Post('conditions/:conditionId')
  @Allowed(agreementsPolicy.meetAgreementCondition)
  @Returns(agreementView)
  meetAgreementCondition(
    @CurrentActor() actor: Actor,
    @Param({ schema: conditionParams }) { id, conditionId }: ById & { readonly conditionId: string },
    @Body({ schema: meetCondition }) input: MeetCondition,
  ): Promise<AgreementView> {
    return this.life.meet(actor, id, conditionId, input);
  }

  @Post('sign')
  @Allowed(agreementsPolicy.signAgreement)
  @Returns(agreementView)
  signAgreement(
    @CurrentActor() actor: Actor,
    @Param({ schema: agreementParams }) { id }: ById,
    @Body({ schema: signAgreement }) input: SignAgreement,
  ): Promise<AgreementView> {
    return this.life.sign(actor, id, input);
  }

  @Post('notice')
  @Allowed(agreementsPolicy.giveAgreementNotice)
  @Returns(agreementView)
  giveAgreementNotice(
    @CurrentActor() actor: Actor,
    @Param({ schema: agreementParams }) { id }: ById,
    @Body({ schema: giveNotice }) input: GiveNotice,
  ): Promise<AgreementView> {
    return this.life.giveNotice(actor, id, input);
  }

  @Post('renew')
  @Allowed(agreementsPolicy.renewAgreement)
  @Returns(agreementView, { description: 'The new agreement, drafted from this one' })
  renewAgreement(
    @CurrentActor() actor: Actor,
    @Param({ schema: agreementParams }) { id }: ById,
    @Body({ schema: withReason }) input: WithReason,
  ): Promise<AgreementView> {
    return this.life.renew(actor, id, input);
  }

  @Post('terminate')
  @Allowed(agreementsPolicy.terminateAgreement)
  @Returns(agreementView)
  terminateAgreement(
    @CurrentActor() actor: Actor,
    @Param({ schema: agreementParams }) { id }: ById,
    @Body({ schema: withReason }) input: WithReason,
  ): Promise<AgreementView> {
    return this.life.terminate(actor, id, input);
  }

  @Post('publish-place-again')
  @Allowed(agreementsPolicy.publishAgreementPlaceAgain)
  @Returns(agreementView)
  publishAgreementPlaceAgain(@CurrentActor() actor: Actor, @Param({ schema: agreementParams }) { id }: ById): Promise<AgreementView> {
    return this.life.publishPlaceAgain(actor, id);
  }

  @Post('reports/:year')
  @Allowed(agreementsPolicy.reportOnAgreement)
  @Returns(agreementView)
  reportOnAgreement(
    @CurrentActor() actor: Actor,
    @Param({ schema: reportParams }) { id, year }: ById & { readonly year: number },
    @Body({ schema: reportOnAgreement }) input: ReportOnAgreement,
  ): Promise<AgreementView> {
    return this.life.report(actor, id, year, input);
  }
}
