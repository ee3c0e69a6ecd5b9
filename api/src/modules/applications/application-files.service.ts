import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { Injectable, type OnModuleInit, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
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
import { whyNotWrite } from './application.rules.js';
import { answersCorrection, asOwnerReads, readerOf, scopeOf, targetOf } from './application.view.js';
import { applicationFileReceived } from './applications.events.js';
import { filesWaitingSince, findFile, forgetLooseFiles, insertFile, judgeFile } from './application-files.queries.js';
import { ApplicationPost } from './application-post.js';
import { ApplicationSpace } from './application-space.service.js';
import type { ApplicationRecord } from './applications.queries.js';
import { applicationsPolicy } from './applications.policy.js';
import type { ApplicationFile } from './applications.schemas.js';
import { ApplicationsService } from './applications.service.js';
import { ReadingBars } from './reading-bars.js';

const MAX_FILE_BYTES = 20_000_000;
const FILES_AT_MOST = 60;
const NIGHT_HOUR_UTC = 4;
const HOUR_MS = 3_600_000;
export const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/** Documents attached to a file: told by their content, checked in the background, given only to those who read the file. */
@Injectable()
export class ApplicationFilesService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly limits: RateLimits,
    private readonly files: Files,
    private readonly applications: ApplicationsService,
    private readonly post: ApplicationPost,
    private readonly bars: ReadingBars,
    private readonly space: ApplicationSpace,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(applicationFileReceived, 'check', ({ fileId }) => this.check(fileId));
    this.jobs.daily('check-late-application-files', NIGHT_HOUR_UTC, () => this.checkAgain());
  }

  async receive(actor: Actor, id: string, request: Request): Promise<ApplicationFile> {
    const asked = await this.refuse(this.db.manager, actor, id);
    // What the owner asked to correct is received, whatever space is left.
    if (!answersCorrection(asked)) await this.space.refuse(this.db.manager, asked.organisation.id, 1);
    refuseByItsHead(request, MAX_FILE_BYTES);
    await this.limits.consume('upload-account', actor.accountId);
    const upload = await receiveUpload(request, this.files.incoming, MAX_FILE_BYTES);
    try {
      const read = await kindOfFile(upload.path);
      if ('found' in read) throw problem('file-type-refused', { facts: { found: read.found } });
      await this.files.keep(upload);
      return await this.db.transaction(async (tx) => {
        const application = await this.refuse(tx, actor, id);
        if (!answersCorrection(application)) await this.space.take(tx, application.organisation.id, upload.bytes);
        const at = this.clock.now();
        const file = { id: this.ids.next(), title: upload.title, type: read.type, bytes: upload.bytes };
        await insertFile(tx, { ...file, applicationId: id, accountId: actor.accountId, sourceName: upload.name, at });
        await this.files.use(tx, upload.name);
        await this.jobs.enqueue(tx, applicationFileReceived, { fileId: file.id });
        return { ...file, state: 'received', refusal: null, at: at.toISOString() };
      });
    } finally {
      await this.files.incoming.discard(upload);
    }
  }

  async read(actor: Actor, id: string, fileId: string, request: Request, response: Response): Promise<StreamableFile | undefined> {
    const application = await this.applications.find(this.db.manager, id);
    const reader = readerOf(actor, application, this.clock.now());
    if (reader === null) authorise(applicationsPolicy.readApplicationFile, actor, scopeOf(application));
    if (reader === 'owner') await this.bars.refuse(this.db.manager, actor, id);
    return this.serve(application, fileId, { onlyFiled: reader === 'owner' }, request, response);
  }

  /** To whoever was found to read the file. */
  async serve(
    application: ApplicationRecord,
    fileId: string,
    { onlyFiled }: { readonly onlyFiled: boolean },
    request: Request,
    response: Response,
  ): Promise<StreamableFile | undefined> {
    const isFiled = asOwnerReads(application, this.clock.now()).lastFiling?.content.files.some((file) => file.id === fileId) ?? false;
    const file = await findFile(this.db.manager, fileId);
    if (file === null || file.applicationId !== application.id || file.state === 'refused' || (onlyFiled && !isFiled))
      throw problem('not-found');
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

  /** Harmless twice: a file that was judged stays so. */
  private async check(fileId: string): Promise<void> {
    const file = await findFile(this.db.manager, fileId);
    if (file?.state !== 'received') return;
    const refusal = (await this.files.findVirus(file.sourceName)) === null ? await this.faultIn(file) : 'virus';
    await this.db.transaction(async (tx) => {
      if ((await judgeFile(tx, fileId, refusal)) && refusal !== null) await this.post.fileRefused(tx, fileId);
    });
  }

  /** The antivirus was away for hours, or the task was lost: nobody opens these files until they are checked. */
  async checkAgain(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const late = await filesWaitingSince(tx, new Date(this.clock.now().getTime() - HOUR_MS));
      for (const fileId of late) await this.jobs.enqueue(tx, applicationFileReceived, { fileId }, { key: fileId });
    });
  }

  /** A document that no answer names, nor a filing, goes again. */
  async forgetLoose(before: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      const names = await forgetLooseFiles(tx, before);
      for (const name of names) await this.files.release(tx, name);
      return names.length;
    });
  }

  private async faultIn({ type, sourceName }: { readonly type: string; readonly sourceName: string }) {
    if (type !== 'application/pdf') return null;
    const copy = await this.files.incoming.write(await this.files.open(sourceName));
    return findPdfFault(await buffer(createReadStream(copy.path)).finally(() => this.files.incoming.discard(copy)));
  }

  private async refuse(tx: EntityManager, actor: Actor, id: string): Promise<ApplicationRecord> {
    const application = await this.applications.read(tx, actor, id, applicationsPolicy.uploadApplicationFile);
    const why = whyNotWrite(application.state, targetOf(application), this.clock.now());
    if (why !== null) throw problem(why, { facts: { state: application.state } });
    if (application.files.length >= FILES_AT_MOST) throw problem('too-many-files', { facts: { max: FILES_AT_MOST } });
    return application;
  }
}
