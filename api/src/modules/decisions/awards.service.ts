import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import { type Actor, type Permission, whyNotAllowed } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { said } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { parisFace } from '../../platform/paris-time.js';
import { CallMoves } from '../calls/call-moves.service.js';
import { nextCallState } from '../calls/call.rules.js';
import { LegalSteps } from '../legal/legal-steps.service.js';
import { LegalRulesService } from '../legal/rule-corrections.service.js';
import type { LotRanking } from '../review/ranking.rules.js';
import { ReviewActs } from '../review/review.acts.js';
import { callOf, gridOf, IN_REVIEW, rankingOf, revealedScores, type ReviewParts, toRankingView } from '../review/review.view.js';
import { ReviewsService } from '../review/reviews.service.js';
import { draftAward } from './award.draft.js';
import { type AwardLine, awardFaults, departures, type Proposal, whyNotDecide, whyNotDraftAward, whyNotPropose } from './decision.rules.js';
import { decisionsPolicy } from './decisions.policy.js';
import * as rows from './decisions.queries.js';
import type { AwardRow, LineRow } from './decisions.queries.js';
import type { AwardView, DecideAward, SaveAward, TakeBackAward } from './decisions.schemas.js';
import { DEFAULT_DEED, type DeedWords, deedWords } from './deed-kinds.js';

export interface AwardParts extends ReviewParts {
  readonly award: AwardRow | null;
  readonly lines: readonly LineRow[];
  readonly deed: DeedWords;
  /** Of the files that are in review, or were when it was decided. */
  readonly ranks: readonly LotRanking[];
}
const unknownFile = said('n’est pas un dossier évalué de ce lot', 'is not a reviewed file of this lot');
/** What the journal of the steps says of a selection made here. */
const SELECTION_BY_GRID = 'Classement par la grille publiée, notes verrouillées puis révélées';

