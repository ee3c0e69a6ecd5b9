import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import { networkOf } from '../../platform/access/network-address.js';
import type { Actor, Permission } from '../../platform/access/permission.js';
import { RateLimits } from '../../platform/access/rate-limits.js';
import { problem } from '../../platform/http/problem.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import { FollowTokens } from './follow-token.js';
import { alreadyFollowed, followToConfirm } from './follows.mails.js';
import {
  activeSubscriptions,
  changeFrequency,
  endSubscriptions,
  findSubscriber,
  lockSubscriber,
  type Subscriber,
  subscriberOf,
  verifiedAddress,
} from './follows.queries.js';
import { followsPolicy } from './follows.policy.js';
import type { FollowInput, FollowList, FollowsStopped, FrequencyInput, LinkedChange, LinkedFollow, LinkInput } from './follows.schemas.js';
import { FollowsService } from './follows.service.js';
import { Subscribers } from './subscribers.js';
import { followNews } from './telling/news.mail.js';

const NOTHING: FollowList = { address: null, items: [], next: null };
const LETTERS = [followToConfirm.name, alreadyFollowed.name, followNews.name];

/** Seeing, changing and ending what one follows: by the link of a letter, by the one press of a mail program, or signed in. */
@Injectable()
export class FollowManagement {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly limits: RateLimits,
    private readonly outbox: MailOutbox,
    private readonly tokens: FollowTokens,
    private readonly follows: FollowsService,
    private readonly subscribers: Subscribers,
  ) {}

  async listByLink({ token }: LinkInput, request: Request): Promise<FollowList> {
    const subscriber = await findSubscriber(this.db.manager, await this.opened(token, request));
    return subscriber === null ? NOTHING : this.listOf(this.db.manager, subscriber, masked(subscriber.email));
  }

  async changeByLink({ token, id, frequency }: LinkedChange, request: Request): Promise<FollowList> {
    const subscriberId = await this.opened(token, request);
    await this.db.transaction((tx) => this.change(tx, subscriberId, id, frequency, null));
    return this.listByLink({ token }, request);
  }

  async stopByLink({ token, id }: LinkedFollow, request: Request): Promise<FollowList> {
    const subscriberId = await this.opened(token, request);
    await this.db.transaction((tx) => this.end(tx, subscriberId, id, null));
    return this.listByLink({ token }, request);
  }

  async stopAllByLink({ token }: LinkInput, request: Request): Promise<FollowsStopped> {
    const subscriberId = await this.opened(token, request);
    return this.db.transaction((tx) => this.end(tx, subscriberId, null, null));
  }

  /** Ends everything, and erases what was written to the address about it. */
  async eraseByLink({ token }: LinkInput, request: Request): Promise<FollowsStopped> {
    const subscriberId = await this.opened(token, request);
    return this.db.transaction(async (tx) => {
      const subscriber = await lockSubscriber(tx, subscriberId);
      const ended = await this.end(tx, subscriberId, null, null);
      if (subscriber !== null) await this.outbox.forgetAddress(tx, subscriber.email, LETTERS);
      return ended;
    });
  }

  /** RFC 8058: one request, without page, cookie or question. Again is no fault. */
  async oneClick(token: string): Promise<FollowsStopped> {
    const { purpose, id } = this.tokens.read(token, ['stop', 'stop_all']);
    return this.db.transaction(async (tx) => {
      const subscriberId = purpose === 'stop_all' ? id : await subscriberOf(tx, id);
      if (subscriberId === undefined) return { stopped: 0 };
      return this.end(tx, subscriberId, purpose === 'stop' ? id : null, null);
    });
  }

  /** Where a person who opens the address of the one press is led: a page with a button, which alone ends anything. */
  stopPage(token: string): string {
    this.tokens.read(token, ['stop', 'stop_all']);
    return `/suivre/arreter#${token}`;
  }

  async listMine(actor: Actor | null): Promise<FollowList> {
    const { email, subscriber } = await this.mine(this.db.manager, actor, followsPolicy.listMyFollows);
    return subscriber === null ? { ...NOTHING, address: email } : this.listOf(this.db.manager, subscriber, email);
  }

  async follow(actor: Actor | null, asked: FollowInput): Promise<FollowList> {
    authorise(followsPolicy.followThing, actor, scopeOf(actor));
    await this.db.transaction(async (tx) => {
      const account = await verifiedAddress(tx, actor?.accountId ?? '');
      if (account === null) throw problem('email-not-verified');
      const id = await this.follows.follow(tx, await this.subscribers.makeForAccount(tx, account), asked);
      await this.follows.noted(tx, 'follow', id, account.id);
    });
    return this.listMine(actor);
  }

  async changeMine(actor: Actor | null, id: string, { frequency }: FrequencyInput): Promise<FollowList> {
    await this.db.transaction(async (tx) => {
      const { subscriber } = await this.mine(tx, actor, followsPolicy.changeMyFollow);
      await this.change(tx, subscriber?.id ?? id, id, frequency, actor);
    });
    return this.listMine(actor);
  }

  async stopMine(actor: Actor | null, id: string | null): Promise<FollowList> {
    await this.db.transaction(async (tx) => {
      const { subscriber } = await this.mine(tx, actor, id === null ? followsPolicy.stopMyFollows : followsPolicy.stopMyFollow);
      if (subscriber !== null) await this.end(tx, subscriber.id, id, actor);
    });
    return this.listMine(actor);
  }

  private async mine(db: EntityManager, actor: Actor | null, line: Permission) {
    authorise(line, actor, scopeOf(actor));
    const account = await verifiedAddress(db, actor?.accountId ?? '');
    if (account === null) throw problem('email-not-verified');
    return { email: account.email, subscriber: await this.db.transaction((tx) => this.subscribers.ofAccount(tx, account)) };
  }

  /** Links cannot be guessed; the limit only keeps anyone from trying all day. */
  private async opened(token: string, request: Request): Promise<string> {
    await this.limits.consume('link-network', networkOf(request.ip ?? ''));
    return this.tokens.read(token, ['manage']).id;
  }

  private async listOf(db: EntityManager, { id }: Subscriber, address: string): Promise<FollowList> {
    return { address, items: await this.follows.views(db, await activeSubscriptions(db, id)), next: null };
  }

  private async change(tx: EntityManager, subscriberId: string, id: string, frequency: FrequencyInput['frequency'], actor: Actor | null) {
    if (!(await changeFrequency(tx, subscriberId, id, frequency))) throw problem('not-found');
    await this.follows.noted(tx, 'change-follow', id, actor?.accountId ?? null);
  }

  private async end(tx: EntityManager, subscriberId: string, id: string | null, actor: Actor | null): Promise<FollowsStopped> {
    await lockSubscriber(tx, subscriberId);
    const ended = await endSubscriptions(tx, subscriberId, id);
    for (const subscriptionId of ended) await this.follows.noted(tx, 'stop-follow', subscriptionId, actor?.accountId ?? null);
    return { stopped: ended.length };
  }
}

const scopeOf = (actor: Actor | null) => ({ accountId: actor?.accountId ?? null });

/** A link may have been passed on: enough for its owner to recognise the address, too little for others to use it. */
function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
