import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { Injectable, type OnModuleInit, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { RateLimits } from '../../platform/access/rate-limits.js';
import { Clock } from '../../platform/clock.js';
import { kindOfFile } from '../../platform/files/file-kind.js';
import { downloadName } from '../../platform/files/file-title.js';
import { Files } from '../../platform/files/files.js';
import { findPdfFault } from '../../platform/files/pdf-check.js';
import { serveFile } from '../../platform/files/serve-file.js';
import { receiveUpload, refuseByItsHead } from '../../platform/files/upload.js';
import { problem } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ApplicationSpace } from '../applications/application-space.service.js';
import { EXTENSIONS } from '../applications/application-files.service.js';
import { whyNotWriteMessage } from './message.rules.js';
import * as rows from './message-files.queries.js';
import { messageFileReceived } from './messages.events.js';
import { messagesPolicy } from './messages.policy.js';
import { FILES_OF_A_THREAD, type MessageFile } from './messages.schemas.js';
import { MessagesService } from './messages.service.js';

const MAX_FILE_BYTES = 20_000_000;
const NIGHT_HOUR_UTC = 4;
const HOUR_MS = 3_600_000;

/** Documents that go with messages: the same checks as those of a file, opened by both sides and by nobody else. */
@Injectable()
export class MessageFilesService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly limits: RateLimits,
    private readonly files: Files,
    private readonly messages: MessagesService,
    private readonly space: ApplicationSpace,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(messageFileReceived, 'check', ({ fileId }) => this.check(fileId));
    this.jobs.daily('check-late-message-files', NIGHT_HOUR_UTC, () => this.checkAgain());
  }

  async receive(actor: Actor, id: string, request: Request): Promise<MessageFile> {
    await this.space.refuse(this.db.manager, await this.refuse(this.db.manager, actor, id), 1);
    refuseByItsHead(request, MAX_FILE_BYTES);
    await this.limits.consume('upload-account', actor.accountId);
    const upload = await receiveUpload(request, this.files.incoming, MAX_FILE_BYTES);
    try {
      const read = await kindOfFile(upload.path);
      if ('found' in read) throw problem('file-type-refused', { facts: { found: read.found } });
      await this.files.keep(upload);
      return await this.db.transaction(async (tx) => {
        await this.space.take(tx, await this.refuse(tx, actor, id), upload.bytes);
        const at = this.clock.now();
        const file = { id: this.ids.next(), title: upload.title, type: read.type, bytes: upload.bytes };
        await rows.insertMessageFile(tx, { ...file, applicationId: id, accountId: actor.accountId, sourceName: upload.name, at });
        await this.files.use(tx, upload.name);
        await this.jobs.enqueue(tx, messageFileReceived, { fileId: file.id });
        return { ...file, state: 'received', refusal: null, at: at.toISOString() };
      });
    } finally {
      await this.files.incoming.discard(upload);
    }
  }

  /** Before the message leaves, only by whoever sent it. */
  async read(actor: Actor, id: string, fileId: string, request: Request, response: Response): Promise<StreamableFile | undefined> {
    await this.messages.stand(this.db.manager, actor, id, messagesPolicy.readMessageFile);
    const file = await rows.findMessageFile(this.db.manager, fileId);
    const isLoose = file?.messageId === null && file.accountId !== actor.accountId;
    if (file === null || file.applicationId !== id || file.state === 'refused' || isLoose) throw problem('not-found');
    if (file.state === 'received') throw problem('file-being-checked');
    const served = {
      name: file.sourceName,
      type: file.type,
      bytes: file.bytes,
      fileName: downloadName(file.title, 'piece', EXTENSIONS[file.type] ?? 'bin'),
      disposition: 'attachment' as const,
      isPrivate: true,
    };
    return serveFile(request, response, served, (name) => this.files.open(name));
  }

  /** A document that no message came with within a day goes again. */
  async forgetLoose(before: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      const names = await rows.forgetLooseFiles(tx, before);
      for (const name of names) await this.files.release(tx, name);
      return names.length;
    });
  }

  /** Harmless twice: a file that was judged stays so. */
  private async check(fileId: string): Promise<void> {
    const file = await rows.findMessageFile(this.db.manager, fileId);
    if (file?.state !== 'received') return;
    const refusal = (await this.files.findVirus(file.sourceName)) === null ? await this.faultIn(file) : 'virus';
    await this.db.transaction((tx) => rows.judgeMessageFile(tx, fileId, refusal));
  }

  private async checkAgain(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const late = await rows.messageFilesWaitingSince(tx, new Date(this.clock.now().getTime() - HOUR_MS));
      for (const fileId of late) await this.jobs.enqueue(tx, messageFileReceived, { fileId }, { key: fileId });
    });
  }

  private async faultIn({ type, sourceName }: { readonly type: string; readonly sourceName: string }) {
    if (type !== 'application/pdf') return null;
    const copy = await this.files.incoming.write(await this.files.open(sourceName));
    return findPdfFault(await buffer(createReadStream(copy.path)).finally(() => this.files.incoming.discard(copy)));
  }

  /** @returns the organisation in whose name it is sent, whose space it takes */
  private async refuse(tx: EntityManager, actor: Actor, id: string): Promise<string> {
    const { application, side, thread } = await this.messages.stand(tx, actor, id, messagesPolicy.uploadMessageFile);
    const why = whyNotWriteMessage(thread);
    if (why !== null) throw problem(why);
    if ((await rows.countMessageFiles(tx, id)) >= FILES_OF_A_THREAD) throw problem('too-many-files', { facts: { max: FILES_OF_A_THREAD } });
    return (side === 'applicant' ? application.organisation : application.owner).id;
  }
}
