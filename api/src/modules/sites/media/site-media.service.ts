import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Config } from '../../../config.js';
import type { Actor, Permission } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { InjectConfig } from '../../../platform/config.token.js';
import { SignedLinks } from '../../../platform/files/signed-links.js';
import { problem } from '../../../platform/http/problem.js';
import { said } from '../../../platform/http/request-context.js';
import { authoriseHolder, whyNotHolder } from './site-media.holder.js';
import { SiteMediaJournal } from './site-media.journal.js';
import { siteMediaPolicy } from './site-media.policy.js';
import * as rows from './site-media.queries.js';
import type { HeldSite, MediaRow } from './site-media.queries.js';
import { coverOf, isSameSet, MAX_FILE_BYTES, MAX_MEDIA_PER_SITE, nextSiteMediaState, type SiteMediaAction } from './site-media.rules.js';
import type { OrderMedia, RemoveMedia, SiteMediaList, SiteMediaView, UpdateMedia } from './site-media.schemas.js';
import { toMediaView } from './site-media.view.js';

/** Photos and documents of a place, as the organisations that keep them see, describe, order and remove them. */
@Injectable()
export class SiteMediaService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly links: SignedLinks,
    private readonly journal: SiteMediaJournal,
  ) {}

  /** The place, and the organisation the actor acts for there. @throws Problem */
  async holding(tx: EntityManager, actor: Actor, siteId: string, line: Permission) {
    const site = await this.siteOf(tx, siteId);
    const organisation = authoriseHolder(line, actor, site);
    if (organisation === null) throw problem('not-found');
    return { site, organisation };
  }

  async list(actor: Actor, siteId: string): Promise<SiteMediaList> {
    const tx = this.db.manager;
    const { site, organisation } = await this.holding(tx, actor, siteId, siteMediaPolicy.listSiteMedia);
    const media = await rows.mediaOfSite(tx, siteId);
    const cover = coverOf(media);
    return {
      items: media.map((one) => toMediaView(one, actor, site, cover, this.links)),
      next: null,
      site,
      organisation,
      usedBytes: await rows.bytesUsedBy(tx, organisation.id),
      quotaBytes: this.config.files.quotaBytesPerOrganisation,
      maxFileBytes: MAX_FILE_BYTES,
      maxFiles: MAX_MEDIA_PER_SITE,
      actions: {
        uploadSiteMedia: whyNotHolder(siteMediaPolicy.uploadSiteMedia, actor, site),
        orderSiteMedia: whyNotHolder(siteMediaPolicy.orderSiteMedia, actor, site),
      },
    };
  }

  async viewOf(tx: EntityManager, actor: Actor, id: string): Promise<SiteMediaView> {
    const media = await this.find(tx, id);
    const [site, all] = [await this.siteOf(tx, media.siteId), await rows.mediaOfSite(tx, media.siteId)];
    return toMediaView(media, actor, site, coverOf(all), this.links);
  }

  async order(actor: Actor, siteId: string, { ids }: OrderMedia): Promise<SiteMediaList> {
    await this.db.transaction(async (tx) => {
      const { organisation } = await this.holding(tx, actor, siteId, siteMediaPolicy.orderSiteMedia);
      await rows.lockSite(tx, siteId);
      const kept = (await rows.mediaOfSite(tx, siteId)).filter(({ state }) => state !== 'removed').map(({ id }) => id);
      if (!isSameSet(kept, ids)) throw problem('changed-meanwhile');
      await rows.saveOrder(tx, siteId, ids);
      await rows.saveCover(tx, siteId);
      await this.journal.tellOrder(tx, actor, siteId, organisation.id, ids);
    });
    return this.list(actor, siteId);
  }

  async update(actor: Actor, id: string, { version, ...edit }: UpdateMedia): Promise<SiteMediaView> {
    return this.db.transaction(async (tx) => {
      const media = await this.find(tx, id);
      authoriseHolder(siteMediaPolicy.updateSiteMedia, actor, await this.siteOf(tx, media.siteId));
      if (media.state === 'removed' || media.state === 'refused') throw forbidden(media);
      const words = described(media, edit);
      if (!(await rows.describeMedia(tx, id, version, words, this.clock.now())))
        throw problem('changed-meanwhile', { facts: { version: media.version } });
      await rows.saveCover(tx, media.siteId);
      await this.journal.tell(tx, actor, media, 'describe', { to: media.state, facts: { visibility: words.visibility } });
      return this.viewOf(tx, actor, id);
    });
  }

  remove(actor: Actor, id: string, { reason }: RemoveMedia): Promise<SiteMediaView> {
    return this.move(actor, id, 'remove', siteMediaPolicy.removeSiteMedia, reason ?? null);
  }

  restore(actor: Actor, id: string): Promise<SiteMediaView> {
    return this.move(actor, id, 'restore', siteMediaPolicy.restoreSiteMedia, null);
  }

  private async move(actor: Actor, id: string, action: SiteMediaAction, line: Permission, why: string | null): Promise<SiteMediaView> {
    return this.db.transaction(async (tx) => {
      const media = await this.find(tx, id);
      authoriseHolder(line, actor, await this.siteOf(tx, media.siteId));
      if (line.by.includes('moderator') && why === null && !isMember(actor, media)) throw reasonNeeded();
      const to = nextSiteMediaState(media.state, action);
      if (to === null || (action === 'restore' && media.releasedAt === null)) throw forbidden(media);
      if (!(await rows.moveMedia(tx, media, { to, at: this.clock.now() }))) throw problem('changed-meanwhile');
      await rows.saveCover(tx, media.siteId);
      await this.journal.tell(tx, actor, media, action, { to, why });
      return this.viewOf(tx, actor, id);
    });
  }

  private async find(tx: EntityManager, id: string): Promise<MediaRow> {
    const media = await rows.findMedia(tx, id);
    if (media === null || media.purgedAt !== null) throw problem('not-found');
    return media;
  }

  private async siteOf(tx: EntityManager, siteId: string): Promise<HeldSite> {
    const site = await rows.findHeldSite(tx, siteId, this.clock.now().toISOString().slice(0, 10));
    if (site === null) throw problem('not-found');
    return site;
  }
}

/** Whoever looks after the service says why to those whose photo it was. */
const isMember = (actor: Actor, { organisationId }: MediaRow): boolean =>
  actor.memberships.some((membership) => membership.organisationId === organisationId);
const reasonWords = said('dites pourquoi', 'say why');
const reasonNeeded = () => problem('invalid-input', { errors: [{ in: 'body', pointer: '/reason', message: reasonWords.error() }] });

function forbidden({ state }: MediaRow) {
  return problem('site-media-state-forbids', { facts: { state } });
}

/** What is not said stays as it was; a photo that becomes decorative loses its description. */
function described(
  media: MediaRow,
  { title, alt, decorative, caption, credit, visibility }: Omit<UpdateMedia, 'version'>,
): rows.Description {
  const isDecorative = decorative ?? (alt != null ? false : media.decorative);
  return {
    title: title === undefined ? media.title : title,
    alt: isDecorative ? null : alt === undefined ? media.alt : alt,
    decorative: isDecorative,
    caption: caption === undefined ? media.caption : caption,
    credit: credit === undefined ? media.credit : credit,
    visibility: visibility ?? media.visibility,
  };
}
