import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor, Permission } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import { ApplicationPost } from '../applications/application-post.js';
import { CallMoves } from '../calls/call-moves.service.js';
import { stateOf } from '../calls/call.view.js';
import { CallsService } from '../calls/calls.service.js';
import { ReviewActs } from './review.acts.js';
import { secondStepMissed } from './review.mails.js';
import { reviewPolicy } from './review.policy.js';
import * as rows from './review.queries.js';
import { isWhole, NOT_EXAMINED, whyNotDiscuss, whyNotReveal, whyNotStartReview } from './review.rules.js';
import type { RecordDiscussion, ReviewView, ShortlistApplication, StartReview, WithReason, WriteMinutes } from './review.schemas.js';
import { inReview, minutesScopeOf, progressOf, type ReviewParts, scopeOf, toReviewView } from './review.view.js';

const NOT_COMPLETED = 'Le dossier complet n’a pas été déposé avant la clôture de la seconde étape.';

/** The review of a closed call: begun, revealed, discussed, put down in minutes. */
@Injectable()
export class ReviewsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly calls: CallsService,
    private readonly callMoves: CallMoves,
    private readonly moves: ApplicationMoves,
    private readonly post: ApplicationPost,
    private readonly acts: ReviewActs,
  ) {}

  async get(actor: Actor, callId: string): Promise<ReviewView> {
    return toReviewView(actor, await this.read(this.db.manager, actor, callId, reviewPolicy.getReview));
  }

  /** What was admitted is in review from here on, what was to be completed and was not has ended; what nobody has examined keeps it from starting. */
  async start(actor: Actor, callId: string, { mode, quorum, dueOn }: StartReview): Promise<ReviewView> {
    return this.db.transaction(async (tx) => {
      await this.callMoves.hold(tx, callId);
      const parts = await this.read(tx, actor, callId, reviewPolicy.startReview);
      const { applications, call, now } = parts;
      const states = applications.map(({ state }) => state);
      const why = whyNotStartReview({ call: now, applications: states, mode, quorum, publishedQuorum: call.content.jury.quorum });
      if (why !== null) throw problem(why, { facts: { state: now, files: notExamined(parts), quorum: call.content.jury.quorum } });
      await rows.insertReview(tx, { callId, mode, quorum, dueOn, at: this.clock.now() });
      for (const { id, state } of applications) {
        if (state === 'admissible') await this.moves.move(tx, null, { applicationId: id, action: 'beginReview' });
        if (state === 'invited') await this.endMissed(tx, id);
      }
      await this.callMoves.move(tx, actor, call, { action: 'startReview', facts: { mode, quorum, dueOn } });
      return this.present(tx, actor, callId);
    });
  }

  async reveal(actor: Actor, callId: string, { reason }: WithReason): Promise<ReviewView> {
    return this.db.transaction(async (tx) => {
      const parts = await this.hold(tx, callId);
      authorise(reviewPolicy.revealScores, actor, { accountId: scopeOf(parts).accountId });
      const { review, now } = parts;
      const progress = inReview(parts).map(({ id }) => progressOf(parts, id));
      const why = whyNotReveal(now, (review?.revealedAt ?? null) !== null, progress, review?.quorum ?? 1);
      if (why !== null) throw problem(why, { facts: { state: now } });
      await this.show(tx, actor, parts, reason);
      return this.present(tx, actor, callId);
    });
  }

  /** Scores show by themselves once everybody has locked. Called after each act that may have been the last one missing. */
  async revealIfWhole(tx: EntityManager, callId: string): Promise<void> {
    const parts = await this.parts(tx, callId);
    const { review, reviewers } = parts;
    if (review === null || review.revealedAt !== null) return;
    const progress = inReview(parts).map(({ id }) => progressOf(parts, id));
    const waiting = reviewers.filter(({ state }) => state === 'invited').length;
    if (isWhole(progress, review.quorum, waiting)) await this.show(tx, null, parts, null);
  }

  async discuss(actor: Actor, callId: string, { applicationId, text }: RecordDiscussion): Promise<ReviewView> {
    return this.db.transaction(async (tx) => {
      const parts = await this.hold(tx, callId);
      authorise(reviewPolicy.recordDiscussion, actor, scopeOf(parts));
      this.refuseBefore(parts);
      if (!inReview(parts).some(({ id }) => id === applicationId)) throw problem('not-found');
      await rows.insertNote(tx, { id: this.ids.next(), applicationId, accountId: actor.accountId, at: this.clock.now(), said: text });
      await this.acts.tell(tx, actor, parts.call, { action: 'record-discussion', facts: { application: applicationId } });
      return this.present(tx, actor, callId);
    });
  }

  async writeMinutes(actor: Actor, callId: string, { text }: WriteMinutes): Promise<ReviewView> {
    return this.db.transaction(async (tx) => {
      const parts = await this.hold(tx, callId);
      authorise(reviewPolicy.writeReviewMinutes, actor, minutesScopeOf(parts));
      this.refuseBefore(parts);
      await rows.writeMinutes(tx, callId, text, actor.accountId, this.clock.now());
      await this.acts.tell(tx, actor, parts.call, { action: 'write-review-minutes' });
      return this.present(tx, actor, callId);
    });
  }

  async shortlist(actor: Actor, callId: string, { applicationId }: ShortlistApplication): Promise<ReviewView> {
    return this.db.transaction(async (tx) => {
      const parts = await this.hold(tx, callId);
      authorise(reviewPolicy.shortlistApplication, actor, scopeOf(parts));
      this.refuseBefore(parts);
      if (!parts.applications.some(({ id }) => id === applicationId)) throw problem('not-found');
      await this.moves.move(tx, actor, { applicationId, action: 'shortlist' });
      return this.present(tx, actor, callId);
    });
  }

  /** For those above, too: all that is known of a review. @throws Problem `not-found` */
  async parts(tx: EntityManager, callId: string): Promise<ReviewParts> {
    const call = await this.calls.find(tx, callId);
    const review = await rows.findReview(tx, callId);
    const applications = await rows.applicationsOfCall(tx, callId);
    const lots = await rows.lotsOfCall(tx, callId);
    const base = { call, now: stateOf(call, this.clock.now()), review, applications, lots };
    if (review === null) return { ...base, reviewers: [], readings: [], notes: [] };
    const reviewers = await rows.reviewersOf(tx, callId);
    const readings = await rows.readingsOf(tx, callId);
    return { ...base, reviewers, readings, notes: await rows.notesOf(tx, callId) };
  }

  /** The same, as it stays until the transaction ends. */
  async hold(tx: EntityManager, callId: string): Promise<ReviewParts> {
    await this.callMoves.hold(tx, callId);
    return this.parts(tx, callId);
  }

  async present(tx: EntityManager, actor: Actor, callId: string): Promise<ReviewView> {
    return toReviewView(actor, await this.parts(tx, callId));
  }

  /** @throws Problem for a call nobody published, to strangers, as well as for one there is not */
  private async read(tx: EntityManager, actor: Actor, callId: string, line: Permission): Promise<ReviewParts> {
    const parts = await this.parts(tx, callId);
    const hidden = parts.call.publishedAt === null;
    authorise(hidden ? { ...line, hidden } : line, actor, scopeOf(parts));
    return parts;
  }

  /** Shortlisted, and nothing came back. */
  private async endMissed(tx: EntityManager, applicationId: string): Promise<void> {
    const { application } = await this.moves.move(tx, null, { applicationId, action: 'becomeObsolete', reason: NOT_COMPLETED });
    const { organisation, number, call, title } = application;
    const target = call?.title ?? title;
    const link = this.post.page(`/mes-candidatures/${applicationId}`);
    await this.post.tell(
      tx,
      { id: applicationId, organisationId: organisation.id, target },
      {
        kind: 'shortlist_told',
        dedupeKey: `second-step-missed-${applicationId}`,
        facts: { what: 'missed' },
        template: secondStepMissed,
        values: { number: number ?? '', target, link },
      },
    );
  }

  private async show(tx: EntityManager, actor: Actor | null, parts: ReviewParts, reason: string | null): Promise<void> {
    await rows.revealReview(tx, parts.call.id, reason, this.clock.now());
    await this.acts.tell(tx, actor, parts.call, { action: 'reveal-scores', facts: { all: reason === null } });
  }

  private refuseBefore({ now, review }: ReviewParts): void {
    const why = whyNotDiscuss(now, (review?.revealedAt ?? null) !== null);
    if (why !== null) throw problem(why, { facts: { state: now } });
  }
}

function notExamined({ applications }: ReviewParts): string[] {
  return applications.filter(({ state }) => (NOT_EXAMINED as readonly string[]).includes(state)).map(({ number }) => number);
}
