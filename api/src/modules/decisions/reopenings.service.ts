import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor, Permission } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { said } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { canonicalJson } from '../../platform/journal/act.js';
import { ApplicationFollowers } from '../applications/application-followers.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import { ApplicationsService } from '../applications/applications.service.js';
import { LegalSteps } from '../legal/legal-steps.service.js';
import { SiteCalls } from '../sites/life/site-calls.js';
import { AfterwardsService, toldOf } from './afterwards.service.js';
import { AwardAmendments } from './award-amendments.js';
import { type AwardParts, AwardsService, closingOf } from './awards.service.js';
import { DecisionPost } from './decision-post.js';
import { ACTION_OF, isPossibleDay, outcomeOf } from './decision.rules.js';
import { decisionsPolicy } from './decisions.policy.js';
import * as rows from './decisions.queries.js';
import type { LineRow } from './decisions.queries.js';
import type { ApplicationDecision, DecideAgain, DecideAward, ReopenApplication } from './decisions.schemas.js';
import { isLeftToNobody, isWhollyDecided, lotsReopened, reasonFaults, whyNotDecideAgain, whyNotReopen } from './reopening.rules.js';

type Application = Awaited<ReturnType<ApplicationsService['find']>>;
const NOT_OF_THE_GRID = said('n’est pas un critère de la grille, ou y est deux fois', 'is no criterion of the grid, or is there twice');
/** What the history of a place says. */
const REOPENED = 'award_reopened';
const NOBODY_CHOSEN = 'award_given_up';