/** An award proposed inside, edited, taken back, decided by the authority: nothing of it is seen outside before the results. */
@Injectable()
export class AwardsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly reviews: ReviewsService,
    private readonly callMoves: CallMoves,
    private readonly acts: ReviewActs,
    private readonly legalSteps: LegalSteps,
    private readonly legalRules: LegalRulesService,
  ) {}

  async get(actor: Actor, callId: string): Promise<AwardView> {
    return this.present(actor, await this.read(this.db.manager, actor, callId, decisionsPolicy.getAward));
  }

  async save(actor: Actor, callId: string, input: SaveAward): Promise<AwardView> {
    return this.db.transaction(async (tx) => {
      const parts = await this.held(tx, actor, callId, decisionsPolicy.saveAward);
      const why = whyNotDraftAward({ call: parts.now, revealed: isRevealed(parts) });
      if (why !== null) throw problem(why, { facts: { state: parts.now } });
      const stray = input.lines.findIndex(
        (line) =>
          !parts.ranks.some(({ lot, lines }) => lot === line.lot && lines.some((known) => known.applicationId === line.applicationId)),
      );
      if (stray >= 0)
        throw problem('invalid-input', {
          errors: [{ in: 'body', pointer: `/lines/${stray}/applicationId`, message: unknownFile.error() }],
        });
      refuseTwice(input);
      await rows.writeAward(tx, callId, input, () => this.ids.next(), this.clock.now());
      await this.acts.tell(tx, actor, parts.call, { action: 'save-award', facts: { lines: input.lines.length, deed: input.deedKind } });
      return this.present(actor, await this.parts(tx, callId));
    });
  }

  async propose(actor: Actor, callId: string): Promise<AwardView> {
    return this.db.transaction(async (tx) => {
      const parts = await this.held(tx, actor, callId, decisionsPolicy.proposeAward);
      const why = whyNotPropose(reviewedOf(parts), proposalOf(parts));
      if (why !== null) throw problem(why, { facts: { state: parts.now, faults: proposalFaults(parts) } });
      await this.callMoves.move(tx, actor, parts.call, { action: 'proposeAward', facts: { lines: parts.lines.length } });
      await this.legalSteps.done(tx, actor, {
        callId,
        step: 'impartial_selection',
        doneOn: parisFace(this.clock.now()).slice(0, 10),
        reference: SELECTION_BY_GRID,
      });
      return this.present(actor, await this.parts(tx, callId));
    });
  }

  async takeBack(actor: Actor, callId: string, { reason }: TakeBackAward): Promise<AwardView> {
    return this.db.transaction(async (tx) => {
      const parts = await this.held(tx, actor, callId, decisionsPolicy.takeBackAward);
      await this.callMoves.move(tx, actor, parts.call, { action: 'takeBackAward', reason });
      return this.present(actor, await this.parts(tx, callId));
    });
  }

  async decide(actor: Actor, callId: string, decision: DecideAward): Promise<AwardView> {
    return this.db.transaction(async (tx) => {
      const parts = await this.held(tx, actor, callId, decisionsPolicy.decideAward);
      const why = whyNotDecide(parts.now, decision.decidedOn, closingOf(parts), this.clock.now());
      if (why !== null) throw problem(why, { facts: { state: parts.now } });
      await this.legalSteps.require(tx, { callId, act: 'decide' });
      await rows.recordDecision(tx, callId, decision, actor.accountId, this.clock.now());
      const { decidedOn, reference } = decision;
      await this.callMoves.move(tx, actor, parts.call, { action: 'decide', facts: { decidedOn, reference } });
      await this.legalSteps.done(tx, actor, { callId, step: 'decision', doneOn: decidedOn, reference });
      return this.present(actor, await this.parts(tx, callId));
    });
  }

  /** @param held as it stays until the transaction ends */
  async parts(tx: EntityManager, callId: string, { held = false } = {}): Promise<AwardParts> {
    if (held) await this.callMoves.hold(tx, callId);
    const review = await this.reviews.parts(tx, callId);
    const award = await rows.findAward(tx, callId);
    const lines = award === null ? [] : await rows.linesOf(tx, callId);
    const deed = await deedWords(tx, this.legalRules, award?.deedKind ?? DEFAULT_DEED);
    const isOver = award?.publishedAt != null;
    const known = new Set(review.applications.filter(({ state }) => isOver || IN_REVIEW.includes(state)).map(({ id }) => id));
    const ranks = (rankingOf(review) ?? []).map(({ lot, lines: ranked }) => ({
      lot,
      lines: ranked.filter(({ applicationId }) => known.has(applicationId)),
    }));
    // A file withdrawn since the proposal was saved is no longer in it.
    return { ...review, award, deed, ranks, lines: isOver ? lines : lines.filter(({ applicationId }) => known.has(applicationId)) };
  }

  /** The same, as it stays until the transaction ends, for whoever may act. */
  async held(tx: EntityManager, actor: Actor, callId: string, line: Permission): Promise<AwardParts> {
    await this.callMoves.hold(tx, callId);
    return this.read(tx, actor, callId, line);
  }

  async read(tx: EntityManager, actor: Actor, callId: string, line: Permission): Promise<AwardParts> {
    const parts = await this.parts(tx, callId);
    authorise(parts.call.publishedAt === null ? { ...line, hidden: true } : line, actor, { organisationId: parts.call.organisation.id });
    return parts;
  }

  present(actor: Actor, parts: AwardParts): AwardView {
    const { call, award, lots, applications, ranks, now } = parts;
    const { criteria, lines, departure } = proposalOf(parts);
    const may = (line: Permission) => whyNotAllowed(line, actor, { organisationId: call.organisation.id });
    const moves = (action: 'takeBackAward' | 'decide' | 'publishResults' | 'declareUnsuccessful') =>
      nextCallState(now, action) === null ? 'call-state-forbids' : null;
    return {
      call: callOf(parts),
      grid: call.content.grid,
      lots: [...lots],
      applications: applications
        .filter(({ id }) => ranks.some((one) => one.lines.some(({ applicationId }) => applicationId === id)))
        .map(({ id, number, organisation }) => ({ id, number, organisation })),
      deedKind: award?.deedKind ?? DEFAULT_DEED,
      departure,
      lines: shownLines(parts).map(({ lot, applicationId, outcome, waitingRank, reasons }) => ({
        lot,
        applicationId,
        outcome,
        waitingRank,
        reasons: [...reasons],
      })),
      drafted: parts.lines.length === 0,
      faults: now === 'under_review' ? awardFaults(criteria, ranks, lines) : [],
      departs: departures(ranks, lines),
      ranking: isRevealed(parts) ? toRankingView(ranks) : null,
      decision: award?.decision ?? null,
      publishedAt: award?.publishedAt?.toISOString() ?? null,
      remedies: [...parts.deed.remedies],
      actions: {
        saveAward: may(decisionsPolicy.saveAward) ?? whyNotDraftAward({ call: now, revealed: isRevealed(parts) }),
        proposeAward: may(decisionsPolicy.proposeAward) ?? whyNotPropose(reviewedOf(parts), proposalOf(parts)),
        takeBackAward: may(decisionsPolicy.takeBackAward) ?? moves('takeBackAward'),
        decideAward: may(decisionsPolicy.decideAward) ?? moves('decide'),
        publishResults: may(decisionsPolicy.publishResults) ?? moves('publishResults'),
        declareCallUnsuccessful: may(decisionsPolicy.proposeAward) ?? moves('declareUnsuccessful'),
      },
    };
  }
}

