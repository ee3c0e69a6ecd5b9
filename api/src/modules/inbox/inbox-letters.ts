import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../platform/clock.js';
import { id } from '../../platform/http/fields.js';
import { Ids } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { defineTask } from '../../platform/jobs/task.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import { InboxLinks } from './inbox-links.js';
import { inboxKind } from './inbox.kinds.js';
import { inboxNews } from './inbox.mails.js';
import { lastMailedAt, lockAddressee, takeToMail } from './inbox.queries.js';
import { collapsed, quietUntil } from './inbox.rules.js';

const ITEMS_SHOWN = 50;

export const inboxLetterDue = defineTask('inbox-letter-due', z.object({ accountId: id }));

/** One letter a person about all that waits for them: at once, then ten minutes apart at least. */
@Injectable()
export class InboxLetters implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly outbox: MailOutbox,
    private readonly links: InboxLinks,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(inboxLetterDue, 'letter', ({ accountId }) => this.write(accountId));
  }

  /** May run twice: what is told is taken in the transaction of the letter. */
  async write(accountId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const person = await lockAddressee(tx, accountId);
      if (person === null) return;
      const quiet = quietUntil(await lastMailedAt(tx, accountId), now);
      if (quiet !== null) {
        const startAfterSeconds = Math.ceil((quiet.getTime() - now.getTime()) / 1_000);
        await this.jobs.enqueue(tx, inboxLetterDue, { accountId }, { key: accountId, startAfterSeconds });
        return;
      }
      const notices = collapsed(await takeToMail(tx, accountId, now), (kind) => inboxKind(kind).collapses);
      const [first] = notices;
      if (first === undefined) return;
      const isOneKind = notices.every(({ kind }) => kind === first.kind);
      await this.outbox.send(tx, {
        to: person.email,
        language: person.language,
        template: inboxNews,
        values: {
          items: notices
            .slice(0, ITEMS_SHOWN)
            .map(({ kind, title, facts, count, path }) => ({ kind, title, facts, count, url: this.links.page(path) })),
          more: Math.max(0, notices.length - ITEMS_SHOWN),
          // One press ends what this letter is about: the one kind, or all that may be silenced.
          ...this.links.waysOut(isOneKind ? first.kind : 'all', accountId),
        },
        eventKey: `inbox-news-${this.ids.next()}`,
        accountId,
      });
    });
  }
}
