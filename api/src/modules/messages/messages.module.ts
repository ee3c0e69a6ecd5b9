import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { InboxModule } from '../inbox/inbox.module.js';
import { MessageFilesService } from './message-files.service.js';
import { MessagesController } from './messages.controller.js';
import { MessagesPersonalData } from './messages.personal-data.js';
import { MessagesService } from './messages.service.js';

@Module({
  imports: [ApplicationsModule, InboxModule],
  controllers: [MessagesController],
  providers: [MessagesService, MessageFilesService, MessagesPersonalData],
})
export class MessagesModule {}
