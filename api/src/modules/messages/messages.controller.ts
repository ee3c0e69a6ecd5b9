import { Body, Controller, Get, Param, Post, Put, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { TakesFile } from '../../platform/http/uploads.js';
import { MessageFilesService } from './message-files.service.js';
import { messagesPolicy } from './messages.policy.js';
import {
  closeMessages,
  type CloseMessages,
  messageFile,
  type MessageFile,
  messageFileParams,
  readMessages,
  type ReadMessages,
  sendMessage,
  type SendMessage,
  thread,
  threadParams,
  threadSearch,
  type ThreadSearch,
  type ThreadView,
  unreadMessages,
  type UnreadMessages,
} from './messages.schemas.js';
import { MessagesService } from './messages.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('messages')
@Controller('applications/:id')
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly files: MessageFilesService,
  ) {}

  @Get('messages')
  @Allowed(messagesPolicy.listMessages)
  @Returns(thread)
  listMessages(
    @CurrentActor() actor: Actor,
    @Param({ schema: threadParams }) { id }: ById,
    @Query({ schema: threadSearch }) search: ThreadSearch,
  ): Promise<ThreadView> {
    return this.messages.list(actor, id, search);
  }

  @Post('messages')
  @Allowed(messagesPolicy.sendMessage)
  @Returns(thread, { status: 201, description: 'Sent; the other side is told' })
  sendMessage(
    @CurrentActor() actor: Actor,
    @Param({ schema: threadParams }) { id }: ById,
    @Body({ schema: sendMessage }) input: SendMessage,
  ): Promise<ThreadView> {
    return this.messages.send(actor, id, input);
  }

  @Post('messages/read')
  @Allowed(messagesPolicy.readMessages)
  @Returns(unreadMessages)
  readMessages(
    @CurrentActor() actor: Actor,
    @Param({ schema: threadParams }) { id }: ById,
    @Body({ schema: readMessages }) input: ReadMessages,
  ): Promise<UnreadMessages> {
    return this.messages.read(actor, id, input);
  }

  @Put('messages/closing')
  @Allowed(messagesPolicy.closeMessages)
  @Returns(thread)
  closeMessages(
    @CurrentActor() actor: Actor,
    @Param({ schema: threadParams }) { id }: ById,
    @Body({ schema: closeMessages }) input: CloseMessages,
  ): Promise<ThreadView> {
    return this.messages.close(actor, id, input);
  }

  @Post('message-files')
  @Allowed(messagesPolicy.uploadMessageFile)
  @TakesFile()
  @Returns(messageFile, { status: 201, description: 'Received; its checks follow in the background' })
  uploadMessageFile(
    @CurrentActor() actor: Actor,
    @Param({ schema: threadParams }) { id }: ById,
    @Req() request: Request,
  ): Promise<MessageFile> {
    return this.files.receive(actor, id, request);
  }

  @Get('message-files/:fileId')
  @Allowed(messagesPolicy.readMessageFile)
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png', 'image/webp')
  readMessageFile(
    @CurrentActor() actor: Actor,
    @Param({ schema: messageFileParams }) { id, fileId }: ById & { readonly fileId: string },
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    return this.files.read(actor, id, fileId, request, response);
  }
}
