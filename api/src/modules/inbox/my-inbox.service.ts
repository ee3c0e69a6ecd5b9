import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { currentLanguage } from '../../platform/http/request-context.js';
import { asSelf } from '../accounts/self.js';
import { InboxLinks } from './inbox-links.js';
import { channelsOf, INBOX_KIND_NAMES, inboxKind, type InboxKind } from './inbox.kinds.js';
import { inboxPolicy } from './inbox.policy.js';
import * as rows from './inbox.queries.js';
import type {
  ChangeSetting,
  MailsStopped,
  NotificationPage,
  NotificationSearch,
  NotificationSettings,
  ReadNotifications,
  UnreadCount,
} from './inbox.schemas.js';

/** A person reads what they were told, and says how they want to be told. */
@Injectable()
export class MyInbox {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly links: InboxLinks,
  ) {}

  async list(actor: Actor | null, { cursor, limit }: NotificationSearch): Promise<NotificationPage> {
    const { accountId } = asSelf(inboxPolicy.listMyNotifications, actor);
    const found = await rows.noticesOf(this.db.manager, accountId, cursor?.[0] ?? null, limit);
    const { items, next } = toPage(found, limit, ({ id }) => [id]);
    const language = currentLanguage();
    return {
      items: items.map(({ id, kind, title, facts, path, at, count, readAt }) => ({
        ...{ id, kind, title, path, count, at: at.toISOString(), read: readAt !== null },
        text: inboxKind(kind)[language](facts),
      })),
      next,
      unread: await rows.countUnread(this.db.manager, accountId),
    };
  }

  async count(actor: Actor | null): Promise<UnreadCount> {
    return this.unreadOf(asSelf(inboxPolicy.countMyNotifications, actor).accountId);
  }

  async read(actor: Actor | null, id: string): Promise<UnreadCount> {
    const { accountId } = asSelf(inboxPolicy.readMyNotification, actor);
    if (!(await rows.markRead(this.db.manager, accountId, id, this.clock.now()))) throw problem('not-found');
    return this.unreadOf(accountId);
  }

  async readAll(actor: Actor | null, { until }: ReadNotifications): Promise<UnreadCount> {
    const { accountId } = asSelf(inboxPolicy.readMyNotifications, actor);
    await rows.markAllRead(this.db.manager, accountId, until, this.clock.now());
    return this.unreadOf(accountId);
  }

  async settings(actor: Actor | null): Promise<NotificationSettings> {
    const { accountId } = asSelf(inboxPolicy.listMyNotificationSettings, actor);
    return this.settingsOf(this.db.manager, accountId);
  }

  async change(actor: Actor | null, kind: InboxKind, chosen: ChangeSetting): Promise<NotificationSettings> {
    const { accountId } = asSelf(inboxPolicy.changeMyNotificationSetting, actor);
    if (inboxKind(kind).weight === 'letter') throw problem('letter-not-silenced');
    await rows.writeSetting(this.db.manager, accountId, kind, chosen);
    return this.settingsOf(this.db.manager, accountId);
  }

  /** RFC 8058: one request, without page, cookie or question. Again is no fault. */
  async stop(token: string): Promise<MailsStopped> {
    const { stopped, accountId } = this.links.read(token);
    return this.db.transaction(async (tx) => {
      if (!(await rows.accountInUse(tx, accountId))) return { kinds: 0 };
      const chosen = await this.chosenBy(tx, accountId);
      const concerned = INBOX_KIND_NAMES.filter(
        (kind) => inboxKind(kind).weight === 'news' && (stopped === 'all' || stopped === kind) && channelsOf(kind, chosen(kind)).byEmail,
      );
      for (const kind of concerned) await rows.writeSetting(tx, accountId, kind, { ...channelsOf(kind, chosen(kind)), byEmail: false });
      return { kinds: concerned.length };
    });
  }

  stopPage(token: string): { url: string } {
    return { url: this.links.stopPage(token) };
  }

  private async unreadOf(accountId: string): Promise<UnreadCount> {
    return { unread: await rows.countUnread(this.db.manager, accountId) };
  }

  private async settingsOf(tx: EntityManager, accountId: string): Promise<NotificationSettings> {
    const chosen = await this.chosenBy(tx, accountId);
    const language = currentLanguage();
    const items = INBOX_KIND_NAMES.map((kind) => {
      const { label, weight } = inboxKind(kind);
      return { kind, label: label[language], ...channelsOf(kind, chosen(kind)), canSilence: weight !== 'letter' };
    });
    return { items, next: null };
  }

  private async chosenBy(tx: EntityManager, accountId: string) {
    const lines = new Map((await rows.settingsOf(tx, accountId)).map(({ kind, ...chosen }) => [kind, chosen]));
    return (kind: InboxKind) => lines.get(kind) ?? null;
  }
}
