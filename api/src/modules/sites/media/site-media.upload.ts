import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import type { Config } from '../../../config.js';
import type { Actor } from '../../../platform/access/permission.js';
import { RateLimits } from '../../../platform/access/rate-limits.js';
import { Clock } from '../../../platform/clock.js';
import { InjectConfig } from '../../../platform/config.token.js';
import { type FileKind, type FileType, kindOfFile } from '../../../platform/files/file-kind.js';
import { Files } from '../../../platform/files/files.js';
import { MAX_PIXELS, pixelsOf } from '../../../platform/files/images.js';
import { receiveUpload, refuseByItsHead, type Upload } from '../../../platform/files/upload.js';
import { problem } from '../../../platform/http/problem.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { siteMediaReceived } from './site-media.events.js';
import { SiteMediaJournal } from './site-media.journal.js';
import { siteMediaPolicy } from './site-media.policy.js';
import * as rows from './site-media.queries.js';
import { firstVisibility, MAX_FILE_BYTES, MAX_MEDIA_PER_SITE } from './site-media.rules.js';
import type { SiteMediaView, UploadQuery } from './site-media.schemas.js';
import { SiteMediaService } from './site-media.service.js';

/** A file arrives: refused at once when its size, its content or its header says so; the slow checks wait in the background. */
@Injectable()
export class SiteMediaUpload {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly limits: RateLimits,
    private readonly files: Files,
    private readonly media: SiteMediaService,
    private readonly journal: SiteMediaJournal,
  ) {}

  async receive(actor: Actor, siteId: string, { visibility }: UploadQuery, request: Request): Promise<SiteMediaView> {
    const { organisation } = await this.media.holding(this.db.manager, actor, siteId, siteMediaPolicy.uploadSiteMedia);
    refuseByItsHead(request, MAX_FILE_BYTES);
    await this.limits.consume('upload-account', actor.accountId);
    const declaredBytes = Number(request.headers['content-length'] ?? 0);
    await this.refuseBeyondLimits(this.db.manager, siteId, organisation.id, Math.min(declaredBytes, MAX_FILE_BYTES));
    const upload = await receiveUpload(request, this.files.incoming, MAX_FILE_BYTES);
    try {
      const { type, kind } = await readKind(upload);
      await this.files.keep(upload);
      return await this.db.transaction(async (tx) => {
        await rows.lockSite(tx, siteId);
        await rows.lockQuota(tx, organisation.id);
        await this.refuseBeyondLimits(tx, siteId, organisation.id, upload.bytes);
        const media = { id: this.ids.next(), siteId, organisationId: organisation.id, kind, type, bytes: upload.bytes };
        const shown = { visibility: firstVisibility(kind, visibility), title: kind === 'document' ? upload.title : null };
        await rows.insertMedia(tx, { ...media, ...shown, sourceName: upload.name }, this.clock.now());
        await this.files.use(tx, upload.name);
        await this.jobs.enqueue(tx, siteMediaReceived, { mediaId: media.id });
        const facts = { type, bytes: upload.bytes, sha256: upload.name, visibility: shown.visibility };
        await this.journal.tell(tx, actor, { ...media, state: 'received' }, 'add', { from: null, to: 'received', facts });
        return this.media.viewOf(tx, actor, media.id);
      });
    } catch (error) {
      await this.files.forget(upload.name);
      throw error;
    } finally {
      await this.files.incoming.discard(upload);
    }
  }

  /** Asked before a byte is read, to spare the person the wait, and again under the lock. */
  private async refuseBeyondLimits(tx: EntityManager, siteId: string, organisationId: string, bytes: number): Promise<void> {
    if ((await rows.countMedia(tx, siteId)) >= MAX_MEDIA_PER_SITE)
      throw problem('too-many-site-media', { facts: { maxFiles: MAX_MEDIA_PER_SITE } });
    const [usedBytes, quotaBytes] = [await rows.bytesUsedBy(tx, organisationId), this.config.files.quotaBytesPerOrganisation];
    if (usedBytes + bytes > quotaBytes) throw problem('storage-quota-full', { facts: { usedBytes, quotaBytes } });
  }
}

/** What its first bytes and its header say. @throws Problem */
export async function readKind({ path }: Upload): Promise<{ type: FileType; kind: FileKind }> {
  const read = await kindOfFile(path);
  if ('found' in read) throw problem('file-type-refused', { facts: { found: read.found } });
  if (read.kind === 'document') return read;
  const pixels = await pixelsOf(path);
  if (pixels === null) throw problem('file-unreadable');
  if (pixels > MAX_PIXELS) throw problem('image-too-many-pixels', { facts: { pixels, maxPixels: MAX_PIXELS } });
  return read;
}
