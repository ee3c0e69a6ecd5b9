import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import { type Actor, type Permission, whyNotAllowed } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { said } from '../../../platform/http/request-context.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { Inbox } from '../../inbox/inbox.js';
import { CallActs } from '../call-acts.js';
import { answerCallQuestion, insertCallQuestion } from '../call-questions.queries.js';
import { isSeenByAll, scopeOf, stateOf } from '../call.view.js';
import type { CallRecord } from '../calls.queries.js';
import type { AnswerOnCall } from '../calls.schemas.js';
import { CallsService } from '../calls.service.js';
import { whyNotAddVisit, whyNotBook, wrongHour } from './visit.rules.js';
import { visitsPolicy } from './visits.policy.js';
import * as rows from './visits.queries.js';
import type { AddVisit, BookVisit, CancelVisit, NoteVisitor, VisitList, VisitorList } from './visits.schemas.js';

const REMINDER_HOUR = 9;
const REMINDED_MS = 36 * 3_600_000;
const wrongHours = said(
  'la visite doit être à venir, finir après son début et avant la clôture',
  'the visit must be to come, end after it begins and before the closing',
);

/** Visits of the places of a call: hours that its owner gives, booked one place a person. */
@Injectable()
export class VisitsService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly calls: CallsService,
    private readonly acts: CallActs,
    private readonly inbox: Inbox,
  ) {}

  onModuleInit(): void {
    this.jobs.dailyInParis('remind-visits', REMINDER_HOUR, () => this.remind());
  }

  async list(actor: Actor | null, callId: string): Promise<VisitList> {
    return this.present(this.db.manager, actor, await this.seen(this.db.manager, callId));
  }

  async add(actor: Actor, callId: string, { startsAt, endsAt, meeting, capacity }: AddVisit): Promise<VisitList> {
    return this.db.transaction(async (tx) => {
      const call = await this.calls.read(tx, actor, callId, visitsPolicy.addVisit);
      const now = this.clock.now();
      const why = whyNotAddVisit(stateOf(call, now));
      if (why !== null) throw problem(why);
      const hours = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
      // Of two steps the first: after it nobody begins a file, and no place is visited.
      const closesAt = call.content.firstClosesAt ?? call.content.closesAt;
      const wrong = wrongHour(hours, closesAt === null ? null : new Date(closesAt), now);
      if (wrong !== null) throw problem('invalid-input', { errors: [{ in: 'body', pointer: `/${wrong}`, message: wrongHours.error() }] });
      await rows.insertVisit(tx, { ...hours, id: this.ids.next(), callId, meeting, capacity, accountId: actor.accountId, at: now });
      await this.tell(tx, actor, call, 'addVisit', { startsAt });
      return this.present(tx, actor, call);
    });
  }

  async cancel(actor: Actor, callId: string, visitId: string, { reason }: CancelVisit): Promise<VisitList> {
    return this.db.transaction(async (tx) => {
      const call = await this.calls.read(tx, actor, callId, visitsPolicy.cancelVisit);
      const visit = await this.hold(tx, actor, callId, visitId);
      if (visit.reason !== null) throw problem('visit-cancelled');
      if (visit.startsAt <= this.clock.now()) throw problem('visit-past');
      await rows.endVisit(tx, visitId, reason, this.clock.now());
      await this.inbox.tell(tx, {
        kind: 'visit_cancelled',
        accounts: (await rows.visitorsOf(tx, visitId)).map(({ accountId }) => accountId),
        thing: { id: callId, name: call.content.title },
        path: `/appels/${callId}`,
        dedupeKey: `visit-cancelled-${visitId}`,
        facts: { when: visit.startsAt.toISOString() },
      });
      await this.tell(tx, actor, call, 'cancelVisit', { visit: visitId });
      return this.present(tx, actor, call);
    });
  }

  /** Asked twice, booked once. */
  async book(actor: Actor, callId: string, visitId: string, { organisationId }: BookVisit): Promise<VisitList> {
    return this.db.transaction(async (tx) => {
      const call = await this.seen(tx, callId);
      authorise(visitsPolicy.bookVisit, actor);
      if (organisationId !== null && !actor.memberships.some((held) => held.organisationId === organisationId))
        throw problem('not-a-member');
      const others = await rows.otherVisitsOf(tx, actor.accountId, visitId);
      const visit = await this.hold(tx, actor, callId, visitId);
      if (visit.isMine) return this.present(tx, actor, call);
      const now = this.clock.now();
      const why = whyNotBook({ ...visit, callState: stateOf(call, now), isCancelled: visit.reason !== null, others }, now);
      if (why !== null) throw problem(why);
      await rows.insertBooking(tx, { visitId, accountId: actor.accountId, organisationId, at: now });
      return this.present(tx, actor, call);
    });
  }

  async leave(actor: Actor, callId: string, visitId: string): Promise<VisitList> {
    return this.db.transaction(async (tx) => {
      const call = await this.seen(tx, callId);
      authorise(visitsPolicy.leaveVisit, actor);
      const visit = await this.hold(tx, actor, callId, visitId);
      if (visit.startsAt <= this.clock.now()) throw problem('visit-past');
      await rows.deleteBooking(tx, visitId, actor.accountId);
      return this.present(tx, actor, call);
    });
  }

  async visitors(actor: Actor, callId: string, visitId: string, line: Permission = visitsPolicy.listVisitors): Promise<VisitorList> {
    await this.calls.read(this.db.manager, actor, callId, line);
    await this.of(this.db.manager, callId, visitId);
    return { items: await rows.visitorsOf(this.db.manager, visitId), next: null };
  }

  async note(actor: Actor, callId: string, visitId: string, accountId: string, { attended }: NoteVisitor): Promise<VisitorList> {
    return this.db.transaction(async (tx) => {
      await this.calls.read(tx, actor, callId, visitsPolicy.noteVisitor);
      await this.of(tx, callId, visitId);
      if (!(await rows.writeAttendance(tx, visitId, accountId, attended))) throw problem('not-found');
      return { items: await rows.visitorsOf(tx, visitId), next: null };
    });
  }

  /** As if it had been asked in public: everyone reads the answer, and is told of it. */
  async publishLearnt(actor: Actor, callId: string, visitId: string, { question, answer }: AnswerOnCall): Promise<VisitList> {
    return this.db.transaction(async (tx) => {
      const call = await this.calls.read(tx, actor, callId, visitsPolicy.publishLearntOnVisit);
      const state = stateOf(call, this.clock.now());
      const why = whyNotAddVisit(state);
      if (why !== null) throw problem(why);
      await this.of(tx, callId, visitId);
      const line = { id: this.ids.next(), callId, accountId: actor.accountId, at: this.clock.now() };
      await insertCallQuestion(tx, { ...line, asked: question });
      await answerCallQuestion(tx, { ...line, question, answer });
      await this.acts.tell(tx, actor, call, { action: 'answerQuestion', version: call.version, fromState: state, toState: state });
      return this.present(tx, actor, call);
    });
  }

  /** The morning before: visits of the next day. May run twice: the key names the visit. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    for (const visit of await rows.visitsBetween(this.db.manager, now, new Date(now.getTime() + REMINDED_MS))) {
      await this.db.transaction((tx) =>
        this.inbox.tell(tx, {
          kind: 'visit_reminder',
          accounts: visit.accounts,
          thing: { id: visit.callId, name: visit.title },
          path: `/appels/${visit.callId}`,
          dedupeKey: `visit-reminder-${visit.id}`,
          facts: { when: visit.startsAt.toISOString() },
        }),
      );
    }
  }

  async of(tx: EntityManager, callId: string, visitId: string): Promise<rows.VisitRow> {
    const visit = (await rows.visitsOf(tx, callId, null)).find(({ id }) => id === visitId);
    if (visit === undefined) throw problem('not-found');
    return visit;
  }

  /** Visits are those of a call that everyone may read. */
  async seen(tx: EntityManager, callId: string): Promise<CallRecord> {
    const call = await this.calls.find(tx, callId);
    if (!isSeenByAll(call)) throw problem('not-found');
    return call;
  }

  private async hold(tx: EntityManager, actor: Actor, callId: string, visitId: string): Promise<rows.VisitRow> {
    const visit = await rows.lockVisit(tx, visitId, actor.accountId);
    if (visit?.callId !== callId) throw problem('not-found');
    return visit;
  }

  private async tell(tx: EntityManager, actor: Actor, call: CallRecord, action: string, facts: Record<string, string>): Promise<void> {
    const state = stateOf(call, this.clock.now());
    await this.acts.tell(tx, actor, call, { action, version: call.version, fromState: state, toState: state, facts });
  }

  private async present(tx: EntityManager, actor: Actor | null, call: CallRecord): Promise<VisitList> {
    const now = this.clock.now();
    const callState = stateOf(call, now);
    const refusal = (line: Permission, scope = {}) => whyNotAllowed(line, actor, scope);
    const found = await rows.visitsOf(tx, call.id, actor?.accountId ?? null);
    const mine = found.filter(({ isMine, reason }) => isMine && reason === null);
    return {
      items: found.map((visit) => {
        const { id, startsAt, endsAt, meeting, capacity, booked, reason, isMine } = visit;
        const others = mine.filter((other) => other.id !== id);
        const ended = reason === null ? (startsAt <= now ? 'visit-past' : null) : 'visit-cancelled';
        const booking = whyNotBook({ ...visit, callState, isCancelled: reason !== null, others }, now);
        return {
          ...{ id, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), meeting, capacity, cancelled: reason, mine: isMine },
          left: Math.max(0, capacity - booked),
          actions: {
            bookVisit: refusal(visitsPolicy.bookVisit) ?? booking,
            cancelVisit: refusal(visitsPolicy.cancelVisit, scopeOf(call)) ?? ended,
          },
        };
      }),
      next: null,
      actions: { addVisit: refusal(visitsPolicy.addVisit, scopeOf(call)) ?? whyNotAddVisit(callState) },
    };
  }
}