const isRevealed = ({ review }: ReviewParts) => (review?.revealedAt ?? null) !== null;
export const closingOf = ({ call }: ReviewParts) => new Date(call.content.closesAt ?? 0);

function reviewedOf(parts: AwardParts) {
  const { now, review, ranks } = parts;
  const minutes = (review?.minutes ?? null) !== null;
  return { call: now, mode: review?.mode ?? ('full' as const), revealed: isRevealed(parts), minutes, ranking: ranks };
}

/** What was saved; nothing saved is nothing proposed. */
function proposalOf(parts: AwardParts): Proposal {
  const { lines, award, call } = parts;
  const proposed = lines.filter((line): line is LineRow & AwardLine => line.outcome !== 'withdrawn' && line.outcome !== 'reopened');
  return { criteria: call.content.grid.criteria, lines: proposed, departure: award?.departure ?? null };
}

function proposalFaults(parts: AwardParts) {
  const { criteria, lines } = proposalOf(parts);
  return awardFaults(criteria, parts.ranks, lines);
}

function shownLines(parts: AwardParts): readonly Pick<LineRow, 'lot' | 'applicationId' | 'outcome' | 'waitingRank' | 'reasons'>[] {
  if (parts.lines.length > 0 || parts.now !== 'under_review' || !isRevealed(parts)) return parts.lines;
  return draftAward(gridOf(parts), parts.ranks, (id) => revealedScores(parts, id)) as LineRow[];
}

/** The database refuses them too; here it is said where. */
function refuseTwice({ lines }: SaveAward): void {
  const twice = said('figure deux fois pour ce lot', 'is there twice for this lot');
  const taken = said(
    'ne peut pas être partagé : un seul dossier retenu, un rang par dossier',
    'cannot be shared: one file selected, one rank a file',
  );
  const errors = lines.flatMap((line, index) => {
    const before = lines.slice(0, index).filter(({ lot }) => lot === line.lot);
    if (before.some(({ applicationId }) => applicationId === line.applicationId))
      return [{ in: 'body' as const, pointer: `/lines/${index}/applicationId`, message: twice.error() }];
    const isTaken =
      (line.outcome === 'selected' && before.some(({ outcome }) => outcome === 'selected')) ||
      (line.outcome === 'waiting_list' &&
        before.some(({ outcome, waitingRank }) => outcome === 'waiting_list' && waitingRank === line.waitingRank));
    const isCrooked = (line.outcome === 'waiting_list') !== (line.waitingRank !== null);
    return isTaken || isCrooked ? [{ in: 'body' as const, pointer: `/lines/${index}/waitingRank`, message: taken.error() }] : [];
  });
  if (errors.length > 0) throw problem('invalid-input', { errors });
}