/** Files decided or refused, reopened and decided again, each by a dated act of the authority that everyone reads beside the results. */
@Injectable()
export class ReopeningsService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly applications: ApplicationsService,
    private readonly followers: ApplicationFollowers,
    private readonly afterwards: AfterwardsService,
    private readonly awards: AwardsService,
    private readonly amendments: AwardAmendments,
    private readonly moves: ApplicationMoves,
    private readonly siteCalls: SiteCalls,
    private readonly legalSteps: LegalSteps,
    private readonly post: DecisionPost,
  ) {}

  onModuleInit(): void {
    this.followers.follow(async (tx, actor, application, { action }) => {
      if (action === 'withdraw' && application.call !== null) await this.withdrawn(tx, actor, application, application.call.id);
    });
  }

  /** A place that was awarded goes back to the call until it is decided again; nobody who waits is promoted by it. */
  async reopen(actor: Actor, applicationId: string, { reason, ...decision }: ReopenApplication): Promise<ApplicationDecision> {
    return this.db.transaction(async (tx) => {
      const { application, parts } = await this.ofOwner(tx, actor, applicationId, decisionsPolicy.reopenApplication, decision);
      if (parts.now !== 'results_published') throw problem('call-state-forbids', { facts: { state: parts.now } });
      const why = whyNotReopen(application.state, application.step);
      if (why !== null) throw problem(why, { facts: { state: application.state } });
      await this.moves.move(tx, actor, { applicationId, action: 'reopen', reason, facts: factsOf(decision) });
      const decided = parts.lines.filter((one) => one.applicationId === applicationId && one.outcome !== 'withdrawn');
      for (const line of decided) if (!(await rows.moveLine(tx, line, 'reopened'))) throw problem('changed-meanwhile');
      const lines = decided.length > 0 ? decided : await this.reopenUndecided(tx, application, parts);
      const freed = await this.stillTheirs(tx, parts, decided);
      for (const line of lines) await this.amendments.add(tx, actor, line, { kind: 'reopened', decision, reason });
      for (const { lot } of freed) if (lot !== null) await this.siteCalls.reopenAward(tx, actor, parts.call.organisation.id, lot, REOPENED);
      const suspended = freed.map(({ lot }) => nameOf(parts, lot));
      await this.post.letter(tx, parts, 'reopened', toldOf(application), { lines: [], decision, reason, suspended });
      for (const { lot } of freed) await this.post.awardReopened(tx, parts, { lot, event: this.ids.next() });
      return this.afterwards.show(tx, actor, applicationId);
    });
  }

  /** A dated decision on a file that was reopened, for one of its lots, with its reasons criterion by criterion. */
  async decideAgain(
    actor: Actor,
    applicationId: string,
    { lot, outcome, reasons, ...decision }: DecideAgain,
  ): Promise<ApplicationDecision> {
    return this.db.transaction(async (tx) => {
      const { application, parts } = await this.ofOwner(tx, actor, applicationId, decisionsPolicy.decideAgain, decision);
      const others = parts.lines.filter((one) => one.lot === lot && one.applicationId !== applicationId);
      const line = parts.lines.find((one) => one.lot === lot && one.applicationId === applicationId);
      const taken = others.some((one) => one.outcome === 'selected');
      const why = whyNotDecideAgain(application.state, parts.now, { line: line?.outcome ?? null, taken }, outcome);
      if (why !== null || line === undefined) throw problem(why ?? 'not-found', { facts: { state: application.state } });
      refuseOffGrid(parts, lot, reasons);
      if (outcome === 'selected') await this.legalSteps.require(tx, { applicationId, act: 'select' });
      const last = Math.max(0, ...others.map(({ waitingRank }) => waitingRank ?? 0));
      const rank = outcome === 'waiting_list' ? last + 1 : null;
      if (!(await rows.moveLine(tx, line, outcome, rank, reasons))) throw problem('changed-meanwhile');
      const decided = { ...line, outcome, waitingRank: rank, reasons };
      const isLast = await this.settleState(tx, actor, parts, decided, decision);
      await this.amendments.add(tx, actor, line, { kind: outcome, decision, reasons });
      if (lot !== null && outcome === 'selected') {
        await this.siteCalls.awardAgain(tx, actor, parts.call.organisation.id, lot);
        await this.afterwards.endRequests(tx, [lot]);
      }
      await this.leaveIfNobody(tx, actor, parts.call.organisation.id, lot, [...others, decided]);
      if (isLast) await this.tellDecided(tx, parts, application, decision);
      return this.afterwards.show(tx, actor, applicationId);
    });
  }

  /** Those of these lines whose place is still the file's: after an agreement that ended, it may have gone to somebody else. */
  private async stillTheirs(tx: EntityManager, { call }: AwardParts, lines: readonly LineRow[]): Promise<LineRow[]> {
    const theirs: LineRow[] = [];
    for (const line of lines.filter(({ outcome }) => outcome === 'selected')) {
      if (line.lot === null || !(await rows.isAwardedSince(tx, call.id, line.lot))) theirs.push(line);
    }
    return theirs;
  }

  /** A file held inadmissible was never ranked: it is decided on the lots it asked for. */
  private async reopenUndecided(tx: EntityManager, { id, lots, lastFiling }: Application, parts: AwardParts): Promise<LineRow[]> {
    const lines = lotsReopened(lastFiling?.content.lots ?? lots, parts.lots).map((lot): LineRow => {
      return { id: this.ids.next(), callId: parts.call.id, lot, applicationId: id, outcome: 'reopened', waitingRank: null, reasons: [] };
    });
    for (const line of lines) await rows.insertLine(tx, line);
    return lines;
  }

  /** Decided for one lot of several, a file stays in review until the last of them. @returns whether this is the last */
  private async settleState(tx: EntityManager, actor: Actor, parts: AwardParts, decided: LineRow, decision: DecideAward): Promise<boolean> {
    const { applicationId, reasons } = decided;
    const lines = parts.lines.map((one) => (one.id === decided.id ? decided : one)).filter((one) => one.applicationId === applicationId);
    if (!isWhollyDecided(lines)) return false;
    const reason = reasons.map(({ text }) => text).join('\n');
    await this.moves.move(tx, actor, { applicationId, action: ACTION_OF[outcomeOf(lines)], reason, facts: factsOf(decision) });
    return true;
  }

  /** One letter for the whole file: it says the outcome of each lot, and the decision by which it was taken where they differ. */
  private async tellDecided(tx: EntityManager, parts: AwardParts, application: Application, decision: DecideAward): Promise<void> {
    const lines = (await rows.linesOfApplication(tx, application.id)).filter(({ outcome }) => outcome !== 'withdrawn');
    const taken = await rows.lastDecisionsOn(tx, application.id);
    const isOne = taken.every((one) => canonicalJson(one.decision) === canonicalJson(decision));
    const decisions = new Map(isOne ? [] : taken.map(({ lot, decision: of }) => [lot, of] as const));
    await this.post.letter(tx, parts, outcomeOf(lines), toldOf(application), { lines, decision, decisions });
  }

  /** Whoever withdraws a file that was reopened leaves what it was reopened for, and what it was already given again. */
  private async withdrawn(tx: EntityManager, actor: Actor | null, application: Application, callId: string): Promise<void> {
    const { id, owner, organisation } = application;
    const standing = (await rows.linesOfApplication(tx, id)).filter(({ outcome }) => outcome !== 'withdrawn' && outcome !== 'not_selected');
    if (standing.length === 0) return;
    const parts = await this.awards.parts(tx, callId, { held: true });
    if (parts.award?.publishedAt == null) return;
    for (const line of standing) {
      if (!(await rows.moveLine(tx, line, 'withdrawn'))) throw problem('changed-meanwhile');
      await this.amendments.add(tx, actor, line, { kind: 'withdrawn' });
      const others = (await rows.linesOf(tx, callId)).filter(({ lot }) => lot === line.lot);
      if (line.outcome === 'selected') await this.afterwards.passOn(tx, actor, parts, line, organisation.name);
      else await this.leaveIfNobody(tx, actor, owner.id, line.lot, others);
    }
  }

  private async leaveIfNobody(tx: EntityManager, actor: Actor | null, ownerId: string, lot: string | null, lines: readonly LineRow[]) {
    if (lot === null || !isLeftToNobody(lines)) return;
    await this.siteCalls.leaveReopened(tx, actor, ownerId, lot, NOBODY_CHOSEN);
  }

  private async ofOwner(tx: EntityManager, actor: Actor, applicationId: string, line: Permission, decision: DecideAward) {
    const application = await this.applications.find(tx, applicationId);
    authorise(line, actor, { organisationId: application.call === null ? null : application.owner.id });
    if (application.call === null) throw problem('not-found');
    const parts = await this.awards.parts(tx, application.call.id, { held: true });
    if (!isPossibleDay(decision.decidedOn, closingOf(parts), this.clock.now())) throw problem('decision-date-impossible');
    return { application: await this.applications.find(tx, applicationId), parts };
  }
}

function refuseOffGrid({ call }: AwardParts, lot: string | null, reasons: DecideAgain['reasons']): void {
  const { missing, unknown } = reasonFaults(call.content.grid.criteria, reasons);
  const errors = unknown.map((index) => ({
    in: 'body' as const,
    pointer: `/reasons/${index}/criterion`,
    message: NOT_OF_THE_GRID.error(),
  }));
  if (errors.length > 0) throw problem('invalid-input', { errors });
  if (missing.length > 0) throw problem('award-incomplete', { facts: { faults: [{ lot, fault: 'reasons_missing' }], criteria: missing } });
}

const nameOf = ({ lots, call }: AwardParts, lot: string | null): string => lots.find(({ id }) => id === lot)?.name ?? call.content.title;
const factsOf = ({ decidedOn, reference }: DecideAward) => ({ decidedOn, reference });
