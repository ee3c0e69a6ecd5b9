import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { FollowManagement } from './follow-management.service.js';
import {
  followAccepted,
  type FollowAccepted,
  followConfirmed,
  type FollowConfirmed,
  followList,
  type FollowList,
  followRequest,
  type FollowRequest,
  followsStopped,
  type FollowsStopped,
  linkedChange,
  type LinkedChange,
  linkedFollow,
  type LinkedFollow,
  linkInput,
  type LinkInput,
} from './follows.schemas.js';
import { FollowsService } from './follows.service.js';

/** For anyone with an address: what opens each door is the link of a letter. */
@ApiTags('follows')
@Controller('follows')
export class FollowsController {
  constructor(
    private readonly follows: FollowsService,
    private readonly management: FollowManagement,
  ) {}

  @Post()
  @Public()
  @Returns(followAccepted, { status: 202 })
  requestFollow(@Body({ schema: followRequest }) input: FollowRequest, @Req() request: Request): Promise<FollowAccepted> {
    return this.follows.ask(input, request);
  }

  @Post('confirm')
  @Public()
  @Returns(followConfirmed)
  confirmFollow(@Body({ schema: linkInput }) input: LinkInput): Promise<FollowConfirmed> {
    return this.follows.confirm(input);
  }

  @Post('list')
  @Public()
  @Returns(followList)
  listFollowsByLink(@Body({ schema: linkInput }) input: LinkInput, @Req() request: Request): Promise<FollowList> {
    return this.management.listByLink(input, request);
  }

  @Post('change')
  @Public()
  @Returns(followList)
  changeFollowByLink(@Body({ schema: linkedChange }) input: LinkedChange, @Req() request: Request): Promise<FollowList> {
    return this.management.changeByLink(input, request);
  }

  @Post('stop')
  @Public()
  @Returns(followList)
  stopFollowByLink(@Body({ schema: linkedFollow }) input: LinkedFollow, @Req() request: Request): Promise<FollowList> {
    return this.management.stopByLink(input, request);
  }

  @Post('stop-all')
  @Public()
  @Returns(followsStopped)
  stopFollowsByLink(@Body({ schema: linkInput }) input: LinkInput, @Req() request: Request): Promise<FollowsStopped> {
    return this.management.stopAllByLink(input, request);
  }

  @Post('erase')
  @Public()
  @Returns(followsStopped)
  eraseFollowsByLink(@Body({ schema: linkInput }) input: LinkInput, @Req() request: Request): Promise<FollowsStopped> {
    return this.management.eraseByLink(input, request);
  }
}
