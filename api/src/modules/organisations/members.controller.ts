import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { membersPolicy } from './members.policy.js';
import {
  type FormerMemberView,
  formerMemberView,
  type LeaveInput,
  leaveInput,
  type MemberPage,
  memberPage,
  type MemberParams,
  memberParams,
  type MembersSearch,
  membersSearch,
  type MemberView,
  memberView,
  type OrganisationParams,
  organisationParams,
  type RoleInput,
  roleInput,
  type SecondFactorRule,
  secondFactorRule,
  type TransferInput,
  transferInput,
} from './members.schemas.js';
import { MembersService } from './members.service.js';

@ApiTags('organisations')
@Controller('organisations/:id')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get('members')
  @Allowed(membersPolicy.listMembers)
  @Returns(memberPage)
  listMembers(
    @Param({ schema: organisationParams }) { id }: OrganisationParams,
    @Query({ schema: membersSearch }) search: MembersSearch,
    @CurrentActor() actor: Actor,
  ): Promise<MemberPage> {
    return this.members.list(actor, id, search);
  }

  @Patch('members/:accountId')
  @Allowed(membersPolicy.changeMemberRole)
  @Returns(memberView)
  changeMemberRole(
    @Param({ schema: memberParams }) { id, accountId }: MemberParams,
    @Body({ schema: roleInput }) { role }: RoleInput,
    @CurrentActor() actor: Actor,
  ): Promise<MemberView> {
    return this.members.changeRole(actor, id, accountId, role);
  }

  @Delete('members/:accountId')
  @Allowed(membersPolicy.removeMember)
  @Returns(formerMemberView)
  removeMember(@Param({ schema: memberParams }) { id, accountId }: MemberParams, @CurrentActor() actor: Actor): Promise<FormerMemberView> {
    return this.members.remove(actor, id, accountId);
  }

  @Post('leave')
  @Allowed(membersPolicy.leaveOrganisation)
  @Returns(formerMemberView)
  leaveOrganisation(
    @Param({ schema: organisationParams }) { id }: OrganisationParams,
    @Body({ schema: leaveInput }) { evenIfLast }: LeaveInput,
    @CurrentActor() actor: Actor,
  ): Promise<FormerMemberView> {
    return this.members.leave(actor, id, evenIfLast);
  }

  @Post('transfer')
  @Allowed(membersPolicy.transferAdministration)
  @Returns(memberView)
  transferAdministration(
    @Param({ schema: organisationParams }) { id }: OrganisationParams,
    @Body({ schema: transferInput }) { accountId }: TransferInput,
    @CurrentActor() actor: Actor,
  ): Promise<MemberView> {
    return this.members.transfer(actor, id, accountId);
  }

  @Post('second-factor-rule')
  @Allowed(membersPolicy.setSecondFactorRule)
  @Returns(secondFactorRule)
  setSecondFactorRule(
    @Param({ schema: organisationParams }) { id }: OrganisationParams,
    @Body({ schema: secondFactorRule }) { required }: SecondFactorRule,
    @CurrentActor() actor: Actor,
  ): Promise<SecondFactorRule> {
    return this.members.setSecondFactorRule(actor, id, required);
  }
}
