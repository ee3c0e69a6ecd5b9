import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { type NewestFirst, newestFirst } from './invitations.schemas.js';
import { joinRequestsPolicy } from './join-requests.policy.js';
import {
  type AcceptInput,
  acceptInput,
  type AskInput,
  askInput,
  type DeclineInput,
  declineInput,
  type JoinRequestPage,
  joinRequestPage,
  type JoinRequestParams,
  joinRequestParams,
  type JoinRequestView,
  joinRequestView,
} from './join-requests.schemas.js';
import { JoinRequestsService } from './join-requests.service.js';
import { type OrganisationParams, organisationParams } from './members.schemas.js';

@ApiTags('organisations')
@Controller()
export class JoinRequestsController {
  constructor(private readonly requests: JoinRequestsService) {}

  @Get('me/join-requests')
  @Allowed(joinRequestsPolicy.listMyJoinRequests)
  @Returns(joinRequestPage)
  listMyJoinRequests(@Query({ schema: newestFirst }) search: NewestFirst, @CurrentActor() actor: Actor): Promise<JoinRequestPage> {
    return this.requests.listMine(actor, search);
  }

  @Get('organisations/:id/join-requests')
  @Allowed(joinRequestsPolicy.listJoinRequests)
  @Returns(joinRequestPage)
  listJoinRequests(
    @Param({ schema: organisationParams }) { id }: OrganisationParams,
    @Query({ schema: newestFirst }) search: NewestFirst,
    @CurrentActor() actor: Actor,
  ): Promise<JoinRequestPage> {
    return this.requests.list(actor, id, search);
  }

  @Post('organisations/:id/join-requests')
  @Allowed(joinRequestsPolicy.askToJoin)
  @Returns(joinRequestView, { status: 201 })
  askToJoin(
    @Param({ schema: organisationParams }) { id }: OrganisationParams,
    @Body({ schema: askInput }) { message }: AskInput,
    @CurrentActor() actor: Actor,
  ): Promise<JoinRequestView> {
    return this.requests.ask(actor, id, message);
  }

  @Post('organisations/:id/join-requests/:requestId/accept')
  @Allowed(joinRequestsPolicy.acceptJoinRequest)
  @Returns(joinRequestView)
  acceptJoinRequest(
    @Param({ schema: joinRequestParams }) { id, requestId }: JoinRequestParams,
    @Body({ schema: acceptInput }) { role }: AcceptInput,
    @CurrentActor() actor: Actor,
  ): Promise<JoinRequestView> {
    return this.requests.accept(actor, id, requestId, role);
  }

  @Post('organisations/:id/join-requests/:requestId/decline')
  @Allowed(joinRequestsPolicy.declineJoinRequest)
  @Returns(joinRequestView)
  declineJoinRequest(
    @Param({ schema: joinRequestParams }) { id, requestId }: JoinRequestParams,
    @Body({ schema: declineInput }) { reason }: DeclineInput,
    @CurrentActor() actor: Actor,
  ): Promise<JoinRequestView> {
    return this.requests.decline(actor, id, requestId, reason);
  }

  @Post('organisations/:id/join-requests/:requestId/withdraw')
  @Allowed(joinRequestsPolicy.withdrawJoinRequest)
  @Returns(joinRequestView)
  withdrawJoinRequest(
    @Param({ schema: joinRequestParams }) { id, requestId }: JoinRequestParams,
    @CurrentActor() actor: Actor,
  ): Promise<JoinRequestView> {
    return this.requests.withdraw(actor, id, requestId);
  }
}
