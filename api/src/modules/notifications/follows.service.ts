import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { networkOf } from '../../platform/access/network-address.js';
import { RateLimits } from '../../platform/access/rate-limits.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { currentLanguage } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import { addressKey } from '../../platform/mail/mail-address.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import { RETENTION } from '../../platform/privacy/retention.table.js';
import { FollowLinks } from './follow-links.js';
import { FollowTokens } from './follow-token.js';
import type { Subject } from './followed-things.js';
import { FollowedThings, keyOf } from './followed-things.js';
import { alreadyFollowed, followToConfirm } from './follows.mails.js';
import {
  activate,
  activeSubscriptions,
  askSubscription,
  lockSubscription,
  type Subscriber,
  type Subscription,
  takeSubscriber,
} from './follows.queries.js';
import type { FollowAccepted, FollowConfirmed, FollowInput, FollowRequest, FollowView, LinkInput } from './follows.schemas.js';
import { Watch } from './watch/watch.js';

const DAY_MS = 86_400_000;
const ANSWER_DAYS = RETENTION.unconfirmed_follow.keptDays;

/** Following without an account: asked on a page, answered in the mailbox. */
@Injectable()
export class FollowsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly limits: RateLimits,
    private readonly outbox: MailOutbox,
    private readonly journal: Journal,
    private readonly things: FollowedThings,
    private readonly links: FollowLinks,
    private readonly tokens: FollowTokens,
    private readonly watch: Watch,
  ) {}

  /** The same answer, and one message, whether the address is known or not. */
  async ask({ email, ...asked }: FollowRequest, request: Request): Promise<FollowAccepted> {
    await this.limits.consume('mail-network', networkOf(request.ip ?? ''));
    await this.limits.consume('mail-address', addressKey(email));
    await this.requireShown(this.db.manager, asked);
    await this.db.transaction(async (tx) => {
      const language = currentLanguage();
      const subscriber = await takeSubscriber(tx, { id: this.ids.next(), email, language, at: this.clock.now() });
      const { id, isActive } = await this.record(tx, subscriber.id, asked);
      await this.write(tx, { ...subscriber, language }, { ...asked, id, isActive });
      await this.noted(tx, 'ask-to-follow', id, null);
    });
    return { accepted: true };
  }

  /** Opening the link twice is no fault: the second time finds it done. */
  async confirm({ token }: LinkInput): Promise<FollowConfirmed> {
    const { id } = this.tokens.read(token, ['confirm']);
    return this.db.transaction(async (tx) => {
      const asked = await lockSubscription(tx, id);
      if (asked === null || (asked.activeSince === null && this.isLate(asked.askedAt))) throw problem('link-not-valid');
      if (asked.activeSince === null) {
        await this.begin(tx, asked);
        await this.noted(tx, 'confirm-follow', id, null);
      }
      const active = await activeSubscriptions(tx, asked.subscriberId);
      const [follow] = await this.views(
        tx,
        active.filter((subscription) => subscription.id === id),
      );
      return { follow: follow as FollowView, manageToken: this.tokens.make('manage', asked.subscriberId) };
    });
  }

  /** For a subscriber whose address is already shown to be theirs. */
  async follow(tx: EntityManager, subscriber: Subscriber, asked: FollowInput): Promise<string> {
    await this.requireShown(tx, asked);
    const { id, isActive } = await this.record(tx, subscriber.id, asked);
    if (!isActive) await this.begin(tx, { ...asked, id });
    return id;
  }

  async views(db: EntityManager, subscriptions: readonly Subscription[]): Promise<FollowView[]> {
    const words = await this.things.describe(db, subscriptions, currentLanguage());
    return subscriptions.map((subscription) => ({
      ...subscription,
      ...(words.get(keyOf(subscription)) ?? { title: subscription.subject, page: null }),
      since: subscription.activeSince,
    }));
  }

  /** What happened before is not told: the thing is looked at first, and a subscription hears only of what comes later. */
  private async begin(tx: EntityManager, { id, about, subject }: Subject & { readonly id: string }): Promise<void> {
    if (about === 'place') await this.watch.lookAtPlace(tx, subject);
    if (about === 'project') await this.watch.lookAtProject(tx, subject);
    await activate(tx, id, this.clock.now());
  }

  private async requireShown(db: EntityManager, asked: Subject): Promise<void> {
    if (!(await this.things.isShown(db, asked))) throw problem('not-found');
  }

  private record(tx: EntityManager, subscriberId: string, { about, subject, frequency }: FollowInput) {
    return askSubscription(tx, { id: this.ids.next(), subscriberId, about, subject, frequency, at: this.clock.now() });
  }

  private async write(tx: EntityManager, to: Subscriber, asked: FollowInput & { readonly id: string; readonly isActive: boolean }) {
    const words = await this.things.describe(tx, [asked], to.language);
    const title = words.get(keyOf(asked))?.title ?? '';
    const addressed = { to: to.email, language: to.language, eventKey: `follow-asked-${this.ids.next()}` };
    if (asked.isActive) {
      const values = { title, manageUrl: this.links.manage(to.id), unsubscribeUrl: this.links.stop('stop', asked.id) };
      await this.outbox.send(tx, { ...addressed, template: alreadyFollowed, values });
      return;
    }
    const values = { title, frequency: asked.frequency, link: this.links.confirm(asked.id), days: ANSWER_DAYS };
    await this.outbox.send(tx, { ...addressed, template: followToConfirm, values });
  }

  private isLate(askedAt: Date): boolean {
    return this.clock.now().getTime() - askedAt.getTime() > ANSWER_DAYS * DAY_MS;
  }

  /** Never what is followed, nor by which address: the journal cannot forget. */
  async noted(tx: EntityManager, action: string, subscriptionId: string, accountId: string | null): Promise<void> {
    await this.journal.recordAct(tx, {
      actor: { kind: 'person', id: accountId },
      action,
      thing: { kind: 'subscription', id: subscriptionId },
    });
  }
}
