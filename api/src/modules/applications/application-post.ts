import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { InjectConfig } from '../../platform/config.token.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import type { MailTemplate } from '../../platform/mail/mail-template.js';
import { type CallNews, callTold, callToldKey } from '../calls/calls.events.js';
import { Inbox, type Telling } from '../inbox/inbox.js';
import { REMINDED_DAYS, reminderDue } from './application.rules.js';
import { applicationDraftReminder, applicationFiled, callChangedForApplicant } from './applications.mails.js';
import { refusedFile } from './application-files.queries.js';
import { callNews, concernedByCall, draftsClosingBefore } from './application-post.queries.js';
import type { ApplicationRecord } from './applications.queries.js';

const REMINDER_HOUR = 9;
const DAY_MS = 24 * 3_600_000;

type Told<Values extends object> = Omit<Telling<Values>, 'accounts' | 'thing' | 'path' | 'letter'> & {
  readonly template: MailTemplate<Values>;
  readonly values: Values;
};

/** Messages to those who write an organisation's files: receipts, news of the call, reminders before the closing and never after. */
@Injectable()
export class ApplicationPost implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(callTold, 'tell-applicants', ({ callId, historyId, what }) =>
      // Of a shortlist each applicant has a letter of its own.
      what === 'published' || what === 'shortlist' ? Promise.resolve() : this.tellOfCall(callId, historyId, what),
    );
    this.jobs.dailyInParis('remind-drafts', REMINDER_HOUR, () => this.remind());
  }

  /** The receipt to those who write the file; to the owner, that a place was asked for. What answers a call stays sealed. */
  async receipt(
    tx: EntityManager,
    { id, organisation, owner, call, site, title, step }: ApplicationRecord,
    { isFirst, ...filed }: { number: string; sequence: number; at: Date; hash: string; isFirst: boolean },
  ): Promise<void> {
    const target = call?.title ?? site?.name ?? '';
    const values = { target, organisation: organisation.name, ...filed, step, isFirst, at: filed.at.toISOString() };
    await this.inbox.tell(tx, {
      kind: 'application_filed',
      accounts: await this.inbox.writersOf(tx, organisation.id),
      thing: { id, name: title },
      path: `/mes-candidatures/${id}/recu`,
      dedupeKey: `application-filed-${id}-${filed.sequence}`,
      facts: { who: filed.number },
      letter: { template: applicationFiled, values: () => ({ ...values, link: this.page(`/mes-candidatures/${id}/recu`) }) },
    });
    if (site === null || filed.sequence > 1) return;
    await this.inbox.tell(tx, {
      kind: 'request_received',
      accounts: await this.inbox.writersOf(tx, owner.id),
      thing: { id: site.id, name: site.name },
      path: `/mes-candidatures/${id}`,
      dedupeKey: `request-received-${id}`,
      facts: { who: organisation.name },
    });
  }

  /** Colleagues hear of it, and the owner's agents when they could read it. */
  async withdrawn(
    tx: EntityManager,
    actor: Actor,
    { id, organisation, owner, call, site, title }: ApplicationRecord,
    { isRead }: { readonly isRead: boolean },
  ): Promise<void> {
    const told = { kind: 'application_withdrawn', dedupeKey: `application-withdrawn-${id}`, facts: { who: organisation.name } } as const;
    const colleagues = await this.inbox.writersOf(tx, organisation.id, actor.accountId);
    await this.inbox.tell(tx, { ...told, accounts: colleagues, thing: { id, name: title }, path: `/mes-candidatures/${id}` });
    if (!isRead) return;
    const accounts = await this.inbox.writersOf(tx, owner.id);
    await this.inbox.tell(tx, {
      ...told,
      accounts,
      thing: { id, name: call?.title ?? site?.name ?? title },
      path: `/mes-candidatures/${id}`,
    });
  }

  /** Whoever sent a document that the checks refused learns it before the closing does. */
  async fileRefused(tx: EntityManager, fileId: string): Promise<void> {
    const refused = await refusedFile(tx, fileId);
    if (refused === null) return;
    const { accountId, applicationId: id, application: name, title, refusal } = refused;
    const facts = { ...(title === null ? {} : { who: title }), what: refusal };
    const told = { kind: 'application_file_refused', dedupeKey: `application-file-refused-${fileId}` } as const;
    await this.inbox.tell(tx, { ...told, accounts: [accountId], thing: { id, name }, path: `/mes-candidatures/${id}`, facts });
  }

  private async tellOfCall(callId: string, historyId: string, what: Exclude<CallNews, 'published' | 'shortlist'>): Promise<void> {
    await this.db.transaction(async (tx) => {
      const news = await callNews(tx, callId, historyId);
      if (news === null) return;
      const { title: target, closesAt, step, reason } = news;
      const path = what === 'results' ? `/appels/${callId}/resultats` : `/appels/${callId}`;
      const values = { what, target, closesAt: closesAt.toISOString(), step, reason, link: this.page(path) };
      const writers: string[] = [];
      for (const organisationId of await concernedByCall(tx, callId, historyId))
        writers.push(...(await this.inbox.writersOf(tx, organisationId)));
      // One letter a person, however many files or organisations of theirs are concerned.
      await this.inbox.tell(tx, {
        kind: 'call_changed',
        accounts: [...new Set(writers)],
        thing: { id: callId, name: target },
        path,
        dedupeKey: callToldKey(historyId),
        facts: { what: step === null ? what : `${what}-${step}`, when: values.closesAt },
        letter: { template: callChangedForApplicant, values: (waysOut) => ({ ...values, ...waysOut }) },
      });
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
      const path = `/mes-candidatures/${draft.id}`;
      const values = { target: draft.callTitle, closesAt, link: this.page(path) };
      await this.db.transaction(async (tx) =>
        this.inbox.tell(tx, {
          kind: 'application_draft_reminder',
          accounts: await this.inbox.writersOf(tx, draft.organisationId),
          thing: { id: draft.id, name: draft.title },
          path,
          dedupeKey: `draft-reminder-${draft.id}-${closesAt}-${days}`,
          facts: { when: closesAt },
          letter: { template: applicationDraftReminder, values: (waysOut) => ({ ...values, ...waysOut }) },
        }),
      );
    }
  }

  page(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }

  /** To everyone who writes a file: a notice, and a letter of its own that leaves at once. */
  async tell<Values extends object>(
    tx: EntityManager,
    { id, organisationId, target }: { readonly id: string; readonly organisationId: string; readonly target: string },
    { template, values, ...told }: Told<Values>,
  ): Promise<void> {
    await this.inbox.tell(tx, {
      ...told,
      accounts: await this.inbox.writersOf(tx, organisationId),
      thing: { id, name: target },
      path: `/mes-candidatures/${id}`,
      letter: { template, values: () => values },
    });
  }
}
