import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import { Clock } from '../../platform/clock.js';
import { InjectConfig } from '../../platform/config.token.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import { MailTemplates } from '../../platform/mail/mail-templates.js';
import { type EndingEvidence, listEnding } from './evidence.queries.js';
import { frenchDay } from './evidence.view.js';
import { readAdministrators } from './moderation.queries.js';
import { evidenceEnds, type ModeratorDecision, organisationDecided } from './organisation.mails.js';

/** Before the end of a piece of evidence, in days: the second letter leaves only when nothing was done after the first. */
const WARNINGS_DAYS = [15, 60] as const;
const HOUR_UTC = 5;

/** What administrators of organisations are written. */
@Injectable()
export class OrganisationLetters implements OnModuleInit {
  private readonly publicUrl: string;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly outbox: MailOutbox,
    private readonly templates: MailTemplates,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    @InjectConfig() { publicUrl }: Config,
  ) {
    this.publicUrl = publicUrl;
  }

  onModuleInit(): void {
    this.templates.register(organisationDecided, evidenceEnds);
    this.jobs.daily('warn-of-ending-evidence', HOUR_UTC, () => this.warnOfEndings());
  }

  async tellDecision(
    tx: EntityManager,
    { id, name }: { id: string; name: string },
    decision: ModeratorDecision,
    reason: string,
  ): Promise<void> {
    const url = `${this.publicUrl}/organisations/${id}/gerer`;
    for (const { accountId, email, language } of await readAdministrators(tx, id)) {
      await this.outbox.send(tx, {
        to: email,
        language,
        template: organisationDecided,
        values: { organisation: name, decision, reason, url },
        eventKey: `organisation-${decision}-${id}-${this.clock.now().getTime()}-${accountId}`,
        accountId,
      });
    }
  }

  /** Safe to run twice, and after days without a worker: each warning has its own key, and the nearest one due is the one sent. */
  async warnOfEndings(): Promise<void> {
    const today = frenchDay(this.clock.now());
    for (const evidence of await listEnding(this.db.manager, today, WARNINGS_DAYS[1])) {
      await this.db.transaction((tx) => this.warn(tx, evidence));
    }
  }

  private async warn(tx: EntityManager, { id, kind, endsOn, daysLeft, organisation }: EndingEvidence): Promise<void> {
    const due = WARNINGS_DAYS.find((days) => daysLeft <= days);
    const url = `${this.publicUrl}/organisations/${organisation.id}/gerer/justificatifs`;
    for (const { accountId, email, language } of await readAdministrators(tx, organisation.id)) {
      await this.outbox.send(tx, {
        to: email,
        language,
        template: evidenceEnds,
        values: { organisation: organisation.name, kind, endsOn, daysLeft, url },
        eventKey: `evidence-ends-${id}-${due}-${accountId}`,
        accountId,
      });
    }
  }
}
