import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { type NewestFirst, newestFirst } from './invitations.schemas.js';
import { type OrganisationParams, organisationParams } from './members.schemas.js';
import { networkLinksPolicy } from './network-links.policy.js';
import {
  type DeclineFollowInput,
  declineFollowInput,
  type FollowedPage,
  followedPage,
  type FollowInput,
  followInput,
  type NetworkLinkPage,
  networkLinkPage,
  type NetworkLinkParams,
  networkLinkParams,
  type NetworkLinkView,
  networkLinkView,
} from './network-links.schemas.js';
import { NetworkLinksService } from './network-links.service.js';

@ApiTags('organisations')
@Controller('organisations/:id')
export class NetworkLinksController {
  constructor(private readonly links: NetworkLinksService) {}

  @Get('network-links')
  @Allowed(networkLinksPolicy.listNetworkLinks)
  @Returns(networkLinkPage)
  listNetworkLinks(
    @Param({ schema: organisationParams }) { id }: OrganisationParams,
    @Query({ schema: newestFirst }) search: NewestFirst,
    @CurrentActor() actor: Actor,
  ): Promise<NetworkLinkPage> {
    return this.links.list(actor, id, search);
  }

  @Get('followed')
  @Allowed(networkLinksPolicy.listFollowedOrganisations)
  @Returns(followedPage)
  listFollowedOrganisations(
    @Param({ schema: organisationParams }) { id }: OrganisationParams,
    @Query({ schema: newestFirst }) search: NewestFirst,
    @CurrentActor() actor: Actor,
  ): Promise<FollowedPage> {
    return this.links.listFollowed(actor, id, search);
  }

  @Post('network-links')
  @Allowed(networkLinksPolicy.askToFollow)
  @Returns(networkLinkView, { status: 201 })
  askToFollow(
    @Param({ schema: organisationParams }) { id }: OrganisationParams,
    @Body({ schema: followInput }) { memberOrganisationId }: FollowInput,
    @CurrentActor() actor: Actor,
  ): Promise<NetworkLinkView> {
    return this.links.ask(actor, id, memberOrganisationId);
  }

  @Post('network-links/:linkId/accept')
  @Allowed(networkLinksPolicy.acceptFollow)
  @Returns(networkLinkView)
  acceptFollow(
    @Param({ schema: networkLinkParams }) { id, linkId }: NetworkLinkParams,
    @CurrentActor() actor: Actor,
  ): Promise<NetworkLinkView> {
    return this.links.change(actor, id, linkId, 'accept');
  }

  @Post('network-links/:linkId/decline')
  @Allowed(networkLinksPolicy.declineFollow)
  @Returns(networkLinkView)
  declineFollow(
    @Param({ schema: networkLinkParams }) { id, linkId }: NetworkLinkParams,
    @Body({ schema: declineFollowInput }) { reason }: DeclineFollowInput,
    @CurrentActor() actor: Actor,
  ): Promise<NetworkLinkView> {
    return this.links.change(actor, id, linkId, 'decline', reason);
  }

  @Post('network-links/:linkId/withdraw')
  @Allowed(networkLinksPolicy.withdrawFollow)
  @Returns(networkLinkView)
  withdrawFollow(
    @Param({ schema: networkLinkParams }) { id, linkId }: NetworkLinkParams,
    @CurrentActor() actor: Actor,
  ): Promise<NetworkLinkView> {
    return this.links.change(actor, id, linkId, 'withdraw');
  }

  @Post('network-links/:linkId/end')
  @Allowed(networkLinksPolicy.endFollow)
  @Returns(networkLinkView)
  endFollow(
    @Param({ schema: networkLinkParams }) { id, linkId }: NetworkLinkParams,
    @CurrentActor() actor: Actor,
  ): Promise<NetworkLinkView> {
    return this.links.change(actor, id, linkId, 'end');
  }
}
