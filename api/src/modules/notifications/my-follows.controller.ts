import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { FollowManagement } from './follow-management.service.js';
import { followsPolicy } from './follows.policy.js';
import {
  followInput,
  type FollowInput,
  followList,
  type FollowList,
  followParams,
  frequencyInput,
  type FrequencyInput,
} from './follows.schemas.js';

@ApiTags('follows')
@Controller('me/follows')
export class MyFollowsController {
  constructor(private readonly management: FollowManagement) {}

  @Get()
  @Allowed(followsPolicy.listMyFollows)
  @Returns(followList)
  listMyFollows(@CurrentActor() actor: Actor | null): Promise<FollowList> {
    return this.management.listMine(actor);
  }

  @Post()
  @Allowed(followsPolicy.followThing)
  @Returns(followList)
  followThing(@CurrentActor() actor: Actor | null, @Body({ schema: followInput }) input: FollowInput): Promise<FollowList> {
    return this.management.follow(actor, input);
  }

  @Patch(':id')
  @Allowed(followsPolicy.changeMyFollow)
  @Returns(followList)
  changeMyFollow(
    @CurrentActor() actor: Actor | null,
    @Param({ schema: followParams }) { id }: { id: string },
    @Body({ schema: frequencyInput }) input: FrequencyInput,
  ): Promise<FollowList> {
    return this.management.changeMine(actor, id, input);
  }

  @Delete(':id')
  @Allowed(followsPolicy.stopMyFollow)
  @Returns(followList)
  stopMyFollow(@CurrentActor() actor: Actor | null, @Param({ schema: followParams }) { id }: { id: string }): Promise<FollowList> {
    return this.management.stopMine(actor, id);
  }

  @Delete()
  @Allowed(followsPolicy.stopMyFollows)
  @Returns(followList)
  stopMyFollows(@CurrentActor() actor: Actor | null): Promise<FollowList> {
    return this.management.stopMine(actor, null);
  }
}
