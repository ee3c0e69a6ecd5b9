import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import { type Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import {
  evidenceList,
  type EvidenceList,
  evidenceParams,
  type EvidenceParams,
  newEvidence,
  type NewEvidenceInput,
} from './evidence.schemas.js';
import { EvidenceService } from './evidence.service.js';
import { type Decision, decision } from './moderation.schemas.js';
import { moderationPolicy, organisationsPolicy } from './organisations.policy.js';
import { organisationParams } from './organisations.schemas.js';

@ApiTags('organisations')
@Controller('organisations/:id/evidence')
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  @Get()
  @Allowed(organisationsPolicy.listEvidence)
  @Returns(evidenceList)
  listEvidence(@CurrentActor() actor: Actor, @Param({ schema: organisationParams }) { id }: { id: string }): Promise<EvidenceList> {
    return this.evidence.list(actor, id);
  }

  @Post()
  @Allowed(organisationsPolicy.addEvidence)
  @Returns(evidenceList, { status: 201, description: 'Added; the whole list' })
  addEvidence(
    @CurrentActor() actor: Actor,
    @Param({ schema: organisationParams }) { id }: { id: string },
    @Body({ schema: newEvidence }) given: NewEvidenceInput,
  ): Promise<EvidenceList> {
    return this.evidence.add(actor, id, given);
  }

  @Post(':evidenceId/withdraw')
  @Allowed(organisationsPolicy.withdrawEvidence)
  @Returns(evidenceList)
  withdrawEvidence(@CurrentActor() actor: Actor, @Param({ schema: evidenceParams }) which: EvidenceParams): Promise<EvidenceList> {
    return this.evidence.withdraw(actor, which);
  }

  @Post(':evidenceId/check')
  @Allowed(moderationPolicy.checkEvidence)
  @Returns(evidenceList)
  checkEvidence(
    @CurrentActor() actor: Actor,
    @Param({ schema: evidenceParams }) which: EvidenceParams,
    @Body({ schema: decision }) { reason }: Decision,
  ): Promise<EvidenceList> {
    return this.evidence.check(actor, which, reason);
  }

  @Post(':evidenceId/refuse')
  @Allowed(moderationPolicy.refuseEvidence)
  @Returns(evidenceList)
  refuseEvidence(
    @CurrentActor() actor: Actor,
    @Param({ schema: evidenceParams }) which: EvidenceParams,
    @Body({ schema: decision }) { reason }: Decision,
  ): Promise<EvidenceList> {
    return this.evidence.refuse(actor, which, reason);
  }
}
