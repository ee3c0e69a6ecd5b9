import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import type { InboxKind } from './inbox.kinds.js';
import { inboxPolicy } from './inbox.policy.js';
import {
  changeSetting,
  type ChangeSetting,
  inboxKindParams,
  inboxParams,
  notificationPage,
  type NotificationPage,
  notificationSearch,
  type NotificationSearch,
  notificationSettings,
  type NotificationSettings,
  readNotifications,
  type ReadNotifications,
  unreadCount,
  type UnreadCount,
} from './inbox.schemas.js';
import { MyInbox } from './my-inbox.service.js';

@ApiTags('notifications')
@Controller('me')
export class InboxController {
  constructor(private readonly inbox: MyInbox) {}

  @Get('notifications')
  @Allowed(inboxPolicy.listMyNotifications)
  @Returns(notificationPage)
  listMyNotifications(
    @CurrentActor() actor: Actor | null,
    @Query({ schema: notificationSearch }) search: NotificationSearch,
  ): Promise<NotificationPage> {
    return this.inbox.list(actor, search);
  }

  @Get('notifications/unread')
  @Allowed(inboxPolicy.countMyNotifications)
  @Returns(unreadCount)
  countMyNotifications(@CurrentActor() actor: Actor | null): Promise<UnreadCount> {
    return this.inbox.count(actor);
  }

  @Post('notifications/read')
  @Allowed(inboxPolicy.readMyNotifications)
  @Returns(unreadCount)
  readMyNotifications(
    @CurrentActor() actor: Actor | null,
    @Body({ schema: readNotifications }) input: ReadNotifications,
  ): Promise<UnreadCount> {
    return this.inbox.readAll(actor, input);
  }

  @Post('notifications/:id/read')
  @Allowed(inboxPolicy.readMyNotification)
  @Returns(unreadCount)
  readMyNotification(@CurrentActor() actor: Actor | null, @Param({ schema: inboxParams }) { id }: { id: string }): Promise<UnreadCount> {
    return this.inbox.read(actor, id);
  }

  @Get('notification-settings')
  @Allowed(inboxPolicy.listMyNotificationSettings)
  @Returns(notificationSettings)
  listMyNotificationSettings(@CurrentActor() actor: Actor | null): Promise<NotificationSettings> {
    return this.inbox.settings(actor);
  }

  @Put('notification-settings/:kind')
  @Allowed(inboxPolicy.changeMyNotificationSetting)
  @Returns(notificationSettings)
  changeMyNotificationSetting(
    @CurrentActor() actor: Actor | null,
    @Param({ schema: inboxKindParams }) { kind }: { kind: InboxKind },
    @Body({ schema: changeSetting }) input: ChangeSetting,
  ): Promise<NotificationSettings> {
    return this.inbox.change(actor, kind, input);
  }
}
