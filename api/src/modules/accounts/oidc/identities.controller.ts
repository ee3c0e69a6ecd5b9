import { Controller, Delete, Get, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { IdentitiesService } from './identities.service.js';
import { oidcPolicy } from './oidc.policy.js';
import { identityPage, type IdentityPage, identityPath, identityRemoved, linkStart, type LinkStart } from './oidc.schemas.js';

@ApiTags('accounts')
@Controller('me/identities')
export class IdentitiesController {
  constructor(private readonly identities: IdentitiesService) {}

  @Get()
  @Allowed(oidcPolicy.listMyIdentities)
  @Returns(identityPage)
  listMyIdentities(@CurrentActor() actor: Actor | null): Promise<IdentityPage> {
    return this.identities.list(actor);
  }

  /** Begins the link; the person goes to the provider and comes back linked. A POST: no other site can make it begin. */
  @Post()
  @Allowed(oidcPolicy.linkIdentity)
  @Returns(linkStart)
  linkIdentity(@CurrentActor() actor: Actor | null, @Req() request: Request): Promise<LinkStart> {
    return this.identities.startLink(actor, request);
  }

  @Delete(':id')
  @Allowed(oidcPolicy.unlinkIdentity)
  @Returns(identityRemoved)
  unlinkIdentity(@Param({ schema: identityPath }) { id }: { id: string }, @CurrentActor() actor: Actor | null): Promise<{ id: string }> {
    return this.identities.unlink(id, actor);
  }
}
