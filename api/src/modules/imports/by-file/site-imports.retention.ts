import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Files } from '../../../platform/files/files.js';
import { PersonalData } from '../../../platform/privacy/personal-data.js';
import { Retention } from '../../../platform/privacy/retention.js';
import { forgetFileOf, importsToForget, myImports, untieImports } from './site-imports.queries.js';

/** Files hold what people typed, sometimes about people: they go after their term, the drafts stay. */
@Injectable()
export class SiteImportsRetention implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly files: Files,
    private readonly retention: Retention,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.retention.appliedBy('site_import_file', (before) => this.forget(before));
    this.personalData.register({
      name: 'site-imports',
      says: { fr: 'les fichiers de lieux que vous avez envoyés', en: 'the files of places you sent' },
      holds: ['site_import.account_id'],
      export: async (db, accountId) => ({ imports: await myImports(db, accountId) }),
      erase: untieImports,
    });
  }

  private async forget(before: Date): Promise<number> {
    const old = await importsToForget(this.db.manager, before);
    for (const { id, fileName } of old) {
      await this.db.transaction(async (tx) => {
        await forgetFileOf(tx, id);
        await this.files.release(tx, fileName);
      });
    }
    return old.length;
  }
}
