import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { currentArrival } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ApplicationCarrying } from '../applications/application-carrying.service.js';
import { ApplicationFollowers } from '../applications/application-followers.js';
import { callTold } from '../calls/calls.events.js';
import { InterestDecisions } from './interest-decisions.service.js';
import { InterestPost } from './interest-post.js';
import { type InterestAction, isInTime, nextInterestState } from './interest.rules.js';
import { standing, stateOf } from './interest.view.js';
import * as rows from './interests.queries.js';
import { InterestsService } from './interests.service.js';

const ELSEWHERE = 'Le lieu est allé à un autre projet.';
const INADMISSIBLE = 'Le dossier n’est pas recevable.';
const WITHDRAWN = 'La demande a été retirée par son auteur.';
type Followed = Parameters<Parameters<ApplicationFollowers['follow']>[0]>;

/** Requests begin when a direct application is filed, and end when it is withdrawn; what was said goes into the call that follows. */
@Injectable()
export class InterestArrivals implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly followers: ApplicationFollowers,
    private readonly carrying: ApplicationCarrying,
    private readonly interests: InterestsService,
    private readonly decisions: InterestDecisions,
    private readonly post: InterestPost,
  ) {}

  onModuleInit(): void {
    this.followers.follow((...told) => this.follow(...told));
    this.jobs.handle(callTold, 'carry-requests', ({ callId, what }) => (what === 'published' ? this.carryInto(callId) : Promise.resolve()));
  }

  private async follow(tx: EntityManager, actor: Actor | null, application: Followed[2], { action, reason }: Followed[3]): Promise<void> {
    if (application.site === null) return;
    if (action === 'file') await this.receive(tx, actor, application, application.site.id);
    if (action === 'withdraw') await this.end(tx, actor, application.id, WITHDRAWN);
    if (action === 'becomeObsolete') await this.end(tx, actor, application.id, reason ?? ELSEWHERE);
    if (action === 'refuseAdmission') await this.refuse(tx, actor, application.id, reason ?? INADMISSIBLE);
  }

  private async receive(tx: EntityManager, actor: Actor | null, application: Followed[2], siteId: string): Promise<void> {
    const receivedAt = currentArrival() ?? this.clock.now();
    const line = {
      id: this.ids.next(),
      applicationId: application.id,
      siteId,
      ownerId: application.owner.id,
      receivedAt,
      at: this.clock.now(),
    };
    if (!(await rows.insertInterest(tx, line))) return;
    const interest = await this.interests.find(tx, line.id);
    await this.post.received(tx, interest);
    await this.joinWindow(tx, actor, interest, receivedAt);
    await this.interests.tell(tx, actor, interest, { action: 'receive', fromState: null, toState: 'received' });
  }

  /** Whoever asks for a place while another request for it is public comes forward as a rival. */
  private async joinWindow(
    tx: EntityManager,
    actor: Actor | null,
    { site, organisation, application, answers }: rows.InterestRecord,
    arrivedAt: Date,
  ): Promise<void> {
    const open = await rows.openWindowOn(tx, site.id);
    if (open?.window == null || open.organisation.id === organisation.id || !isInTime(new Date(open.window.closesAt), arrivedAt)) return;
    const said = answers['projet'];
    const proposal = typeof said === 'string' ? said : application.title;
    const rival = {
      id: this.ids.next(),
      interestId: open.id,
      organisationId: organisation.id,
      applicationId: application.id,
      accountId: actor?.accountId ?? null,
    };
    await rows.saveRival(tx, { ...rival, arrivedAt, need: application.title, proposal });
    await this.post.rivalArrived(tx, open, rival.id, organisation.name);
  }

  /** The file ended first; a request that was answered stays as it was answered. */
  private async end(tx: EntityManager, actor: Actor | null, applicationId: string, reason: string): Promise<void> {
    const interest = await this.waiting(tx, applicationId, 'close');
    if (interest !== null) await this.decisions.end(tx, actor, interest, reason);
  }

  private async refuse(tx: EntityManager, actor: Actor | null, applicationId: string, reason: string): Promise<void> {
    const interest = await this.waiting(tx, applicationId, 'refuseAdmission');
    if (interest !== null) await this.decisions.move(tx, actor, interest, 'refuseAdmission', reason);
  }

  private async waiting(tx: EntityManager, applicationId: string, action: InterestAction): Promise<rows.InterestRecord | null> {
    const found = await rows.interestOfApplication(tx, applicationId);
    if (found === null) return null;
    await rows.lockPlaceOf(tx, found.id);
    const interest = await this.interests.find(tx, found.id);
    return nextInterestState(stateOf(interest, this.clock.now()), action) === null ? null : interest;
  }

  /** May run twice: an organisation that has a file for the call keeps it. */
  private async carryInto(callId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      for (const interest of await rows.turnedInto(tx, callId)) {
        const { organisation, application, answers } = interest;
        await this.carrying.carry(tx, { callId, organisationId: organisation.id, title: application.title, answers });
        for (const { organisation: rival, need, proposal } of standing(interest))
          await this.carrying.carry(tx, {
            callId,
            organisationId: rival.id,
            title: need.slice(0, 160),
            answers: { projet: proposal.slice(0, 4_000) },
          });
      }
    });
  }
}
