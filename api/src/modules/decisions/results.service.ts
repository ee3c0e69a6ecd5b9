import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { parisFace } from '../../platform/paris-time.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import { CallMoves } from '../calls/call-moves.service.js';
import { LegalSteps } from '../legal/legal-steps.service.js';
import { SiteCalls } from '../sites/life/site-calls.js';
import { AfterwardsService } from './afterwards.service.js';
import { type AwardParts, AwardsService } from './awards.service.js';
import { DecisionPost } from './decision-post.js';
import { ACTION_OF, outcomeOf } from './decision.rules.js';
import { decisionsPolicy } from './decisions.policy.js';
import * as rows from './decisions.queries.js';
import type { AwardView, DecideAward, ResultsView } from './decisions.schemas.js';
import { composeResults, labelled, reasonsOf, sealOf } from './results.composition.js';

/** The results of a call: published at once to all, in one transaction, then read by everyone. */
@Injectable()
export class ResultsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly awards: AwardsService,
    private readonly callMoves: CallMoves,
    private readonly moves: ApplicationMoves,
    private readonly siteCalls: SiteCalls,
    private readonly post: DecisionPost,
    private readonly legalSteps: LegalSteps,
    private readonly afterwards: AfterwardsService,
  ) {}

  /** All of it or nothing: states, places, other requests, letters, the page. */
  async publish(actor: Actor, callId: string): Promise<AwardView> {
    return this.db.transaction(async (tx) => {
      const parts = await this.awards.held(tx, actor, callId, decisionsPolicy.publishResults);
      const { call, award } = parts;
      const decision = award?.decision ?? null;
      if (parts.now !== 'decided' || decision === null) throw problem('call-state-forbids', { facts: { state: parts.now } });
      const at = this.clock.now();
      const letters = await this.tellApplicants(tx, actor, parts, decision);
      const results = composeResults(parts, at);
      const seal = sealOf(results);
      await rows.recordResults(tx, callId, results, seal, at);
      await this.movePlaces(tx, actor, parts);
      const { reference } = decision;
      await this.legalSteps.done(tx, actor, { callId, step: 'result_published', doneOn: parisFace(at).slice(0, 10), reference });
      const facts = { results: seal, letters, decidedOn: decision.decidedOn, reference: decision.reference };
      await this.callMoves.move(tx, actor, call, { action: 'publishResults', facts });
      return this.awards.present(actor, await this.awards.parts(tx, callId));
    });
  }

  async read(callId: string): Promise<ResultsView> {
    const award = await rows.findAward(this.db.manager, callId);
    if (award?.results == null || award.seal === null) throw problem('results-not-published');
    const { results, seal } = award;
    const named = new Set(results.lots.flatMap(({ lines }) => lines.filter((line) => line.named).map(({ label }) => label)));
    const amendments = await rows.amendmentsOf(this.db.manager, callId);
    const isNamed = (organisation: string, kind: string) => named.has(organisation) || kind === 'promoted' || kind === 'selected';
    return {
      results,
      seal,
      proof: await rows.proofOf(this.db.manager, callId),
      amendments: amendments.map(({ at, lotName, organisation, kind, decision, reason, reasons }) => ({
        at: at.toISOString(),
        lot: lotName,
        // Whoever holds a place is named, as in the results; of the others what the call said.
        who: isNamed(organisation, kind) ? organisation : '',
        kind,
        decision,
        // Words of an applicant stay between them and the owner.
        reason: kind === 'withdrawn' ? null : reason,
        reasons: isNamed(organisation, kind) ? labelled(results.grid.criteria, reasons) : [],
      })),
    };
  }

  /** @returns how many letters were written: one a file */
  private async tellApplicants(tx: EntityManager, actor: Actor, parts: AwardParts, decision: DecideAward): Promise<number> {
    const applications = [...new Set(parts.lines.map(({ applicationId }) => applicationId))].sort();
    for (const applicationId of applications) {
      const lines = parts.lines.filter((line) => line.applicationId === applicationId);
      const outcome = outcomeOf(lines);
      const reasons = lines.flatMap((line) => reasonsOf(parts, line).map(({ label, text }) => `${label} : ${text}`));
      const { application } = await this.moves.move(tx, actor, {
        applicationId,
        action: ACTION_OF[outcome],
        reason: outcome === 'not_selected' ? reasons.join('\n') : null,
        facts: { decidedOn: decision.decidedOn, reference: decision.reference },
      });
      const told = { id: applicationId, number: application.number ?? '', organisation: application.organisation };
      await this.post.letter(tx, parts, outcome, told, { lines, decision });
    }
    return applications.length;
  }

  /** Places that were chosen for are awarded, and other requests for them are over; the others are on offer again. */
  private async movePlaces(tx: EntityManager, actor: Actor, { call, lots, lines }: AwardParts): Promise<void> {
    const awarded = lots.map(({ id }) => id).filter((id) => lines.some(({ lot, outcome }) => lot === id && outcome === 'selected'));
    const free = lots.map(({ id }) => id).filter((id) => !awarded.includes(id));
    await this.siteCalls.award(tx, actor, call.organisation.id, awarded);
    await this.siteCalls.leave(tx, actor, call.organisation.id, free, 'call_results_published');
    await this.afterwards.endRequests(tx, awarded);
  }
}
