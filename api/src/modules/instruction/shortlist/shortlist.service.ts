import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, whyNotAllowed } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { ApplicationMoves } from '../../applications/application-moves.service.js';
import { ApplicationPost } from '../../applications/application-post.js';
import { timesOf } from '../../applications/application.view.js';
import { CallMoves, type HeldCall } from '../../calls/call-moves.service.js';
import { callStateAt } from '../../calls/call.rules.js';
import { stateOf } from '../../calls/call.view.js';
import { CallsService } from '../../calls/calls.service.js';
import { InstructionActs } from '../instruction-acts.js';
import { InstructionDesk } from '../instruction-desk.js';
import { instructionPolicy } from '../instruction.policy.js';
import { askAgain } from '../instruction.queries.js';
import { shortlistTold } from './shortlist.mails.js';
import { choiceOn, type Chosen, type OutlineRow, outlinesOf, removeChoice, writeChoice } from './shortlist.queries.js';
import { countsOf, SHORTLIST_MOVES, whyNotAnnounce, whyNotChoose } from './shortlist.rules.js';
import type { AnnounceShortlist, ShortlistView } from './shortlist.schemas.js';

/** Between the two steps of a call: outlines are chosen one by one among agents, then everyone is told at once. */
@Injectable()
export class ShortlistService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calls: CallsService,
    private readonly callMoves: CallMoves,
    private readonly moves: ApplicationMoves,
    private readonly desk: InstructionDesk,
    private readonly acts: InstructionActs,
    private readonly post: ApplicationPost,
  ) {}

  async view(actor: Actor, callId: string): Promise<ShortlistView> {
    const call = await this.calls.read(this.db.manager, actor, callId, instructionPolicy.getShortlist);
    return this.present(actor, call, await outlinesOf(this.db.manager, callId));
  }

  /** @returns the act, by which it may be undone; null when it was chosen so already */
  async chooseOne(tx: EntityManager, actor: Actor, id: string, chosen: Chosen): Promise<string | null> {
    const dossier = await this.desk.hold(tx, actor, id, instructionPolicy.chooseForShortlist);
    const now = this.clock.now();
    const why = whyNotChoose(dossier.call === null ? null : callStateAt(timesOf(dossier.call), now), dossier.state);
    if (why !== null) throw problem(why, { facts: { state: dossier.state } });
    const before = await choiceOn(tx, id);
    if (!(await writeChoice(tx, id, chosen, now))) return null;
    return this.acts.tell(tx, actor, dossier, { action: 'shortlist', facts: { choice: chosen.choice }, said: chosen.reason, before });
  }

  /** As it was before the act: chosen otherwise, or undecided. */
  async restoreOne(tx: EntityManager, id: string, before: Chosen | null): Promise<void> {
    if (before === null) await removeChoice(tx, id);
    else await writeChoice(tx, id, before, this.clock.now());
  }

  /** The dated act: all files move, all are told, the second step opens. */
  async announce(actor: Actor, callId: string, { keep, leave }: AnnounceShortlist): Promise<ShortlistView> {
    return this.db.transaction(async (tx) => {
      await this.callMoves.hold(tx, callId);
      const call = await this.calls.read(tx, actor, callId, instructionPolicy.announceShortlist);
      // Held one after the other before their choices are read: nothing is chosen nor filed in between.
      for (const { id } of await outlinesOf(tx, callId)) await this.moves.hold(tx, id);
      const outlines = await outlinesOf(tx, callId);
      const counts = countsOf(outlines);
      const state = stateOf(call, this.clock.now());
      const why = whyNotAnnounce(state, counts, closingOf(call), this.clock.now());
      if (why !== null) throw problem(why, { facts: { state, undecided: counts.undecided, correcting: counts.correcting } });
      if (counts.keep !== keep || counts.leave !== leave) throw problem('changed-meanwhile', { facts: { ...counts } });
      for (const outline of outlines) await this.tellOne(tx, actor, call, outline);
      await this.callMoves.announceShortlist(tx, actor, call, { files: keep + leave, kept: keep });
      return this.present(actor, await this.calls.find(tx, callId), await outlinesOf(tx, callId));
    });
  }

  private async tellOne(tx: EntityManager, actor: Actor, call: HeldCall, { id, choice, reason, state }: OutlineRow): Promise<void> {
    if (choice === null || reason === null || whyNotChoose('shortlisting', state) !== null) return;
    const { application } = await this.moves.move(tx, actor, { applicationId: id, action: SHORTLIST_MOVES[choice], reason });
    // The whole file is looked at anew; asked now, whether or not one comes, so that it tells nothing of what is sealed.
    if (choice === 'keep') await askAgain(tx, id, null, this.clock.now());
    const { organisation, number } = application;
    const target = call.content.title;
    const closesAt = closingOf(call).toISOString();
    const link = this.post.page(`/mes-candidatures/${id}`);
    await this.post.tell(
      tx,
      { id, organisationId: organisation.id, target },
      {
        kind: 'shortlist_told',
        dedupeKey: `shortlist-${id}`,
        facts: { what: choice, when: closesAt },
        template: shortlistTold,
        values: { outcome: choice, number: number ?? '', target, reason, closesAt, link },
      },
    );
  }

  private present(actor: Actor, call: HeldCall, outlines: readonly OutlineRow[]): ShortlistView {
    const { content, organisation, shortlist } = call;
    // Of a call in one step there is no shortlist.
    if (content.firstClosesAt === null || content.closesAt === null) throw problem('not-found');
    const now = this.clock.now();
    const callState = stateOf(call, now);
    const counts = countsOf(callState === 'shortlisting' ? outlines : []);
    const refusal = whyNotAllowed(instructionPolicy.announceShortlist, actor, { organisationId: organisation.id });
    return {
      callId: call.id,
      callState,
      now: now.toISOString(),
      firstClosesAt: content.firstClosesAt,
      closesAt: content.closesAt,
      ...counts,
      announcedAt: shortlist?.at ?? null,
      actions: { announceShortlist: refusal ?? whyNotAnnounce(callState, counts, closingOf(call), now) },
    };
  }
}

const closingOf = ({ content }: HeldCall): Date => new Date(content.closesAt ?? 0);
