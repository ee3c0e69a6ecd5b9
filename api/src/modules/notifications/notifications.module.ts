import { Module, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '../../platform/mail/mail-templates.js';
import { SitesModule } from '../sites/sites.module.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { Feeds } from './feeds/feeds.service.js';
import { FollowLinks } from './follow-links.js';
import { FollowManagement } from './follow-management.service.js';
import { FollowTokens } from './follow-token.js';
import { FollowedThings } from './followed-things.js';
import { FollowsController } from './follows.controller.js';
import { alreadyFollowed, followToConfirm } from './follows.mails.js';
import { FollowsPages } from './follows.pages.js';
import { FollowsPersonalData } from './follows.personal-data.js';
import { FollowsService } from './follows.service.js';
import { MyFollowsController } from './my-follows.controller.js';
import { Subscribers } from './subscribers.js';
import { Digests } from './telling/digests.js';
import { NewsFinder } from './telling/news.js';
import { followNews } from './telling/news.mail.js';
import { Teller } from './telling/teller.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { MergedPlaces } from './watch/merged-places.js';
import { CallNewsWriter } from './watch/call-news.js';
import { Watch } from './watch/watch.js';

@Module({
  imports: [SitesModule],
  controllers: [FollowsController, MyFollowsController, UnsubscribeController, FeedsController],
  providers: [
    ...[FollowTokens, FollowLinks, FollowedThings, Subscribers, FollowsService, FollowManagement],
    ...[Watch, MergedPlaces, CallNewsWriter, NewsFinder, Teller, Digests, Feeds, FollowsPages, FollowsPersonalData],
  ],
})
export class NotificationsModule implements OnModuleInit {
  constructor(private readonly templates: MailTemplates) {}

  onModuleInit(): void {
    this.templates.register(followToConfirm, alreadyFollowed, followNews);
  }
}
