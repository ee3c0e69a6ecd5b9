import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor, Permission } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { parisFace } from '../../platform/paris-time.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import { INTEREST_CALL_START } from '../applications/interest.form.js';
import { CallsService } from '../calls/calls.service.js';
import { LegalSteps } from '../legal/legal-steps.service.js';
import { LegalNotices } from '../legal/notices.service.js';
import { SiteInterests } from '../sites/life/site-interests.js';
import { InterestPost } from './interest-post.js';
import { type InterestAction, isWindowSound, nextInterestState, type StoredInterestState, whyNotInterest } from './interest.rules.js';
import { grantAction, stateOf } from './interest.view.js';
import { interestWindowOpen } from './interests.events.js';
import { interestsPolicy } from './interests.policy.js';
import * as rows from './interests.queries.js';
import type { InterestRecord } from './interests.queries.js';
import type { GrantInterest, InterestView, OpenPublicity } from './interests.schemas.js';
import { InterestsService } from './interests.service.js';

const ELSEWHERE = 'Le lieu a été accordé à une autre demande.';
const TITLE_MAX = 160;
type More = Pick<rows.InterestMove, 'decision' | 'callId'>;

/** What the owner answers to a request: each act is allowed by the rules, moves the request, its file and the place together, and is told. */
@Injectable()
export class InterestDecisions {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly interests: InterestsService,
    private readonly moves: ApplicationMoves,
    private readonly places: SiteInterests,
    private readonly steps: LegalSteps,
    private readonly notices: LegalNotices,
    private readonly calls: CallsService,
    private readonly post: InterestPost,
  ) {}

  refuseAdmission(actor: Actor, id: string, reason: string): Promise<InterestView> {
    return this.act(actor, id, interestsPolicy.refuseInterestAdmission, async (tx, interest) => {
      await this.move(tx, actor, interest, 'refuseAdmission', reason);
      await this.moves.move(tx, actor, { applicationId: interest.application.id, action: 'refuseAdmission', reason });
    });
  }

  decline(actor: Actor, id: string, reason: string): Promise<InterestView> {
    return this.act(actor, id, interestsPolicy.declineInterest, async (tx, interest) => {
      await this.refuse(tx, interest, 'decline');
      await this.takeUp(tx, actor, interest);
      await this.moves.move(tx, actor, { applicationId: interest.application.id, action: 'decline', reason });
      await this.move(tx, actor, interest, 'decline', reason);
    });
  }

  openPublicity(actor: Actor, id: string, { what, shownAlso, closesAt }: OpenPublicity): Promise<InterestView> {
    return this.act(actor, id, interestsPolicy.openInterestPublicity, async (tx, interest) => {
      await this.refuse(tx, interest, 'openPublicity');
      const now = this.clock.now();
      if (!isWindowSound(new Date(closesAt), now)) throw problem('interest-window-too-short');
      if (!(await this.places.move(tx, actor, interest.site.id, 'studyInterest'))) throw problem('interest-place-taken');
      await this.takeUp(tx, actor, interest);
      const notice = {
        kind: 'interest',
        title: interest.site.name,
        what,
        shownAlso,
        how: HOW,
        siteIds: [interest.site.id],
        opensAt: now,
      } as const;
      await this.notices.open(tx, actor, { applicationId: interest.application.id }, { ...notice, closesAt: new Date(closesAt) });
      await this.jobs.enqueue(tx, interestWindowOpen, { interestId: id });
      await this.move(tx, actor, interest, 'openPublicity', null);
    });
  }

  grant(actor: Actor, id: string, decision: GrantInterest): Promise<InterestView> {
    return this.act(actor, id, interestsPolicy.grantInterest, async (tx, interest) => {
      const applicationId = interest.application.id;
      const action = grantAction(stateOf(interest, this.clock.now()));
      await this.refuse(tx, interest, action);
      if (decision.date > parisFace(this.clock.now()).slice(0, 10)) throw problem('interest-decision-to-come');
      if (action === 'grantDirectly') {
        if (!(await this.places.move(tx, actor, interest.site.id, 'studyInterest'))) throw problem('interest-place-taken');
        await this.takeUp(tx, actor, interest);
      }
      const reference = `${decision.authority}, ${decision.reference}`.slice(0, 300);
      await this.steps.done(tx, actor, { applicationId, step: 'decision', doneOn: decision.date, reference });
      await this.moves.move(tx, actor, {
        applicationId,
        action: 'select',
        facts: { authority: decision.authority, reference: decision.reference, date: decision.date },
      });
      if (!(await this.places.move(tx, actor, interest.site.id, 'award'))) throw problem('interest-place-taken');
      await this.move(tx, actor, interest, action, null, { decision });
      await this.closeOthers(tx, actor, interest);
    });
  }

  /** What was said is carried over when the call is published: nobody sees a draft call. */
  turnIntoCall(actor: Actor, id: string): Promise<InterestView> {
    return this.act(actor, id, interestsPolicy.turnInterestIntoCall, async (tx, interest) => {
      await this.refuse(tx, interest, 'turnIntoCall');
      await this.places.move(tx, actor, interest.site.id, 'declineInterest', 'interest_turned_into_call');
      const title = `Appel : ${interest.site.name}`.slice(0, TITLE_MAX);
      const { id: callId } = await this.calls.begin(tx, actor, {
        organisationId: interest.owner.id,
        title,
        start: INTEREST_CALL_START,
        lots: [interest.site.id],
      });
      await this.move(tx, actor, interest, 'turnIntoCall', null, { callId });
      await this.moves.move(tx, actor, {
        applicationId: interest.application.id,
        action: 'becomeObsolete',
        reason: 'Un appel départage les demandes.',
        facts: { intoCall: callId },
      });
    });
  }

  close(actor: Actor, id: string, reason: string): Promise<InterestView> {
    return this.act(actor, id, interestsPolicy.closeInterest, async (tx, interest) => {
      await this.refuse(tx, interest, 'close');
      await this.end(tx, actor, interest, reason);
      await this.moves.move(tx, actor, { applicationId: interest.application.id, action: 'becomeObsolete', reason });
    });
  }

  /** The request ends with its file, or with the place: the window is taken down and the place comes back. */
  async end(tx: EntityManager, actor: Actor | null, interest: InterestRecord, reason: string): Promise<void> {
    if (interest.state === 'publicity_open') {
      await this.notices.withdraw(tx, { applicationId: interest.application.id }, reason);
      await this.places.move(tx, actor, interest.site.id, 'declineInterest', 'interest_closed');
    }
    await this.move(tx, actor, interest, 'close', reason);
  }

  private async act(
    actor: Actor,
    id: string,
    line: Permission,
    one: (tx: EntityManager, interest: InterestRecord) => Promise<void>,
  ): Promise<InterestView> {
    return this.db.transaction(async (tx) => {
      await rows.lockPlaceOf(tx, id);
      await one(tx, await this.interests.read(tx, actor, id, line));
      return this.interests.present(tx, actor, await this.interests.find(tx, id));
    });
  }

  private async refuse(tx: EntityManager, interest: InterestRecord, action: InterestAction): Promise<void> {
    const now = this.clock.now();
    const why = whyNotInterest(action, await this.interests.facts(tx, interest), now);
    if (why !== null) throw problem(why, { facts: { state: stateOf(interest, now) } });
  }

  /** From here on the file is studied: it is not filed again meanwhile. */
  private async takeUp(tx: EntityManager, actor: Actor, { application }: InterestRecord): Promise<void> {
    const { id: applicationId, state } = application;
    if (state === 'filed') await this.moves.move(tx, actor, { applicationId, action: 'admit' });
    if (state === 'filed' || state === 'admissible') await this.moves.move(tx, actor, { applicationId, action: 'beginReview' });
  }

  /** In the caller's transaction, which has locked the request and judged the act. */
  async move(
    tx: EntityManager,
    actor: Actor | null,
    interest: InterestRecord,
    action: InterestAction,
    reason: string | null,
    more: More = {},
  ): Promise<void> {
    const fromState = stateOf(interest, this.clock.now());
    const to = nextInterestState(fromState, action);
    if (to === null) throw problem('interest-state-forbids', { facts: { state: fromState } });
    if (!(await rows.moveInterest(tx, interest, { to, reason, at: this.clock.now(), ...more }))) throw problem('changed-meanwhile');
    await this.post.answered(tx, interest, to as Exclude<StoredInterestState, 'received'>, reason);
    const facts = {
      ...(more.callId === undefined ? {} : { call: more.callId }),
      ...(more.decision === undefined ? {} : { reference: more.decision.reference }),
    };
    await this.interests.tell(tx, actor, interest, { action, fromState, toState: to, reason, facts });
  }

  private async closeOthers(tx: EntityManager, actor: Actor, { id, site }: InterestRecord): Promise<void> {
    for (const other of await rows.othersWaiting(tx, site.id, id)) {
      await this.move(tx, actor, other, 'close', ELSEWHERE);
      await this.moves.move(tx, actor, { applicationId: other.application.id, action: 'becomeObsolete', reason: ELSEWHERE });
    }
  }
}

const HOW =
  'Si ce lieu vous intéresse aussi, déclarez-vous sur cette page avant la fin du délai : votre organisation, votre besoin, ce que vous proposez. Une sélection sera alors organisée.';
