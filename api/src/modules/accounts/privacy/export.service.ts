import { PassThrough } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { ZipFile } from 'yazl';
import { authorise } from '../../../platform/access/authorise.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { PersonalData } from '../../../platform/privacy/personal-data.js';
import { accountPrivacyPolicy } from './account-privacy.policy.js';
import { readmes } from './export.readme.js';

interface ExportedFile {
  readonly path: string;
  readonly content: string;
}

/** All parts of the registry, read at one instant, in one archive (GDPR, articles 15 and 20). */
@Injectable()
export class ExportService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  async exportMine(actor: Actor | null): Promise<StreamableFile> {
    authorise(accountPrivacyPolicy.exportMyData, actor, { accountId: actor?.accountId ?? null });
    const files = await this.db.transaction('REPEATABLE READ', (tx) => this.read(tx, actor!.accountId));
    const day = this.clock.now().toISOString().slice(0, 10);
    return new StreamableFile(this.archive([...readmes(this.personalData.all(), day), ...files]), {
      type: 'application/zip',
      disposition: `attachment; filename="terrain-dentente-${day}.zip"`,
    });
  }

  private async read(tx: EntityManager, accountId: string): Promise<ExportedFile[]> {
    const files: ExportedFile[] = [];
    for (const part of this.personalData.all()) {
      files.push({ path: `${part.name}.json`, content: `${JSON.stringify(await part.export(tx, accountId), null, 2)}\n` });
    }
    return files;
  }

  private archive(files: readonly ExportedFile[]): PassThrough {
    const zip = new ZipFile();
    for (const { path, content } of files) zip.addBuffer(Buffer.from(content), path, { mtime: this.clock.now() });
    zip.end();
    return zip.outputStream.pipe(new PassThrough());
  }
}
