import { Module, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '../../platform/mail/mail-templates.js';
import { Inbox } from './inbox.js';
import { InboxController } from './inbox.controller.js';
import { InboxLetters } from './inbox-letters.js';
import { InboxLinks } from './inbox-links.js';
import { inboxNews } from './inbox.mails.js';
import { InboxPages } from './inbox.pages.js';
import { InboxPersonalData } from './inbox.personal-data.js';
import { InboxStopController } from './inbox-stop.controller.js';
import { MyInbox } from './my-inbox.service.js';

@Module({
  controllers: [InboxController, InboxStopController],
  providers: [Inbox, InboxLinks, InboxLetters, MyInbox, InboxPages, InboxPersonalData],
  exports: [Inbox],
})
export class InboxModule implements OnModuleInit {
  constructor(private readonly templates: MailTemplates) {}

  onModuleInit(): void {
    this.templates.register(inboxNews);
  }
}
