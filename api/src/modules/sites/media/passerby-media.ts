import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { Files } from '../../../platform/files/files.js';
import { SignedLinks } from '../../../platform/files/signed-links.js';
import { receiveUpload } from '../../../platform/files/upload.js';
import { problem } from '../../../platform/http/problem.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { siteMediaReceived } from './site-media.events.js';
import { SiteMediaJournal } from './site-media.journal.js';
import * as rows from './site-media.queries.js';
import type { MediaRow } from './site-media.queries.js';
import { MAX_FILE_BYTES, MAX_MEDIA_PER_SITE, MAX_PASSERBY_PHOTOS_WAITING, nextSiteMediaState } from './site-media.rules.js';
import type { SiteMediaView } from './site-media.schemas.js';
import { readKind } from './site-media.upload.js';
import { shownPictures } from './site-media.view.js';

export type PasserbyPhoto = Pick<SiteMediaView, 'id' | 'state' | 'visibility' | 'alt' | 'pictures'>;

/** Photos sent by people without an account: the same checks, private until somebody who answers for the place has looked at them. */
@Injectable()
export class PasserbyMedia {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly files: Files,
    private readonly links: SignedLinks,
    private readonly journal: SiteMediaJournal,
  ) {}

  /** @param settle in the same transaction, what the photo comes with */
  async receive(siteId: string, request: Request, settle: (tx: EntityManager, mediaId: string) => Promise<void>): Promise<void> {
    await refuseBeyondLimits(this.db.manager, siteId);
    const upload = await receiveUpload(request, this.files.incoming, MAX_FILE_BYTES);
    try {
      const { type, kind } = await readKind(upload);
      if (kind !== 'photo') throw problem('file-type-refused', { facts: { found: type } });
      await this.files.keep(upload);
      await this.db.transaction(async (tx) => {
        await rows.lockSite(tx, siteId);
        await refuseBeyondLimits(tx, siteId);
        const media = { id: this.ids.next(), siteId, organisationId: null, kind, type, bytes: upload.bytes };
        await rows.insertMedia(tx, { ...media, visibility: 'private', title: null, sourceName: upload.name }, this.clock.now());
        await this.files.use(tx, upload.name);
        await settle(tx, media.id);
        await this.jobs.enqueue(tx, siteMediaReceived, { mediaId: media.id });
        const facts = { type, bytes: upload.bytes, sha256: upload.name, visibility: 'private' };
        await this.journal.tell(tx, 'passer-by', { ...media, state: 'received' }, 'add', { from: null, to: 'received', facts });
      });
    } catch (error) {
      await this.files.forget(upload.name);
      throw error;
    } finally {
      await this.files.incoming.discard(upload);
    }
  }

  /** Photos of passers-by at a place, by their id, with links that only their reader may follow. */
  async ofSite(db: EntityManager, siteId: string): Promise<ReadonlyMap<string, PasserbyPhoto>> {
    const sent = (await rows.mediaOfSite(db, siteId)).filter(({ organisationId }) => organisationId === null);
    return new Map(
      sent.map((media) => {
        const { id, state, visibility, alt } = media;
        return [id, { id, state, visibility, alt, pictures: shownPictures(media, this.links) }];
      }),
    );
  }

  async show(tx: EntityManager, actor: Actor, id: string, alt: string): Promise<void> {
    const media = await waiting(tx, id);
    const words = { title: null, alt, decorative: false, caption: media.caption, credit: media.credit, visibility: 'public' as const };
    if (!(await rows.describeMedia(tx, id, media.version, words, this.clock.now()))) throw problem('changed-meanwhile');
    await rows.saveCover(tx, media.siteId);
    await this.journal.tell(tx, actor, media, 'show', { to: media.state, facts: { visibility: 'public' } });
  }

  async refuse(tx: EntityManager, actor: Actor, id: string, why: string): Promise<void> {
    const media = await waiting(tx, id);
    const to = nextSiteMediaState(media.state, 'remove');
    if (to === null || !(await rows.moveMedia(tx, media, { to, at: this.clock.now() }))) throw problem('changed-meanwhile');
    await this.journal.tell(tx, actor, media, 'remove', { to, why });
  }
}

/** Checked, and nobody has decided on it. @throws Problem */
async function waiting(tx: EntityManager, id: string): Promise<MediaRow> {
  const media = await rows.findMedia(tx, id);
  if (media === null || media.purgedAt !== null) throw problem('not-found');
  if (media.state !== 'available' || media.visibility !== 'private')
    throw problem('site-media-state-forbids', { facts: { state: media.state } });
  return media;
}

async function refuseBeyondLimits(db: EntityManager, siteId: string): Promise<void> {
  const isFull = (await rows.countMedia(db, siteId)) >= MAX_MEDIA_PER_SITE;
  if (isFull || (await rows.countPasserbyPhotos(db, siteId)) >= MAX_PASSERBY_PHOTOS_WAITING)
    throw problem('too-many-site-media', { facts: { maxFiles: MAX_MEDIA_PER_SITE } });
}
