import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import { type Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { evidenceToCheckPage, type EvidenceToCheckPage, evidenceToCheckSearch, type EvidenceToCheckSearch } from './evidence.schemas.js';
import { EvidenceService } from './evidence.service.js';
import {
  decided,
  type Decided,
  decision,
  type Decision,
  queueSearch,
  type QueueSearch,
  verificationQueue,
  type VerificationQueue,
} from './moderation.schemas.js';
import { ModerationService } from './moderation.service.js';
import { moderationPolicy } from './organisations.policy.js';
import { organisationParams } from './organisations.schemas.js';

@ApiTags('moderation')
@Controller()
export class ModerationController {
  constructor(
    private readonly moderation: ModerationService,
    private readonly evidence: EvidenceService,
  ) {}

  @Get('moderation/organisations')
  @Allowed(moderationPolicy.listOrganisationsToVerify)
  @Returns(verificationQueue)
  listOrganisationsToVerify(@CurrentActor() actor: Actor, @Query({ schema: queueSearch }) search: QueueSearch): Promise<VerificationQueue> {
    return this.moderation.queue(actor, search);
  }

  @Get('moderation/evidence')
  @Allowed(moderationPolicy.listEvidenceToCheck)
  @Returns(evidenceToCheckPage)
  listEvidenceToCheck(
    @CurrentActor() actor: Actor,
    @Query({ schema: evidenceToCheckSearch }) search: EvidenceToCheckSearch,
  ): Promise<EvidenceToCheckPage> {
    return this.evidence.listWaiting(actor, search);
  }

  @Post('organisations/:id/verify')
  @Allowed(moderationPolicy.verifyOrganisation)
  @Returns(decided)
  verifyOrganisation(
    @CurrentActor() actor: Actor,
    @Param({ schema: organisationParams }) { id }: { id: string },
    @Body({ schema: decision }) { reason }: Decision,
  ): Promise<Decided> {
    return this.moderation.decide(actor, id, 'verify', reason);
  }

  @Post('organisations/:id/refuse')
  @Allowed(moderationPolicy.refuseOrganisation)
  @Returns(decided)
  refuseOrganisation(
    @CurrentActor() actor: Actor,
    @Param({ schema: organisationParams }) { id }: { id: string },
    @Body({ schema: decision }) { reason }: Decision,
  ): Promise<Decided> {
    return this.moderation.decide(actor, id, 'refuse', reason);
  }

  @Post('organisations/:id/release')
  @Allowed(moderationPolicy.releaseOrganisation)
  @Returns(decided)
  releaseOrganisation(
    @CurrentActor() actor: Actor,
    @Param({ schema: organisationParams }) { id }: { id: string },
    @Body({ schema: decision }) { reason }: Decision,
  ): Promise<Decided> {
    return this.moderation.decide(actor, id, 'release', reason);
  }

  @Post('organisations/:id/suspend')
  @Allowed(moderationPolicy.suspendOrganisation)
  @Returns(decided)
  suspendOrganisation(
    @CurrentActor() actor: Actor,
    @Param({ schema: organisationParams }) { id }: { id: string },
    @Body({ schema: decision }) { reason }: Decision,
  ): Promise<Decided> {
    return this.moderation.decide(actor, id, 'suspend', reason);
  }

  @Post('organisations/:id/reinstate')
  @Allowed(moderationPolicy.reinstateOrganisation)
  @Returns(decided)
  reinstateOrganisation(
    @CurrentActor() actor: Actor,
    @Param({ schema: organisationParams }) { id }: { id: string },
    @Body({ schema: decision }) { reason }: Decision,
  ): Promise<Decided> {
    return this.moderation.decide(actor, id, 'reinstate', reason);
  }
}
