import { Controller, Get, Param, Post, Redirect } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { mailsStopped, type MailsStopped, stopParams } from './inbox.schemas.js';
import { MyInbox } from './my-inbox.service.js';

/** The address in the List-Unsubscribe header of the letters a person may refuse (RFC 2369, RFC 8058). */
@ApiTags('notifications')
@Controller('unsubscribe/inbox')
export class InboxStopController {
  constructor(private readonly inbox: MyInbox) {}

  @Post(':token')
  @Public()
  @Returns(mailsStopped)
  stopNotificationMails(@Param({ schema: stopParams }) { token }: { token: string }): Promise<MailsStopped> {
    return this.inbox.stop(token);
  }

  /** Programs that inspect mails open links too: opening this one ends nothing. */
  @Get(':token')
  @Public()
  @Redirect('/', 303)
  showStopNotificationMails(@Param({ schema: stopParams }) { token }: { token: string }): { url: string } {
    return this.inbox.stopPage(token);
  }
}
