import { Injectable, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import { type Actor, type Permission, whyNotAllowed } from '../../platform/access/permission.js';
import { problem } from '../../platform/http/problem.js';
import { renderPdf } from '../../platform/pdf/render-pdf.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import { nextApplicationState } from '../applications/application.rules.js';
import { ApplicationsService } from '../applications/applications.service.js';
import { SiteCalls } from '../sites/life/site-calls.js';
import { AwardAmendments } from './award-amendments.js';
import { type AwardParts, AwardsService } from './awards.service.js';
import { DecisionPost } from './decision-post.js';
import { nextWaiting } from './decision.rules.js';
import { decisionsPolicy } from './decisions.policy.js';
import * as rows from './decisions.queries.js';
import type { LineRow } from './decisions.queries.js';
import type { ApplicationDecision, GiveUpAward } from './decisions.schemas.js';
import { toPdfDocument } from './letters.js';
import { isLeftToNobody, whyNotReopen } from './reopening.rules.js';

const AWARDED_ELSEWHERE = 'Le lieu a été attribué à la suite d’un appel.';
type Application = Awaited<ReturnType<ApplicationsService['find']>>;

/** After the results: letters read again, withdrawals and who takes the place, and what each file may still do. */
@Injectable()
export class AfterwardsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly applications: ApplicationsService,
    private readonly awards: AwardsService,
    private readonly amendments: AwardAmendments,
    private readonly moves: ApplicationMoves,
    private readonly siteCalls: SiteCalls,
    private readonly post: DecisionPost,
  ) {}

  async get(actor: Actor, applicationId: string): Promise<ApplicationDecision> {
    const application = await this.applications.find(this.db.manager, applicationId);
    this.authoriseEither(decisionsPolicy.getApplicationDecision, actor, application);
    return this.present(this.db.manager, actor, application);
  }

  async readLetter(actor: Actor, letterId: string): Promise<StreamableFile> {
    const letter = await rows.findLetter(this.db.manager, letterId);
    if (letter === null) throw problem('not-found');
    const application = await this.applications.find(this.db.manager, letter.applicationId);
    this.authoriseEither(decisionsPolicy.readDecisionLetter, actor, application);
    const pdf = await renderPdf(toPdfDocument(letter.content, letter.at));
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `attachment; filename="lettre-${application.number ?? letterId}.pdf"`,
    });
  }

  /** Who was chosen withdraws: the first who waits takes the place, and is told. */
  async giveUp(actor: Actor, applicationId: string, { reason }: GiveUpAward): Promise<ApplicationDecision> {
    return this.db.transaction(async (tx) => {
      const found = await this.applications.read(tx, actor, applicationId, decisionsPolicy.giveUpAward);
      if (found.call === null) throw problem('application-state-forbids', { facts: { state: found.state } });
      const parts = await this.awardOf(tx, found.call.id);
      await this.moves.move(tx, actor, { applicationId, action: 'giveUp', reason });
      for (const line of parts.lines.filter((one) => one.applicationId === applicationId)) {
        if (line.outcome !== 'selected' && line.outcome !== 'waiting_list') continue;
        if (!(await rows.moveLine(tx, line, 'withdrawn'))) throw problem('changed-meanwhile');
        await this.amendments.add(tx, actor, line, { kind: 'withdrawn', reason });
        if (line.outcome === 'selected') await this.passOn(tx, actor, parts, line, found.organisation.name);
        const others = parts.lines.filter(({ lot, id }) => lot === line.lot && id !== line.id);
        if (line.outcome === 'waiting_list' && line.lot !== null && isLeftToNobody(others))
          await this.siteCalls.leaveReopened(tx, actor, parts.call.organisation.id, line.lot, 'award_given_up');
      }
      return this.show(tx, actor, applicationId);
    });
  }

  /** The place goes to the first who waits, or is on offer again; one that went to somebody else meanwhile is theirs. */
  async passOn(tx: EntityManager, actor: Actor | null, parts: AwardParts, { lot, id }: LineRow, organisation: string): Promise<void> {
    const isGone = lot !== null && (await rows.isAwardedSince(tx, parts.call.id, lot));
    const next = isGone ? null : nextWaiting(parts.lines.filter((one) => one.lot === lot && one.id !== id));
    const lotName = parts.lots.find((one) => one.id === lot)?.name ?? null;
    const event = `award-given-up-${id}`;
    if (next === null) {
      if (lot !== null && !isGone) await this.siteCalls.dropAward(tx, actor, parts.call.organisation.id, [lot], 'award_given_up');
      await this.post.givenUp(tx, parts, event, { organisation, lot: lotName, promoted: null });
      return;
    }
    if (!(await rows.moveLine(tx, next, 'selected'))) throw problem('changed-meanwhile');
    const application = await this.moves.hold(tx, next.applicationId);
    // Already chosen for another lot, its own state stays.
    if (application.state === 'waiting_list') await this.moves.move(tx, null, { applicationId: next.applicationId, action: 'promote' });
    await this.amendments.add(tx, actor, next, { kind: 'promoted' });
    const decision = parts.award?.decision ?? null;
    if (decision === null) throw problem('changed-meanwhile');
    const lines = [{ ...next, outcome: 'selected' as const, waitingRank: null }];
    await this.post.letter(tx, parts, 'promoted', toldOf(application), { lines, decision });
    await this.post.givenUp(tx, parts, event, { organisation, lot: lotName, promoted: application.organisation.name });
  }

  /** Requests for places that went to somebody are over, and their authors are told. */
  async endRequests(tx: EntityManager, siteIds: readonly string[]): Promise<void> {
    for (const request of await rows.pendingRequestsFor(tx, siteIds)) {
      await this.moves.move(tx, null, { applicationId: request.id, action: 'becomeObsolete', reason: AWARDED_ELSEWHERE });
      await this.post.obsolete(tx, request);
    }
  }

  /** Acts of one award follow one another. */
  private async awardOf(tx: EntityManager, callId: string): Promise<AwardParts> {
    return this.awards.parts(tx, callId, { held: true });
  }

  /** As whoever has acted sees it. */
  async show(tx: EntityManager, actor: Actor, applicationId: string): Promise<ApplicationDecision> {
    return this.present(tx, actor, await this.applications.find(tx, applicationId));
  }

  /** The applicant's members, and the owner's: what a letter says is known to both. */
  private authoriseEither(line: Permission, actor: Actor, { organisation, owner }: Application): void {
    const isTheirs = actor.memberships.some(({ organisationId }) => organisationId === organisation.id);
    if (whyNotAllowed(line, actor, { organisationId: organisation.id }) === null) return;
    authorise(line, actor, { organisationId: isTheirs ? organisation.id : owner.id });
  }

  private async present(
    tx: EntityManager,
    actor: Actor,
    { id, state, step, organisation, owner, call }: Application,
  ): Promise<ApplicationDecision> {
    const award = call === null ? null : await this.awards.parts(tx, call.id);
    const isPublished = award?.award?.publishedAt != null;
    const lines = isPublished ? await rows.linesOfApplication(tx, id) : [];
    const lots = award?.lots ?? [];
    const ownerMay = (line: Permission) => whyNotAllowed(line, actor, { organisationId: owner.id });
    const afterResults = <Refusal extends string>(why: Refusal | null) => (isPublished ? why : 'application-state-forbids');
    const whyNotGiveUp = nextApplicationState(state, 'giveUp') === null ? 'application-state-forbids' : null;
    const reopened = lines.some(({ outcome }) => outcome === 'reopened');
    const { criteria } = award?.call.content.grid ?? { criteria: [] };
    return {
      letters: (await rows.lettersOf(tx, id)).map((letter) => ({
        id: letter.id,
        at: letter.at.toISOString(),
        kind: letter.kind,
        title: letter.content.title,
      })),
      lines: lines.map(({ lot, outcome, waitingRank, reasons }) => ({
        lot: lots.find((one) => one.id === lot) ?? null,
        outcome,
        waitingRank,
        reasons: [...reasons],
      })),
      criteria: criteria.map(({ id: criterion, label }) => ({ id: criterion, label })),
      resultsOf: isPublished ? (call?.id ?? null) : null,
      actions: {
        giveUpAward: whyNotAllowed(decisionsPolicy.giveUpAward, actor, { organisationId: organisation.id }) ?? afterResults(whyNotGiveUp),
        reopenApplication: ownerMay(decisionsPolicy.reopenApplication) ?? afterResults(whyNotReopen(state, step)),
        decideAgain: ownerMay(decisionsPolicy.decideAgain) ?? (reopened ? null : 'application-state-forbids'),
      },
    };
  }
}

export const toldOf = ({ id, number, organisation }: Pick<Application, 'id' | 'number' | 'organisation'>) => ({
  id,
  number: number ?? '',
  organisation,
});
