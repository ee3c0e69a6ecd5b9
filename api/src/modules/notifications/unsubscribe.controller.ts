import { Controller, Get, Param, Post, Redirect } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { FollowManagement } from './follow-management.service.js';
import { followsStopped, type FollowsStopped, tokenParams } from './follows.schemas.js';

/** The address in the List-Unsubscribe header of every letter (RFC 2369, RFC 8058). */
@ApiTags('follows')
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly management: FollowManagement) {}

  @Post(':token')
  @Public()
  @Returns(followsStopped)
  unsubscribe(@Param({ schema: tokenParams }) { token }: { token: string }): Promise<FollowsStopped> {
    return this.management.oneClick(token);
  }

  /** Programs that inspect mails open links too: opening this one ends nothing. */
  @Get(':token')
  @Public()
  @Redirect('/', 303)
  showUnsubscribe(@Param({ schema: tokenParams }) { token }: { token: string }): { url: string } {
    return { url: this.management.stopPage(token) };
  }
}
