import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../../platform/clock.js';
import { id } from '../../../platform/http/fields.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { defineTask } from '../../../platform/jobs/task.js';
import { MailOutbox } from '../../../platform/mail/mail-outbox.js';
import { FollowLinks } from '../follow-links.js';
import { activeSubscriptions, lockSubscriber, type Subscriber, type Subscription } from '../follows.queries.js';
import { noticeKind } from '../notice.kinds.js';
import { Subscribers } from '../subscribers.js';
import { noticeGiven } from '../watch/notice.events.js';
import { isDue, type Occasion, quietUntil } from './digest.rules.js';
import { type News, NewsFinder, type Told } from './news.js';
import { followNews } from './news.mail.js';
import { noticeKindOf, recordDigested, recordLetter, recordTold, subscribersAtOnce } from './news.queries.js';

const ITEMS_SHOWN = 50;

const tellAtOnce = defineTask('tell-at-once', z.object({ subscriberId: id }));

/** Writes one letter to one address about everything it is owed, once (docs/adr/0051). */
@Injectable()
export class Teller implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly outbox: MailOutbox,
    private readonly links: FollowLinks,
    private readonly finder: NewsFinder,
    private readonly subscribers: Subscribers,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(noticeGiven, 'tell-at-once', ({ noticeId }) => this.spread(noticeId));
    this.jobs.handle(tellAtOnce, 'letter', ({ subscriberId }) => this.tell(subscriberId, 'at_once'));
  }

  /** One waiting task per address, however many things happen meanwhile. */
  private async spread(noticeId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const kind = await noticeKindOf(tx, noticeId);
      if (kind === null || !noticeKind(kind).frequencies.includes('at_once')) return;
      for (const subscriberId of await subscribersAtOnce(tx, noticeId, noticeKind(kind).concernsSearches)) {
        await this.jobs.enqueue(tx, tellAtOnce, { subscriberId }, { key: subscriberId });
      }
    });
  }

  /** May run twice, or in two processes at once: the subscriber's row is locked, and what is told is written with the letter. */
  async tell(subscriberId: string, occasion: Occasion): Promise<void> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const locked = await lockSubscriber(tx, subscriberId);
      const subscriber = locked && (await this.subscribers.whereTheyAreNow(tx, locked));
      if (subscriber === null) return;
      const quiet = occasion === 'at_once' ? quietUntil(subscriber.toldAt, now) : null;
      if (quiet !== null) {
        const startAfterSeconds = Math.ceil((quiet.getTime() - now.getTime()) / 1_000);
        await this.jobs.enqueue(tx, tellAtOnce, { subscriberId: subscriber.id }, { key: subscriber.id, startAfterSeconds });
        return;
      }
      const due = (await activeSubscriptions(tx, subscriber.id)).filter((subscription) => isDue(subscription, occasion, now));
      const { news, told } = await this.finder.find(tx, due, occasion);
      if (occasion === 'digest') await this.settle(tx, due, now);
      await recordTold(tx, told, now);
      if (news.length > 0) await this.send(tx, subscriber, { due, news, told, at: now });
    });
  }

  private async settle(tx: EntityManager, due: readonly Subscription[], now: Date): Promise<void> {
    await recordDigested(
      tx,
      due.map((subscription) => subscription.id),
      now,
    );
  }

  private async send(
    tx: EntityManager,
    { id: subscriberId, email, language, accountId }: Subscriber,
    letter: { readonly due: readonly Subscription[]; readonly news: readonly News[]; readonly told: readonly Told[]; readonly at: Date },
  ): Promise<void> {
    const concerned = letter.due.filter((subscription) => letter.told.some(({ subscriptionId }) => subscriptionId === subscription.id));
    const [only] = concerned;
    await this.outbox.send(tx, {
      to: email,
      language,
      template: followNews,
      values: {
        items: letter.news.slice(0, ITEMS_SHOWN).map(({ kind, title, changes, closesAt, step, page }) => ({
          kind,
          title,
          changes: [...changes],
          ...(closesAt === undefined ? {} : { closesAt }),
          ...(step === undefined ? {} : { step }),
          url: page === null ? null : this.links.page(page),
        })),
        more: Math.max(0, letter.news.length - ITEMS_SHOWN),
        follows: await this.finder.reasons(tx, concerned, language),
        manageUrl: this.links.manage(subscriberId),
        // One press ends what this letter is about: the one thing followed, or all of them.
        unsubscribeUrl:
          concerned.length === 1 && only !== undefined ? this.links.stop('stop', only.id) : this.links.stop('stop_all', subscriberId),
      },
      eventKey: `follow-news-${this.ids.next()}`,
      ...(accountId === null ? {} : { accountId }),
    });
    await recordLetter(tx, subscriberId, letter.at);
  }
}
