import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { currentArrival } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { parisFace } from '../../platform/paris-time.js';
import { CallMoves } from '../calls/call-moves.service.js';
import { stateOf } from '../calls/call.view.js';
import { CallsService } from '../calls/calls.service.js';
import { ApplicationActs } from './application-acts.js';
import { ApplicationMoves } from './application-moves.service.js';
import { ApplicationPost } from './application-post.js';
import { type ApplicationState, closingOf, filingAction, isReadByOwner, nextApplicationState, whyNotFile } from './application.rules.js';
import { asFiled, asOwnerReads, contentOf, hashOf, reviewOf, targetOf, toSummary } from './application.view.js';
import { filingMade } from './applications.events.js';
import { applicationsPolicy } from './applications.policy.js';
import { giveNumber, insertFiling } from './application-filings.queries.js';
import * as rows from './applications.queries.js';
import type { ApplicationRecord } from './applications.queries.js';
import type {
  ApplicationPage,
  ApplicationSearch,
  ApplicationView,
  CallApplications,
  FileApplication,
  WithdrawApplication,
} from './applications.schemas.js';
import { ApplicationsService, changedMeanwhile } from './applications.service.js';
import { closeCorrection } from './corrections.queries.js';

/** Filing, which the instant of arrival decides; withdrawing; and what the owner sees of what was filed. */
@Injectable()
export class FilingService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly applications: ApplicationsService,
    private readonly calls: CallsService,
    private readonly callMoves: CallMoves,
    private readonly acts: ApplicationActs,
    private readonly moves: ApplicationMoves,
    private readonly post: ApplicationPost,
    private readonly jobs: Jobs,
  ) {}

  async file(actor: Actor, id: string, { version }: FileApplication): Promise<ApplicationView> {
    const arrivedAt = currentArrival() ?? this.clock.now();
    return this.db.transaction(async (tx) => {
      await rows.lockApplication(tx, id);
      const application = await this.applications.read(tx, actor, id, applicationsPolicy.fileApplication);
      const content = contentOf(application);
      const hash = hashOf(application, content);
      // Sent twice, it is filed once.
      if (application.state === 'filed' && application.lastFiling?.hash === hash)
        return this.applications.present(actor, application, 'member');
      this.refuse(application, arrivedAt);
      if (version !== application.version) throw changedMeanwhile(application, []);
      const action = filingAction(application.state) ?? 'file';
      const toState = nextApplicationState(application.state, action) as ApplicationState;
      const number = await giveNumber(tx, id, Number(parisFace(arrivedAt).slice(0, 4)));
      const sequence = (application.lastFiling?.sequence ?? 0) + 1;
      const recordedAt = this.clock.now();
      const filing = { id: this.ids.next(), applicationId: id, sequence, arrivedAt, recordedAt, accountId: actor.accountId, content, hash };
      await insertFiling(tx, filing);
      if (!(await rows.moveApplication(tx, application, { to: toState, reason: null, at: recordedAt })))
        throw changedMeanwhile(application, []);
      if (action === 'correct') await closeCorrection(tx, id, 'answered', recordedAt);
      await this.jobs.enqueue(tx, filingMade, { applicationId: id });
      await this.post.receipt(tx, application, { number, sequence, at: arrivedAt, hash, isFirst: action === 'file' });
      const facts = {
        number,
        sequence,
        hash,
        ...(content.step === undefined ? {} : { step: content.step }),
        arrivedAt: arrivedAt.toISOString(),
      };
      await this.acts.tell(tx, actor, application, { action, version, fromState: application.state, toState, facts });
      return this.applications.present(actor, await this.applications.find(tx, id), 'member');
    });
  }

  async withdraw(actor: Actor, id: string, { reason }: WithdrawApplication): Promise<ApplicationView> {
    return this.db.transaction(async (tx) => {
      const { call } = await this.applications.read(tx, actor, id, applicationsPolicy.withdrawApplication);
      // The call before its files, as whoever announces, begins a review or decides holds them: acts on one call follow one another.
      if (call !== null) await this.callMoves.hold(tx, call.id);
      const application = await this.applications.find(tx, id);
      const filings = application.lastFiling?.sequence ?? 0;
      const isRead = isReadByOwner(application.state, filings, targetOf(application), this.clock.now());
      await this.post.withdrawn(tx, actor, application, { isRead });
      await this.moves.move(tx, actor, { applicationId: id, action: 'withdraw', reason });
      return this.applications.present(actor, await this.applications.find(tx, id), 'member');
    });
  }

  /** How many are being written is no secret; what they say is, until the call closes. */
  async ofCall(actor: Actor, callId: string): Promise<CallApplications> {
    const call = await this.calls.read(this.db.manager, actor, callId, applicationsPolicy.listCallApplications);
    const now = this.clock.now();
    const figures = await this.figuresOf(call, now);
    const received = (await rows.filedForCall(this.db.manager, callId)).filter((one) =>
      isReadByOwner(one.state, one.lastFiling?.sequence ?? 0, targetOf(one), now),
    );
    return { ...figures, items: received.map((one) => toSummary(asFiled(asOwnerReads(one, now)), now)) };
  }

  /** How many files a call has, and whether it is too early to open them. */
  async figuresOf(call: Parameters<typeof stateOf>[0], now: Date): Promise<Omit<CallApplications, 'items'>> {
    const sealed = ['published', 'open'].includes(stateOf(call, now));
    return { ...(await rows.countForCall(this.db.manager, call.id)), sealed };
  }

  async requestsTo(actor: Actor, organisationId: string, search: ApplicationSearch): Promise<ApplicationPage> {
    authorise(applicationsPolicy.listOrganisationRequests, actor, { organisationId });
    return this.applications.page(await rows.requestsToOwner(this.db.manager, organisationId, search), search);
  }

  private refuse(application: ApplicationRecord, arrivedAt: Date): void {
    const review = reviewOf(application);
    const why = whyNotFile(application.state, targetOf(application), review, arrivedAt);
    if (why === null) return;
    const rules = review.eligibility.filter(({ verdict }) => verdict === 'not_met').map(({ explanation }) => explanation);
    throw problem(why, {
      ...(why === 'application-not-eligible' ? { detail: rules.join(' ') } : {}),
      facts: {
        state: application.state,
        arrivedAt: arrivedAt.toISOString(),
        closesAt: closingOf(targetOf(application))?.toISOString() ?? null,
        rules,
      },
    });
  }
}
