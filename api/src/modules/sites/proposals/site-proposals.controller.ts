import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed, Public } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { siteParams } from '../sites.schemas.js';
import { ProposalDecisions } from './proposal-decisions.service.js';
import { siteProposalsPolicy } from './site-proposals.policy.js';
import {
  confirmedProposal,
  type ConfirmedProposal,
  correction,
  type Correction,
  myProposals,
  type MyProposals,
  proposalAccepted,
  type ProposalAccepted,
  proposalLink,
  type ProposalLink,
  proposalParams,
  proposalSearch,
  type ProposalSearch,
  proposalsToDecide,
  type ProposalsToDecide,
  proposalToDecide,
  type ProposalToDecide,
  proposalView,
  type ProposalView,
  proposedPlace,
  type ProposedPlace,
  refusedProposal,
  type RefusedProposal,
} from './site-proposals.schemas.js';
import { SiteProposalsService } from './site-proposals.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('proposals')
@Controller()
export class SiteProposalsController {
  constructor(
    private readonly proposals: SiteProposalsService,
    private readonly decisions: ProposalDecisions,
  ) {}

  @Post('sites/:id/proposals')
  @Public()
  @Returns(proposalAccepted, { status: 202 })
  proposeCorrection(
    @CurrentActor() actor: Actor | null,
    @Param({ schema: siteParams }) { id }: ById,
    @Body({ schema: correction }) input: Correction,
    @Req() request: Request,
  ): Promise<ProposalAccepted> {
    return this.proposals.correct(actor, id, input, request);
  }

  @Post('site-proposals')
  @Public()
  @Returns(proposalAccepted, { status: 202 })
  proposePlace(
    @CurrentActor() actor: Actor | null,
    @Body({ schema: proposedPlace }) input: ProposedPlace,
    @Req() request: Request,
  ): Promise<ProposalAccepted> {
    return this.proposals.proposePlace(actor, input, request);
  }

  @Post('site-proposals/confirm')
  @Public()
  @Returns(confirmedProposal)
  confirmSiteProposal(@Body({ schema: proposalLink }) input: ProposalLink): Promise<ConfirmedProposal> {
    return this.proposals.confirm(input);
  }

  @Post('site-proposals/read')
  @Public()
  @Returns(proposalView)
  readSiteProposalByLink(@Body({ schema: proposalLink }) input: ProposalLink): Promise<ProposalView> {
    return this.proposals.byLink(input);
  }

  @Get('me/site-proposals')
  @Allowed(siteProposalsPolicy.listMyProposals)
  @Returns(myProposals)
  listMyProposals(@CurrentActor() actor: Actor): Promise<MyProposals> {
    return this.proposals.mine(actor);
  }

  @Get('organisations/:id/site-proposals')
  @Allowed(siteProposalsPolicy.listOrganisationProposals)
  @Returns(proposalsToDecide)
  listOrganisationProposals(
    @CurrentActor() actor: Actor,
    @Param({ schema: proposalParams }) { id }: ById,
    @Query({ schema: proposalSearch }) search: ProposalSearch,
  ): Promise<ProposalsToDecide> {
    return this.decisions.ofOrganisation(actor, id, search);
  }

  @Get('moderation/site-proposals')
  @Allowed(siteProposalsPolicy.listProposalsToModerate)
  @Returns(proposalsToDecide)
  listProposalsToModerate(
    @CurrentActor() actor: Actor,
    @Query({ schema: proposalSearch }) search: ProposalSearch,
  ): Promise<ProposalsToDecide> {
    return this.decisions.forModerators(actor, search);
  }

  @Post('site-proposals/:id/accept')
  @Allowed(siteProposalsPolicy.acceptSiteProposal)
  @Returns(proposalToDecide)
  acceptSiteProposal(@CurrentActor() actor: Actor, @Param({ schema: proposalParams }) { id }: ById): Promise<ProposalToDecide> {
    return this.decisions.accept(actor, id);
  }

  @Post('site-proposals/:id/refuse')
  @Allowed(siteProposalsPolicy.refuseSiteProposal)
  @Returns(proposalToDecide)
  refuseSiteProposal(
    @CurrentActor() actor: Actor,
    @Param({ schema: proposalParams }) { id }: ById,
    @Body({ schema: refusedProposal }) input: RefusedProposal,
  ): Promise<ProposalToDecide> {
    return this.decisions.refuse(actor, id, input);
  }
}
