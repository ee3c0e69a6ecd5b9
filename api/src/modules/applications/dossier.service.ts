import { PassThrough } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ZipFile } from 'yazl';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { downloadName } from '../../platform/files/file-title.js';
import { Files } from '../../platform/files/files.js';
import { currentLanguage } from '../../platform/http/request-context.js';
import { renderPdf } from '../../platform/pdf/render-pdf.js';
import { EXTENSIONS } from './application-files.service.js';
import { findFile } from './application-files.queries.js';
import { asOwnerReads, readerOf, scopeOf } from './application.view.js';
import { applicationsPolicy } from './applications.policy.js';
import type { ApplicationRecord } from './applications.queries.js';
import { ApplicationsService } from './applications.service.js';
import { ReadingBars } from './reading-bars.js';
import { dossierDocument, filesOfDossier } from './dossier.blocks.js';

/** A dossier to keep or to print: alone, or with its documents. Whoever may read it may take it away. */
@Injectable()
export class DossierService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly applications: ApplicationsService,
    private readonly bars: ReadingBars,
  ) {}

  async print(actor: Actor, id: string): Promise<StreamableFile> {
    const application = await this.readable(actor, id);
    const bytes = await this.bytesOf(application);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: attachment(application, 'pdf'), length: bytes.length });
  }

  /** Documents are streamed one after the other: a heavy dossier takes no more memory than a light one. */
  async pack(actor: Actor, id: string): Promise<StreamableFile> {
    const application = await this.readable(actor, id);
    const zip = new ZipFile();
    const mtime = this.clock.now();
    zip.addBuffer(await this.bytesOf(application), `${nameOf(application)}.pdf`, { mtime });
    await this.addDocuments(zip, application, 'pieces');
    zip.end();
    const stream = zip.outputStream.pipe(new PassThrough());
    zip.on('error', (error: Error) => stream.destroy(error));
    return new StreamableFile(stream, { type: 'application/zip', disposition: attachment(application, 'zip') });
  }

  /** For whoever was found to read it. */
  async bytesOf(application: ApplicationRecord): Promise<Buffer> {
    return renderPdf(dossierDocument(application, currentLanguage()));
  }

  /** @returns each document's place in the archive and its SHA-256 */
  async addDocuments(zip: ZipFile, application: ApplicationRecord, folder: string): Promise<{ path: string; sha256: string }[]> {
    const mtime = this.clock.now();
    const added: { path: string; sha256: string }[] = [];
    let rank = 0;
    for (const { id: fileId, title, state } of filesOfDossier(application)) {
      const file = state === 'ready' ? await findFile(this.db.manager, fileId) : null;
      if (file === null) continue;
      rank += 1;
      const name = downloadName(title, 'piece', EXTENSIONS[file.type] ?? 'bin');
      // Compressed already: what is a picture or a PDF gains nothing.
      const options = { mtime, compress: false, size: file.bytes };
      const path = `${folder}/${String(rank).padStart(2, '0')}-${name}`;
      added.push({ path, sha256: file.sourceName });
      zip.addReadStreamLazy(path, options, (take) => {
        this.files.open(file.sourceName).then(
          (stream) => take(null, stream),
          (error: unknown) => take(error as Error, undefined as never),
        );
      });
    }
    return added;
  }

  private async readable(actor: Actor, id: string): Promise<ApplicationRecord> {
    const application = await this.applications.find(this.db.manager, id);
    const reader = readerOf(actor, application, this.clock.now());
    if (reader === null) authorise(applicationsPolicy.printDossier, actor, scopeOf(application));
    if (reader !== 'owner') return application;
    await this.bars.refuse(this.db.manager, actor, id);
    return asOwnerReads(application, this.clock.now());
  }
}

function nameOf({ number }: ApplicationRecord): string {
  return number === null ? 'candidature-brouillon' : `candidature-${number}`;
}

function attachment(application: ApplicationRecord, extension: string): string {
  return `attachment; filename="${nameOf(application)}.${extension}"`;
}
