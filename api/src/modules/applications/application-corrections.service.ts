import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { said } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { questionsOf } from '../calls/form/question.rules.js';
import { ApplicationMoves } from './application-moves.service.js';
import { ApplicationPost } from './application-post.js';
import { formOf } from './application.view.js';
import type { ApplicationRecord, CorrectionRow } from './applications.queries.js';
import { correctionReminderDue, LOTS, outcomeOfEnding, whyNotRequestCorrection } from './correction.rules.js';
import { correctionAsked, correctionEnded, correctionReminder } from './corrections.mails.js';
import { closeCorrection, correctionsDueBefore, correctionsOf, insertCorrection, type PastCorrection } from './corrections.queries.js';

const REMINDER_HOUR = 9;
const LONGEST_WARNING_MS = 3 * 24 * 3_600_000;
const unknownField = said('ce n’est pas une question de ce dossier', 'this is not a question of this file');

export interface CorrectionAsked extends Pick<CorrectionRow, 'reason' | 'items'> {
  readonly dueAt: Date;
}

/** What an owner asks to correct in a file that was filed. Whoever calls has asked for the right to act. */
@Injectable()
export class ApplicationCorrections implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly moves: ApplicationMoves,
    private readonly post: ApplicationPost,
  ) {}

  onModuleInit(): void {
    this.jobs.dailyInParis('remind-corrections', REMINDER_HOUR, () => this.remind());
  }

  async request(tx: EntityManager, actor: Actor, applicationId: string, { dueAt, reason, items }: CorrectionAsked): Promise<void> {
    const application = await this.moves.hold(tx, applicationId);
    const now = this.clock.now();
    const why = whyNotRequestCorrection(application.state, dueAt, now);
    if (why !== null) throw problem(why, { facts: { state: application.state } });
    refuseUnknown(application, items);
    const sequence = application.lastFiling?.sequence ?? 0;
    const id = this.ids.next();
    await insertCorrection(tx, { id, applicationId, accountId: actor.accountId, askedAt: now, dueAt, reason, items, sequence });
    const labels = new Map(questionsOf(formOf(application)).map((question) => [question.id, question.label]));
    const lines = items.map(({ field, fault, note }) => ({ label: labels.get(field) ?? null, fault, note }));
    const values = { ...this.about(application), reason, dueAt: dueAt.toISOString(), items: lines };
    await this.post.tell(tx, application.organisation.id, correctionAsked, values, `correction-asked-${id}`);
    const fields = items.map(({ field }) => field).join(' ');
    await this.moves.move(tx, actor, { applicationId, action: 'requestCorrection', reason, facts: { dueAt: dueAt.toISOString(), fields } });
  }

  /** Taken back while there is time left; afterwards, the examination goes on with what was filed. */
  async end(tx: EntityManager, actor: Actor, applicationId: string, reason: string): Promise<void> {
    const application = await this.moves.hold(tx, applicationId);
    const { correction } = application;
    if (correction === null) throw problem('application-state-forbids', { facts: { state: application.state } });
    const now = this.clock.now();
    const outcome = outcomeOfEnding(new Date(correction.dueAt), now);
    await closeCorrection(tx, applicationId, outcome, now);
    const values = { ...this.about(application), outcome, reason };
    await this.post.tell(tx, application.organisation.id, correctionEnded, values, `correction-ended-${correction.id}`);
    await this.moves.move(tx, actor, { applicationId, action: 'endCorrection', reason, facts: { outcome } });
  }

  /** When the file is decided upon without the correction that was asked. */
  async close(tx: EntityManager, applicationId: string): Promise<void> {
    await closeCorrection(tx, applicationId, 'lapsed', this.clock.now());
  }

  ofApplication(tx: EntityManager, applicationId: string): Promise<PastCorrection[]> {
    return correctionsOf(tx, applicationId);
  }

  /** May run twice: the key names the request and which reminder it is. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    for (const line of await correctionsDueBefore(this.db.manager, now, new Date(now.getTime() + LONGEST_WARNING_MS))) {
      const days = correctionReminderDue(line.askedAt, line.dueAt, now);
      if (days === null) continue;
      const { number, target } = line;
      const values = { number, target, dueAt: line.dueAt.toISOString(), link: this.post.page(`/mes-candidatures/${line.applicationId}`) };
      await this.db.transaction((tx) =>
        this.post.tell(tx, line.organisationId, correctionReminder, values, `correction-reminder-${line.id}-${days}`),
      );
    }
  }

  private about({ id, number, call, site }: ApplicationRecord) {
    return { number: number ?? '', target: call?.title ?? site?.name ?? '', link: this.post.page(`/mes-candidatures/${id}`) };
  }
}

function refuseUnknown(application: ApplicationRecord, items: CorrectionAsked['items']): void {
  const known = new Set(questionsOf(formOf(application)).map(({ id }) => id));
  const hasLots = (application.call?.lots.length ?? 0) > 0;
  const errors = items.flatMap(({ field }, index) =>
    known.has(field) || (field === LOTS && hasLots)
      ? []
      : [{ in: 'body' as const, pointer: `/items/${index}/field`, message: unknownField.error() }],
  );
  if (errors.length > 0) throw problem('invalid-input', { errors });
}
