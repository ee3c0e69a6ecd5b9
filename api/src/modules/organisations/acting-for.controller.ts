import { Body, Controller, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor } from '../../platform/access/permission.js';
import { CurrentActor } from '../../platform/access/access.guard.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { actingForPolicy } from './acting-for.policy.js';
import { type ActForInput, actForInput, type ActingForView, actingForView } from './acting-for.schemas.js';
import { ActingForService } from './acting-for.service.js';

@ApiTags('organisations')
@Controller('me/acting-for')
export class ActingForController {
  constructor(private readonly actingFor: ActingForService) {}

  @Put()
  @Allowed(actingForPolicy.actFor)
  @Returns(actingForView)
  actFor(
    @Body({ schema: actForInput }) { organisationId }: ActForInput,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<ActingForView> {
    return this.actingFor.actFor(actor, organisationId, request);
  }
}
