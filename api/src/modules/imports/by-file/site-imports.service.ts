import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import type { Actor, Permission } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { Files } from '../../../platform/files/files.js';
import { receiveUpload, type Upload } from '../../../platform/files/upload.js';
import { Problem, problem } from '../../../platform/http/problem.js';
import { currentLanguage } from '../../../platform/http/request-context.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { refusedByItsBytes } from '../reading/tables/table.reader.js';
import { TABLE_LIMITS } from '../reading/tables/table.types.js';
import { dependantsOf } from './places.queries.js';
import { MAX_OPEN_IMPORTS, nextImportState, type SiteImportAction, type SiteImportState } from './site-import.rules.js';
import { siteImportToCommit, siteImportToRead, siteImportToUndo } from './site-imports.events.js';
import { SiteImportsJournal } from './site-imports.journal.js';
import { siteImportsPolicy } from './site-imports.policy.js';
import * as rows from './site-import-rows.queries.js';
import * as imports from './site-imports.queries.js';
import type { ImportRecord } from './site-imports.queries.js';
import { SiteImportsRows } from './site-imports.rows.js';
import type { ChangeSiteImport, ImportSettings, SiteImportView } from './site-imports.schemas.js';

/** Files of places: sent, understood with the help of people, then made into drafts of their organisation, and undone as a whole. */
@Injectable()
export class SiteImportsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly files: Files,
    private readonly journal: SiteImportsJournal,
    private readonly rowsOf: SiteImportsRows,
  ) {}

  async upload(actor: Actor, organisationId: string, request: Request): Promise<SiteImportView> {
    authorise(siteImportsPolicy.uploadSiteImport, actor, { organisationId });
    await this.refuseTooMany(this.db.manager, organisationId);
    const upload = await this.receive(request);
    try {
      const found = await refusedByItsBytes(upload.path);
      if (found !== null) throw problem('import-type-refused', { facts: { found } });
      await this.files.keep(upload);
      return await this.db.transaction(async (tx) => {
        await this.refuseTooMany(tx, organisationId);
        const id = this.ids.next();
        const title = upload.title ?? (currentLanguage() === 'fr' ? 'Fichier sans nom' : 'Unnamed file');
        const { accountId } = actor;
        await imports.insertImport(tx, {
          id,
          organisationId,
          accountId,
          title,
          fileName: upload.name,
          bytes: upload.bytes,
          at: this.clock.now(),
        });
        await this.files.use(tx, upload.name);
        const record = await this.find(tx, id);
        if (record.organisation.kind !== 'public_owner') throw problem('public-owners-only');
        await this.jobs.enqueue(tx, siteImportToRead, { importId: id });
        await this.journal.tell(tx, actor, record, 'send', 'reading', { sha256: upload.name, bytes: upload.bytes });
        return this.rowsOf.viewOf(tx, actor, record);
      });
    } finally {
      await this.files.incoming.discard(upload);
    }
  }

  /** Another sheet or another line of headings has other columns: they are proposed anew. */
  async change(actor: Actor, id: string, { version, ...changed }: ChangeSiteImport): Promise<SiteImportView> {
    return this.act(actor, id, siteImportsPolicy.changeSiteImport, 'change', version, async (tx, record) => {
      const before = record.settings as ImportSettings;
      const isOther = (key: 'sheet' | 'headerLine') => changed[key] !== undefined && changed[key] !== before[key];
      const settings: Partial<ImportSettings> = isOther('sheet')
        ? { sheet: changed.sheet ?? null }
        : isOther('headerLine')
          ? { sheet: before.sheet, headerLine: changed.headerLine ?? null }
          : { ...before, ...(changed as Partial<ImportSettings>) };
      await this.rowsOf.remember(tx, record, settings, this.clock.now());
      await this.jobs.enqueue(tx, siteImportToRead, { importId: id });
      return { settings };
    });
  }

  async commit(actor: Actor, id: string, version: number): Promise<SiteImportView> {
    return this.act(actor, id, siteImportsPolicy.commitSiteImport, 'commit', version, async (tx, record) => {
      const { created = 0, updated = 0 } = record.totals ?? {};
      if (created + updated === 0) throw problem('site-import-empty');
      await this.jobs.enqueue(tx, siteImportToCommit, { importId: id });
      return { committedAt: this.clock.now() };
    });
  }

  async undo(actor: Actor, id: string, version: number): Promise<SiteImportView> {
    return this.act(actor, id, siteImportsPolicy.undoSiteImport, 'undo', version, async (tx, record) => {
      if (record.fileName === null) throw problem('site-import-forgotten');
      const touched = await dependantsOf(tx, id);
      if (touched.count > 0) throw problem('site-import-has-dependants', { facts: { count: touched.count, places: touched.names } });
      await this.jobs.enqueue(tx, siteImportToUndo, { importId: id });
      return {};
    });
  }

  async drop(actor: Actor, id: string, version: number): Promise<SiteImportView> {
    return this.act(actor, id, siteImportsPolicy.dropSiteImport, 'drop', version, async (tx, record) => {
      if (record.state !== 'reading') await rows.clearRows(tx, id);
      return {};
    });
  }

  /** One act on an import: whoever comes second is told that it changed. */
  private async act(
    actor: Actor,
    id: string,
    line: Permission,
    action: SiteImportAction,
    version: number,
    work: (tx: EntityManager, record: ImportRecord) => Promise<imports.ImportChange>,
  ): Promise<SiteImportView> {
    return this.db.transaction(async (tx) => {
      const record = await imports.lockImport(tx, id);
      if (record === null) throw problem('not-found');
      authorise(line, actor, { organisationId: record.organisation.id });
      const to = whereTo(record, action);
      if (record.version !== version) throw problem('changed-meanwhile', { facts: { version: record.version, state: record.state } });
      const change = await work(tx, record);
      if (!(await imports.saveImport(tx, record, { ...change, state: to }, this.clock.now()))) throw problem('changed-meanwhile');
      await this.journal.tell(tx, actor, record, action, to);
      return this.rowsOf.viewOf(tx, actor, await this.find(tx, id));
    });
  }

  private async receive(request: Request): Promise<Upload> {
    try {
      return await receiveUpload(request, this.files.incoming, TABLE_LIMITS.fileBytes);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'file-too-large') throw error;
      throw problem('import-file-too-large', error.details);
    }
  }

  private async refuseTooMany(tx: EntityManager, organisationId: string): Promise<void> {
    if ((await imports.countOpenImports(tx, organisationId)) >= MAX_OPEN_IMPORTS)
      throw problem('too-many-site-imports', { facts: { maxImports: MAX_OPEN_IMPORTS } });
  }

  private async find(tx: EntityManager, id: string): Promise<ImportRecord> {
    const record = await imports.findImport(tx, id);
    if (record === null) throw problem('not-found');
    return record;
  }
}

function whereTo({ state }: ImportRecord, action: SiteImportAction): SiteImportState {
  const to = nextImportState(state, action);
  if (to === null) throw problem('site-import-state-forbids', { facts: { state } });
  return to;
}
