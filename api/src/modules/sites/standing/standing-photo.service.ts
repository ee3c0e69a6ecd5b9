import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { networkOf } from '../../../platform/access/network-address.js';
import { type Actor, type Permission, whyNotAllowed } from '../../../platform/access/permission.js';
import { RateLimits } from '../../../platform/access/rate-limits.js';
import { type Signature, SignedLinks } from '../../../platform/files/signed-links.js';
import { problem } from '../../../platform/http/problem.js';
import { PasserbyMedia, type PasserbyPhoto } from '../media/passerby-media.js';
import { standingPolicy } from './standing.policy.js';
import * as rows from './standing.queries.js';
import type { PhotoReceived, SetAside, ShowPhoto, StandingAnswers, StandingAnswerView } from './standing.schemas.js';
import { photoPath, StandingService } from './standing.service.js';

/** The photo that may come with an answer: by the checks of all photos, then looked at by a person before anyone sees it. */
@Injectable()
export class StandingPhotoService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly standing: StandingService,
    private readonly media: PasserbyMedia,
    private readonly links: SignedLinks,
    private readonly limits: RateLimits,
  ) {}

  /** The link that the answer was given back is the whole authority. */
  async receive(answerId: string, signature: Signature, request: Request): Promise<PhotoReceived> {
    if (this.links.check(photoPath(answerId), signature) !== 'valid') throw problem('link-not-valid');
    await this.limits.consume('passer-by-photo', networkOf(request.ip ?? ''));
    const answer = await rows.findAnswer(this.db.manager, answerId);
    if (answer === null) throw problem('not-found');
    if (answer.photoId !== null) throw problem('photo-already-sent');
    await this.media.receive(answer.siteId, request, async (tx, mediaId) => {
      if (!(await rows.givePhoto(tx, answerId, mediaId))) throw problem('photo-already-sent');
    });
    return { received: true };
  }

  async list(actor: Actor, siteId: string): Promise<StandingAnswers> {
    const db = this.db.manager;
    const { keeperId } = await this.standing.placeFor(db, actor, siteId, standingPolicy.listStandingAnswers);
    const photos = await this.media.ofSite(db, siteId);
    const scope = { organisationId: keeperId };
    const view = ({ id, answer, at, setAside, photoId }: rows.AnswerRow): StandingAnswerView => {
      const photo = photos.get(photoId ?? '') ?? null;
      const decides = (line: Permission) => whyNotAllowed(line, actor, scope) ?? (isWaiting(photo) ? null : 'site-media-state-forbids');
      const actions = {
        setStandingAnswerAside:
          whyNotAllowed(standingPolicy.setStandingAnswerAside, actor, scope) ?? (setAside === null ? null : 'changed-meanwhile'),
        showPasserbyPhoto: decides(standingPolicy.showPasserbyPhoto),
        refusePasserbyPhoto: decides(standingPolicy.refusePasserbyPhoto),
      };
      return { id, answer, at: at.toISOString(), setAside, photo, actions };
    };
    return {
      standing: await this.standing.viewOf(db, siteId),
      items: (await rows.answersOf(db, siteId)).map(view),
      next: null,
      actions: { stateStanding: whyNotAllowed(standingPolicy.stateStanding, actor, scope) },
    };
  }

  async show(actor: Actor, answerId: string, { alt }: ShowPhoto): Promise<StandingAnswers> {
    return this.decide(actor, answerId, standingPolicy.showPasserbyPhoto, (tx, photoId) => this.media.show(tx, actor, photoId, alt));
  }

  async refuse(actor: Actor, answerId: string, { reason }: SetAside): Promise<StandingAnswers> {
    return this.decide(actor, answerId, standingPolicy.refusePasserbyPhoto, (tx, photoId) => this.media.refuse(tx, actor, photoId, reason));
  }

  private async decide(
    actor: Actor,
    answerId: string,
    line: Permission,
    act: (tx: EntityManager, photoId: string) => Promise<void>,
  ): Promise<StandingAnswers> {
    const answer = await rows.findAnswer(this.db.manager, answerId);
    if (answer === null) throw problem('not-found');
    await this.standing.placeFor(this.db.manager, actor, answer.siteId, line);
    const { photoId } = answer;
    if (photoId === null) throw problem('not-found');
    await this.db.transaction((tx) => act(tx, photoId));
    return this.list(actor, answer.siteId);
  }
}

const isWaiting = (photo: PasserbyPhoto | null): boolean => photo?.state === 'available' && photo.visibility === 'private';
