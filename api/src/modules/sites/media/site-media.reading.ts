import { Injectable, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { DataSource } from 'typeorm';
import { downloadName } from '../../../platform/files/file-title.js';
import { Files } from '../../../platform/files/files.js';
import { type ServedFile, serveFile } from '../../../platform/files/serve-file.js';
import { type Signature, SignedLinks } from '../../../platform/files/signed-links.js';
import { problem } from '../../../platform/http/problem.js';
import { findMedia, type MediaRow } from './site-media.queries.js';
import { isMediaSeenByAll } from './site-media.rules.js';
import type { FileParams } from './site-media.schemas.js';
import { DOCUMENT_FILE, pathOfFile } from './site-media.view.js';

/** Gives the bytes of one photo or document: to everyone when it is public, else to whoever holds a link we signed. */
@Injectable()
export class SiteMediaReading {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly files: Files,
    private readonly links: SignedLinks,
  ) {}

  async read({ id, file }: FileParams, signature: Signature, request: Request, response: Response): Promise<StreamableFile | undefined> {
    const media = await findMedia(this.db.manager, id);
    const asked = media === null || media.releasedAt === null ? null : fileOf(media, file);
    if (media === null || asked === null || !isStillThere(media)) throw problem('not-found');
    const isPrivate = !isMediaSeenByAll(media, media.siteSeenByAll);
    const link = isPrivate ? this.links.check(pathOfFile(id, file), signature) : 'valid';
    if (link === 'expired') throw problem('file-link-expired');
    if (link === 'unsigned') throw problem('not-found');
    return serveFile(request, response, { ...asked, isPrivate }, (name) => this.files.open(name));
  }
}

/** What was removed is still shown to those who may bring it back, by a signed link; a document is no longer given out. */
function isStillThere({ state, kind }: MediaRow): boolean {
  return state === 'available' || (state === 'removed' && kind === 'photo');
}

function fileOf(media: MediaRow, file: string): Omit<ServedFile, 'isPrivate'> | null {
  if (file === DOCUMENT_FILE) {
    const { kind, sourceName, bytes, title } = media;
    if (kind !== 'document' || sourceName === null) return null;
    const fileName = downloadName(title, 'document', 'pdf');
    return { name: sourceName, type: 'application/pdf', bytes, fileName, disposition: 'attachment' };
  }
  const found = media.renditions.find(({ format, widthPx }) => file === `${widthPx}.${format}`);
  if (found === undefined) return null;
  const { name, bytes, format } = found;
  const fileName = downloadName(media.title, 'photo', format === 'jpeg' ? 'jpg' : format);
  return { name, type: `image/${format}`, bytes, fileName, disposition: 'inline' };
}
