import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { AppSecret } from '../../../platform/access/app-secret.js';
import { authorise } from '../../../platform/access/authorise.js';
import { networkOf } from '../../../platform/access/network-address.js';
import type { Actor, Permission } from '../../../platform/access/permission.js';
import { RateLimits } from '../../../platform/access/rate-limits.js';
import { Clock } from '../../../platform/clock.js';
import { SignedLinks } from '../../../platform/files/signed-links.js';
import { toPage } from '../../../platform/http/cursor.js';
import { problem } from '../../../platform/http/problem.js';
import { Ids } from '../../../platform/ids.js';
import { StandingJournal } from './standing.journal.js';
import { standingPolicy } from './standing.policy.js';
import * as rows from './standing.queries.js';
import { countPeople, isOnePerson, standingOf, standingShown } from './standing.rules.js';
import type {
  KeeperStanding,
  SetAside,
  SiteStanding,
  StandingAnswered,
  StandingInput,
  StandingQueue,
  StandingQueueSearch,
} from './standing.schemas.js';

const PHOTO_WITHIN_S = 3_600;

/** “What stands there today?”: answered by whoever passes by, contested by who keeps the place, stated when two people agree. */
@Injectable()
export class StandingService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly limits: RateLimits,
    private readonly secret: AppSecret,
    private readonly links: SignedLinks,
    private readonly journal: StandingJournal,
  ) {}

  async read(siteId: string): Promise<SiteStanding> {
    await this.shown(this.db.manager, siteId);
    return this.viewOf(this.db.manager, siteId);
  }

  /** Whoever answers again changes their answer: each person is counted once. */
  async answer(actor: Actor | null, siteId: string, { answer }: StandingInput, request: Request): Promise<StandingAnswered> {
    const network = networkOf(request.ip ?? '');
    await this.limits.consume('passer-by-answer', network);
    return this.db.transaction(async (tx) => {
      const place = await this.shown(tx, siteId, rows.lockPlace);
      const isKeeper = actor?.memberships.some(({ organisationId }) => organisationId === place.keeperId) ?? false;
      if (isKeeper) throw problem('own-place-answer');
      const networkKey = this.secret.sign('passer-by', `${siteId} ${network}`);
      const person = { accountId: actor?.accountId ?? null, networkKey };
      const earlier = (await rows.answersOf(tx, siteId)).find((other) => isOnePerson(person, other));
      const id = earlier?.id ?? this.ids.next();
      const at = this.clock.now();
      if (earlier) await rows.changeAnswer(tx, id, answer, at);
      else await rows.insertAnswer(tx, { id, siteId, answer, at, ...person });
      await this.journal.tell(tx, person.accountId, siteId, 'answer-standing', { facts: { answer } });
      return { standing: await this.settle(tx, siteId), photoUrl: this.links.sign(photoPath(id), PHOTO_WITHIN_S) };
    });
  }

  /** The keeper's word stands beside the answers and never takes their place. */
  async state(actor: Actor, siteId: string, { says, note }: KeeperStanding): Promise<SiteStanding> {
    return this.db.transaction(async (tx) => {
      const place = await rows.lockPlace(tx, siteId);
      if (place === null) throw problem('not-found');
      authorise(standingPolicy.stateStanding, actor, { organisationId: place.keeperId });
      const organisationId = place.keeperId ?? '';
      const said = { siteId, organisationId, accountId: actor.accountId, note: note ?? null, statedAt: this.clock.now() };
      if (says === null) await rows.dropStatement(tx, siteId);
      else await rows.saveStatement(tx, { ...said, says });
      await this.journal.tell(tx, actor.accountId, siteId, 'state-standing', { organisationId, facts: { says } });
      return this.settle(tx, siteId);
    });
  }

  async setAside(actor: Actor, answerId: string, { reason }: SetAside): Promise<SiteStanding> {
    authorise(standingPolicy.setStandingAnswerAside, actor);
    return this.db.transaction(async (tx) => {
      const answer = await rows.findAnswer(tx, answerId);
      if (answer === null) throw problem('not-found');
      await rows.lockPlace(tx, answer.siteId);
      if (!(await rows.setAnswerAside(tx, answerId, reason, this.clock.now()))) throw problem('changed-meanwhile');
      await this.journal.tell(tx, actor.accountId, answer.siteId, 'set-standing-answer-aside', { why: reason, facts: { answerId } });
      return this.settle(tx, answer.siteId);
    });
  }

  async toLookAt(actor: Actor, search: StandingQueueSearch): Promise<StandingQueue> {
    authorise(standingPolicy.listStandingQueue, actor);
    return toPage(await rows.placesToLookAt(this.db.manager, search), search.limit, ({ id }) => [id]);
  }

  /** The place of an answer, and what its keeper or a moderator may do there. @throws Problem */
  async placeFor(db: EntityManager, actor: Actor, siteId: string, line: Permission): Promise<rows.AskedPlace> {
    const place = await rows.findPlace(db, siteId);
    if (place === null) throw problem('not-found');
    authorise(line, actor, { organisationId: place.keeperId });
    return place;
  }

  async viewOf(db: EntityManager, siteId: string): Promise<SiteStanding> {
    const [answers, keeper] = [await this.counted(db, siteId), await rows.findStatement(db, siteId)];
    const fact = standingOf(answers, keeper?.says);
    return {
      ...fact,
      on: fact.on && dayOf(fact.on),
      answers: countPeople(answers),
      keeper: keeper && { says: keeper.says, note: keeper.note, on: dayOf(keeper.statedAt) },
    };
  }

  private async settle(tx: EntityManager, siteId: string): Promise<SiteStanding> {
    const keeper = await rows.findStatement(tx, siteId);
    await rows.writeStanding(tx, siteId, standingShown(standingOf(await this.counted(tx, siteId), keeper?.says)));
    return this.viewOf(tx, siteId);
  }

  private async counted(db: EntityManager, siteId: string): Promise<rows.AnswerRow[]> {
    return (await rows.answersOf(db, siteId)).filter(({ setAside }) => setAside === null);
  }

  private async shown(db: EntityManager, siteId: string, find = rows.findPlace): Promise<rows.AskedPlace> {
    const place = await find(db, siteId);
    if (place === null || !place.seenByAll) throw problem('not-found');
    return place;
  }
}

export const photoPath = (answerId: string): string => `/api/standing-answers/${answerId}/photo`;
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
