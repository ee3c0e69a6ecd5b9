import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import { Clock } from '../../platform/clock.js';
import { InjectConfig } from '../../platform/config.token.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import type { MailTemplate } from '../../platform/mail/mail-template.js';
import { callTold } from '../calls/calls.events.js';
import { REMINDED_DAYS, reminderDue } from './application.rules.js';
import { applicationDraftReminder, applicationFiled, callChangedForApplicant } from './applications.mails.js';
import { callNews, concernedByCall, draftsClosingBefore, writersOf } from './application-post.queries.js';
import type { ApplicationRecord } from './applications.queries.js';

const REMINDER_HOUR = 9;
const DAY_MS = 24 * 3_600_000;

/** Messages to those who write an organisation's files: receipts, news of the call, reminders before the closing and never after. */
@Injectable()
export class ApplicationPost implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly outbox: MailOutbox,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(callTold, 'tell-applicants', ({ callId, historyId, what }) =>
      what === 'published' ? Promise.resolve() : this.tellOfCall(callId, historyId, what),
    );
    this.jobs.dailyInParis('remind-drafts', REMINDER_HOUR, () => this.remind());
  }

  async receipt(
    tx: EntityManager,
    { id, organisation, call, site }: ApplicationRecord,
    filed: { number: string; sequence: number; at: Date; hash: string },
  ): Promise<void> {
    const values = {
      target: call?.title ?? site?.name ?? '',
      organisation: organisation.name,
      ...filed,
      at: filed.at.toISOString(),
      link: this.page(`/mes-candidatures/${id}/recu`),
    };
    await this.tell(tx, organisation.id, applicationFiled, values, `application-filed-${id}-${filed.sequence}`);
  }

  private async tellOfCall(callId: string, historyId: string, what: 'extended' | 'answered' | 'cancelled' | 'unsuccessful'): Promise<void> {
    await this.db.transaction(async (tx) => {
      const news = await callNews(tx, callId, historyId);
      if (news === null) return;
      const { title: target, closesAt, reason } = news;
      const values = { what, target, closesAt: closesAt.toISOString(), reason, link: this.page(`/appels/${callId}`) };
      // One letter a person, however many files of the organisation are concerned.
      const organisations = new Set((await concernedByCall(tx, callId)).map(({ organisationId }) => organisationId));
      for (const organisationId of organisations)
        await this.tell(tx, organisationId, callChangedForApplicant, values, `call-told-${historyId}`);
    });
  }

  /** May run twice: the key names the file, the closing and which reminder it is. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + Math.max(...REMINDED_DAYS) * DAY_MS);
    for (const draft of await draftsClosingBefore(this.db.manager, now, until)) {
      const days = reminderDue(draft.closesAt, now);
      if (days === null) continue;
      const closesAt = draft.closesAt.toISOString();
      const values = { target: draft.callTitle, closesAt, link: this.page(`/mes-candidatures/${draft.id}`) };
      await this.db.transaction((tx) =>
        this.tell(tx, draft.organisationId, applicationDraftReminder, values, `draft-reminder-${draft.id}-${closesAt}-${days}`),
      );
    }
  }

  page(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }

  /** To everyone who writes the files of an organisation; each event once a person. */
  async tell<Values extends object>(
    tx: EntityManager,
    organisationId: string,
    template: MailTemplate<Values>,
    values: Values,
    event: string,
  ): Promise<void> {
    for (const { accountId, email, language } of await writersOf(tx, organisationId)) {
      await this.outbox.send(tx, { to: email, language, template, values, eventKey: `${event}-${accountId}`, accountId });
    }
  }
}
