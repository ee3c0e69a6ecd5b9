import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Config } from '../../config.js';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { InjectConfig } from '../../platform/config.token.js';
import { problem } from '../../platform/http/problem.js';
import { currentLanguage, said } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { addressKey } from '../../platform/mail/mail-address.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import { parisInstant } from '../../platform/paris-time.js';
import { ReviewActs } from './review.acts.js';
import { reviewInvitation, reviewReminder } from './review.mails.js';
import { reviewPolicy } from './review.policy.js';
import * as rows from './review.queries.js';
import { missingScores, orderFor, reviewReminderDue, whyNotInviteReviewer } from './review.rules.js';
import type { AnswerReviewInvitation, InviteReviewer, MyReviews, ReviewView, WithReason } from './review.schemas.js';
import { callOf, gridOf, inReview, isActive, scopeOf } from './review.view.js';
import { ReviewsService } from './reviews.service.js';

const REMINDER_HOUR = 9;
const DAY_MS = 24 * 3_600_000;
const unknownFunction = said('n’est pas une fonction du jury publié', 'is not a function of the published jury');

/** Who reads: asked by a message to an address, and known by an account that has shown the address to be theirs. */
@Injectable()
export class ReviewersService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly outbox: MailOutbox,
    private readonly reviews: ReviewsService,
    private readonly acts: ReviewActs,
  ) {}

  onModuleInit(): void {
    this.jobs.dailyInParis('remind-reviewers', REMINDER_HOUR, () => this.remind());
  }

  async invite(actor: Actor, callId: string, { email, function: role }: InviteReviewer): Promise<ReviewView> {
    return this.db.transaction(async (tx) => {
      const parts = await this.reviews.hold(tx, callId);
      authorise(reviewPolicy.inviteReviewer, actor, scopeOf(parts));
      const { review, now, reviewers, call } = parts;
      const active = reviewers.filter(isActive);
      const revealed = (review?.revealedAt ?? null) !== null;
      const why = whyNotInviteReviewer(now, { mode: review?.mode ?? 'simple', revealed }, active.length);
      if (why !== null) throw problem(why, { facts: { state: now } });
      const member = call.content.jury.members.find(({ who }) => who === role);
      if (member === undefined)
        throw problem('invalid-input', { errors: [{ in: 'body', pointer: '/function', message: unknownFunction.error() }] });
      const chair = member.chair && !active.some((one) => one.chair);
      const line = { id: this.ids.next(), callId, email, function: role, chair, at: this.clock.now() };
      if (!(await rows.insertReviewer(tx, line))) throw problem('reviewer-already-asked');
      await this.outbox.send(tx, {
        to: email,
        language: currentLanguage(),
        template: reviewInvitation,
        values: {
          call: call.content.title,
          owner: call.organisation.name,
          function: role,
          dueOn: review?.dueOn ?? '',
          link: this.page('/evaluations'),
        },
        eventKey: `review-invitation-${line.id}`,
      });
      await this.acts.tell(tx, actor, call, { action: 'invite-reviewer', facts: { reviewer: line.id, chair } });
      return this.reviews.present(tx, actor, callId);
    });
  }

  /** Somebody who declared a link, or never answered, gives way to another: with a reason, and before scores are seen. */
  async remove(actor: Actor, callId: string, reviewerId: string, { reason }: WithReason): Promise<ReviewView> {
    return this.db.transaction(async (tx) => {
      const parts = await this.reviews.hold(tx, callId);
      authorise(reviewPolicy.removeReviewer, actor, scopeOf(parts));
      const reviewer = parts.reviewers.find(({ id }) => id === reviewerId);
      if (reviewer === undefined || !isActive(reviewer)) throw problem('not-found');
      if (parts.now !== 'under_review') throw problem('call-state-forbids', { facts: { state: parts.now } });
      if ((parts.review?.revealedAt ?? null) !== null) throw problem('review-revealed');
      if (!(await rows.moveReviewer(tx, reviewer, { to: 'removed', reason, at: this.clock.now() }))) throw problem('changed-meanwhile');
      await this.acts.tell(tx, actor, parts.call, { action: 'remove-reviewer', facts: { reviewer: reviewerId } });
      await this.reviews.revealIfWhole(tx, callId);
      return this.reviews.present(tx, actor, callId);
    });
  }

  async mine(actor: Actor): Promise<MyReviews> {
    const found = await rows.reviewersFor(this.db.manager, actor.accountId);
    const items = await Promise.all(
      found.map(async (reviewer) => {
        const parts = await this.reviews.parts(this.db.manager, reviewer.callId);
        const theirs = await rows.readingsOfReviewers(this.db.manager, [reviewer.id]);
        const shown = reviewer.state === 'accepted' ? orderFor(reviewer.id, theirs) : [];
        return {
          reviewerId: reviewer.id,
          call: callOf(parts),
          function: reviewer.function,
          chair: reviewer.chair,
          state: reviewer.state,
          dueOn: parts.review?.dueOn ?? '',
          revealedAt: parts.review?.revealedAt?.toISOString() ?? null,
          readings: shown.flatMap((reading) => {
            const application = parts.applications.find(({ id }) => id === reading.applicationId);
            if (application === undefined) return [];
            const missing = missingScores(gridOf(parts), reading.scores).length;
            return [{ id: reading.id, number: application.number, organisation: application.organisation, state: reading.state, missing }];
          }),
        };
      }),
    );
    return { items };
  }

  /** Accepted, one reads all that is in review. */
  async answer(actor: Actor, reviewerId: string, { accepts }: AnswerReviewInvitation): Promise<MyReviews> {
    await this.db.transaction(async (tx) => {
      const asked = await rows.findReviewer(tx, reviewerId);
      const address = await rows.addressOf(tx, actor.accountId);
      const isTheirs = asked !== null && asked.state === 'invited' && addressKey(asked.email) === address;
      authorise(reviewPolicy.answerReviewInvitation, actor, { accountId: isTheirs ? actor.accountId : null });
      if (asked === null) throw problem('not-found');
      const parts = await this.reviews.hold(tx, asked.callId);
      if (parts.now !== 'under_review') throw problem('call-state-forbids', { facts: { state: parts.now } });
      if ((parts.review?.revealedAt ?? null) !== null) throw problem('review-revealed');
      const at = this.clock.now();
      const to = accepts ? ('accepted' as const) : ('declined' as const);
      if (!(await rows.moveReviewer(tx, asked, { to, accountId: actor.accountId, at }))) throw problem('changed-meanwhile');
      for (const { id } of accepts ? inReview(parts) : []) {
        await rows.insertReading(tx, { id: this.ids.next(), reviewerId, applicationId: id, at });
      }
      await this.acts.tell(tx, actor, parts.call, {
        action: accepts ? 'accept-review' : 'decline-review',
        facts: { reviewer: reviewerId },
      });
      if (!accepts) await this.reviews.revealIfWhole(tx, asked.callId);
    });
    return this.mine(actor);
  }

  /** May run twice: the key names the reviewer, the day and which reminder it is. Only those who accepted are reminded. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    for (const late of await rows.reviewersWithWork(this.db.manager)) {
      const due = reviewReminderDue(new Date((parisInstant(`${late.dueOn}T00:00`) ?? now).getTime() + DAY_MS), now);
      if (due === null) continue;
      await this.db.transaction((tx) =>
        this.outbox.send(tx, {
          to: late.email,
          language: late.language,
          template: reviewReminder,
          values: { call: late.callTitle, left: late.left, dueOn: late.dueOn, late: due === 'late', link: this.page('/evaluations') },
          eventKey: `review-reminder-${late.reviewerId}-${late.dueOn}-${due}`,
          accountId: late.accountId,
        }),
      );
    }
  }

  private page(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}
