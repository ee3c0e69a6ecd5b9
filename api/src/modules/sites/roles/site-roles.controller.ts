import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { siteRolesPolicy } from './site-roles.policy.js';
import {
  agentRole,
  agentRoles,
  type AgentRoles,
  type AgentRoleView,
  checkRole,
  type CheckRole,
  declareRole,
  type DeclareRole,
  endRole,
  type EndRole,
  refuseRole,
  type RefuseRole,
  roleParams,
  rolesSearch,
  type RolesSearch,
  rolesToCheck,
  type RolesToCheck,
} from './site-roles.schemas.js';
import { SiteRolesService } from './site-roles.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('site roles')
@Controller()
export class SiteRolesController {
  constructor(private readonly roles: SiteRolesService) {}

  @Get('sites/:id/agent-role')
  @Allowed(siteRolesPolicy.getAgentRole)
  @Returns(agentRoles)
  getAgentRole(@CurrentActor() actor: Actor, @Param({ schema: roleParams }) { id }: ById): Promise<AgentRoles> {
    return this.roles.ofSite(actor, id);
  }

  @Put('sites/:id/agent-role')
  @Allowed(siteRolesPolicy.recordAgentRole)
  @Returns(agentRole)
  recordAgentRole(
    @CurrentActor() actor: Actor,
    @Param({ schema: roleParams }) { id }: ById,
    @Body({ schema: declareRole }) input: DeclareRole,
  ): Promise<AgentRoleView> {
    return this.roles.declare(actor, id, input);
  }

  @Get('moderation/agent-roles')
  @Allowed(siteRolesPolicy.listAgentRolesToCheck)
  @Returns(rolesToCheck)
  listAgentRolesToCheck(@CurrentActor() actor: Actor, @Query({ schema: rolesSearch }) search: RolesSearch): Promise<RolesToCheck> {
    return this.roles.toCheck(actor, search);
  }

  @Post('agent-roles/:id/check')
  @Allowed(siteRolesPolicy.checkAgentRole)
  @Returns(agentRole)
  checkAgentRole(
    @CurrentActor() actor: Actor,
    @Param({ schema: roleParams }) { id }: ById,
    @Body({ schema: checkRole }) input: CheckRole,
  ): Promise<AgentRoleView> {
    return this.roles.check(actor, id, input.version);
  }

  @Post('agent-roles/:id/refuse')
  @Allowed(siteRolesPolicy.refuseAgentRole)
  @Returns(agentRole)
  refuseAgentRole(
    @CurrentActor() actor: Actor,
    @Param({ schema: roleParams }) { id }: ById,
    @Body({ schema: refuseRole }) input: RefuseRole,
  ): Promise<AgentRoleView> {
    return this.roles.refuse(actor, id, input);
  }

  @Post('agent-roles/:id/end')
  @Allowed(siteRolesPolicy.endAgentRole)
  @Returns(agentRole)
  endAgentRole(
    @CurrentActor() actor: Actor,
    @Param({ schema: roleParams }) { id }: ById,
    @Body({ schema: endRole }) input: EndRole,
  ): Promise<AgentRoleView> {
    return this.roles.end(actor, id, input.reason);
  }
}
