import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { buffer } from 'node:stream/consumers';
import { createReadStream } from 'node:fs';
import { Clock } from '../../../platform/clock.js';
import { Files } from '../../../platform/files/files.js';
import { makeRenditions, type Rendition } from '../../../platform/files/images.js';
import { findPdfFault } from '../../../platform/files/pdf-check.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { siteMediaReceived } from './site-media.events.js';
import { SiteMediaJournal } from './site-media.journal.js';
import * as rows from './site-media.queries.js';
import type { MediaRow, RenditionRow } from './site-media.queries.js';
import { nextSiteMediaState, type SiteMediaAction, type SiteMediaRefusal } from './site-media.rules.js';

const NIGHT_HOUR_UTC = 4;
const HOUR_MS = 3_600_000;

/** The slow checks of what arrived, in the background. Until they are done nothing is served; what does not pass is let go. */
@Injectable()
export class SiteMediaCheck implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly files: Files,
    private readonly journal: SiteMediaJournal,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(siteMediaReceived, 'check-file', ({ mediaId }) => this.check(mediaId));
    this.jobs.daily('check-late-site-media', NIGHT_HOUR_UTC, () => this.checkAgain());
  }

  /** Harmless twice: each step starts from the state the one before left. */
  async check(mediaId: string): Promise<void> {
    const received = await rows.findMedia(this.db.manager, mediaId);
    if (received?.state === 'received') await this.lookForVirus(received);
    const checked = await rows.findMedia(this.db.manager, mediaId);
    if (checked?.state === 'checked') await (checked.kind === 'photo' ? this.draw(checked) : this.readDocument(checked));
  }

  private async lookForVirus(media: MediaRow): Promise<void> {
    const virus = media.sourceName === null ? null : await this.files.findVirus(media.sourceName);
    if (virus === null) await this.db.transaction((tx) => this.move(tx, media, 'check'));
    else await this.refuse(media, 'virus', { virus });
  }

  /** The file is decoded to its end and drawn again; what was sent, with all it may hide, goes. */
  private async draw(media: MediaRow): Promise<void> {
    await this.files.incoming.withFolder(async (folder) => {
      const source = await this.copyOf(media);
      const made = await makeRenditions(source.path, folder).finally(() => this.files.incoming.discard(source));
      if (made === null) return this.refuse(media, 'unreadable');
      const renditions = await this.keepAll(made);
      await this.db.transaction(async (tx) => {
        if (!(await this.move(tx, media, 'release'))) return;
        await rows.saveRenditions(tx, media.id, renditions);
        for (const { name } of renditions) await this.files.use(tx, name);
        await this.letGoOfSource(
          tx,
          media,
          renditions.reduce((sum, { bytes }) => sum + bytes, 0),
        );
        await rows.saveCover(tx, media.siteId);
      });
      await this.forgetSource(media);
    });
  }

  private async readDocument(media: MediaRow): Promise<void> {
    const source = await this.copyOf(media);
    const bytes = await buffer(createReadStream(source.path)).finally(() => this.files.incoming.discard(source));
    const fault = await findPdfFault(bytes);
    if (fault === null) await this.db.transaction((tx) => this.move(tx, media, 'release'));
    else await this.refuse(media, fault);
  }

  private async keepAll(made: readonly Rendition[]): Promise<RenditionRow[]> {
    const kept: RenditionRow[] = [];
    for (const { path, ...rendition } of made) {
      const copy = await this.files.incoming.write(createReadStream(path));
      await this.files.keep(copy).finally(() => this.files.incoming.discard(copy));
      kept.push({ ...rendition, name: copy.name });
    }
    return kept;
  }

  private async copyOf({ sourceName }: MediaRow) {
    if (sourceName === null) throw new Error('The file as it was sent is gone before its checks');
    return this.files.incoming.write(await this.files.open(sourceName));
  }

  private async refuse(media: MediaRow, refusal: SiteMediaRefusal, facts: Record<string, string> = {}): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (await this.move(tx, media, 'refuse', refusal, facts)) await this.letGoOfSource(tx, media, 0);
    });
    await this.forgetSource(media);
  }

  /** At once: it holds what people do not know they send, or what is dangerous. Should this be cut short, the night does it. */
  private async forgetSource({ sourceName }: MediaRow): Promise<void> {
    if (sourceName !== null) await this.files.forget(sourceName);
  }

  private async letGoOfSource(tx: EntityManager, { id, sourceName }: MediaRow, bytesLeft: number): Promise<void> {
    await rows.dropSource(tx, id, bytesLeft);
    if (sourceName !== null) await this.files.release(tx, sourceName);
  }

  /** @returns false when somebody removed it meanwhile: then there is nothing more to do */
  private async move(
    tx: EntityManager,
    media: MediaRow,
    action: SiteMediaAction,
    refusal?: SiteMediaRefusal,
    facts = {},
  ): Promise<boolean> {
    const to = nextSiteMediaState(media.state, action);
    if (to === null) return false;
    if (!(await rows.moveMedia(tx, media, { to, ...(refusal ? { refusal } : {}), at: this.clock.now() }))) return false;
    await this.journal.tell(tx, null, media, action, { to, why: refusal ?? null, facts });
    return true;
  }

  private async checkAgain(): Promise<void> {
    await this.db.transaction(async (tx) => {
      const late = await rows.mediaWaitingSince(tx, new Date(this.clock.now().getTime() - HOUR_MS));
      for (const mediaId of late) await this.jobs.enqueue(tx, siteMediaReceived, { mediaId }, { key: mediaId });
    });
  }
}
