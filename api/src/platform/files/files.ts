import { Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { Config } from '../../config.js';
import { Clock } from '../clock.js';
import { InjectConfig } from '../config.token.js';
import { Jobs } from '../jobs/jobs.js';
import { findVirus } from './clamd.js';
import { FILE_STORE, type FileName, type FileStore } from './file-store.js';
import { findUnused, forgetFile, markUnused, markUsed, registerFile } from './files.queries.js';
import { type Incoming, IncomingFolder } from './incoming.js';

const SWEEP_HOUR_UTC = 3;
const DAY_MS = 86_400_000;
const FOREIGN_KEY = '23503';

/**
 * Bytes kept under the hash of their content. A module refers to a name by a foreign key to `stored_file`, inside its own
 * transaction: no name without bytes, no bytes that nobody will ever remove (docs/adr/0050).
 */
@Injectable()
export class Files implements OnModuleInit {
  constructor(
    @Inject(FILE_STORE) private readonly store: FileStore,
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    readonly incoming: IncomingFolder,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('sweep-files', SWEEP_HOUR_UTC, async () => {
      const yesterday = new Date(this.clock.now().getTime() - DAY_MS);
      await this.sweep(yesterday);
      await this.incoming.sweep(yesterday);
    });
  }

  /** Keeps the bytes of a file of this machine; unless {@link use} is called within a day, they go again. */
  async keep({ path, name, bytes }: Incoming): Promise<void> {
    await this.db.transaction((tx) => registerFile(tx, name, bytes, this.clock.now()));
    if (!(await this.store.has(name))) await this.store.put(name, path, bytes);
  }

  /** In the transaction that begins to refer to the name. */
  async use(tx: EntityManager, name: FileName): Promise<void> {
    await markUsed(tx, name);
  }

  /** In the transaction that ends to refer to it. Others may still: the night's sweep asks the database. */
  async release(tx: EntityManager, name: FileName): Promise<void> {
    await markUnused(tx, name, this.clock.now());
  }

  /**
   * Removes bytes at once when nothing refers to them: what must not stay until the night. Someone who sends the same content in the
   * same second may be refused by the foreign key, and sends it again.
   */
  async forget(name: FileName): Promise<void> {
    await this.removeUnused(name, new Date(this.clock.now().getTime() + 1));
  }

  open(name: FileName): Promise<Readable> {
    return this.store.open(name);
  }

  /** Name of the virus the file carries; null = none found, or no antivirus is configured. @throws Error when it cannot be asked */
  async findVirus(name: FileName): Promise<string | null> {
    return this.config.files.clamd === null ? null : findVirus(this.config.files.clamd, await this.store.open(name));
  }

  /** Removes what nothing refers to since then. @returns how many */
  async sweep(before: Date): Promise<number> {
    let removed = 0;
    for (const name of await findUnused(this.db.manager, before)) removed += await this.removeUnused(name, before);
    return removed;
  }

  /** The row is locked until the bytes are gone: whoever keeps the same content meanwhile waits, then writes it anew. */
  private async removeUnused(name: FileName, before: Date): Promise<number> {
    try {
      return await this.db.transaction(async (tx) => {
        if (!(await forgetFile(tx, name, before))) return 0;
        await this.store.remove(name);
        return 1;
      });
    } catch (error) {
      if (!(error instanceof QueryFailedError) || (error.driverError as { code?: string }).code !== FOREIGN_KEY) throw error;
      await this.db.transaction((tx) => markUsed(tx, name));
      return 0;
    }
  }
}
