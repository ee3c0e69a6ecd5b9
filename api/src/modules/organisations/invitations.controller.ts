import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { InvitationAnswer } from './invitations.answer.js';
import { invitationsPolicy } from './invitations.policy.js';
import {
  type DeclinedInvitation,
  declinedInvitation,
  type InvitationOffer,
  invitationOffer,
  type InvitationPage,
  invitationPage,
  type InvitationParams,
  invitationParams,
  type InvitationToken,
  invitationToken,
  type InvitationView,
  invitationView,
  type InviteInput,
  inviteInput,
  type NewestFirst,
  newestFirst,
  type NewMembership,
  newMembership,
  type SentInvitation,
  sentInvitation,
} from './invitations.schemas.js';
import { InvitationsService } from './invitations.service.js';
import { type OrganisationParams, organisationParams } from './members.schemas.js';

@ApiTags('organisations')
@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly answer: InvitationAnswer,
  ) {}

  @Get('organisations/:id/invitations')
  @Allowed(invitationsPolicy.listInvitations)
  @Returns(invitationPage)
  listInvitations(
    @Param({ schema: organisationParams }) { id }: OrganisationParams,
    @Query({ schema: newestFirst }) search: NewestFirst,
    @CurrentActor() actor: Actor,
  ): Promise<InvitationPage> {
    return this.invitations.list(actor, id, search);
  }

  @Post('organisations/:id/invitations')
  @Allowed(invitationsPolicy.inviteMember)
  @Returns(sentInvitation, { status: 201 })
  inviteMember(
    @Param({ schema: organisationParams }) { id }: OrganisationParams,
    @Body({ schema: inviteInput }) input: InviteInput,
    @CurrentActor() actor: Actor,
  ): Promise<SentInvitation> {
    return this.invitations.invite(actor, id, input);
  }

  @Delete('organisations/:id/invitations/:invitationId')
  @Allowed(invitationsPolicy.cancelInvitation)
  @Returns(invitationView)
  cancelInvitation(
    @Param({ schema: invitationParams }) { id, invitationId }: InvitationParams,
    @CurrentActor() actor: Actor,
  ): Promise<InvitationView> {
    return this.invitations.cancel(actor, id, invitationId);
  }

  /** POST, so that the token is in no address that a log or a browser history keeps. */
  @Post('invitations/read')
  @Allowed(invitationsPolicy.readInvitation)
  @Returns(invitationOffer)
  readInvitation(@Body({ schema: invitationToken }) { token }: InvitationToken): Promise<InvitationOffer> {
    return this.answer.read(token);
  }

  @Post('invitations/accept')
  @Allowed(invitationsPolicy.acceptInvitation)
  @Returns(newMembership)
  acceptInvitation(@Body({ schema: invitationToken }) { token }: InvitationToken, @CurrentActor() actor: Actor): Promise<NewMembership> {
    return this.answer.accept(actor, token);
  }

  @Post('invitations/decline')
  @Allowed(invitationsPolicy.declineInvitation)
  @Returns(declinedInvitation)
  declineInvitation(
    @Body({ schema: invitationToken }) { token }: InvitationToken,
    @CurrentActor() actor: Actor | null,
  ): Promise<DeclinedInvitation> {
    return this.answer.decline(actor, token);
  }
}
