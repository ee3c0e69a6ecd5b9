import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { currentArrival } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { InterestPost } from './interest-post.js';
import { isInTime } from './interest.rules.js';
import { interestsPolicy } from './interests.policy.js';
import * as rows from './interests.queries.js';
import type { InterestRecord } from './interests.queries.js';
import type { DeclareRival, MyRivals, RivalView } from './interests.schemas.js';
import { InterestsService } from './interests.service.js';

/** Those who come forward while a publicity is open: judged by the instant their words arrived. */
@Injectable()
export class RivalsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly interests: InterestsService,
    private readonly post: InterestPost,
  ) {}

  async declare(actor: Actor, noticeId: string, { organisationId, need, proposal }: DeclareRival): Promise<RivalView> {
    authorise(interestsPolicy.declareRival, actor, { organisationId });
    const arrivedAt = currentArrival() ?? this.clock.now();
    return this.db.transaction(async (tx) => {
      const interest = await this.open(tx, noticeId, arrivedAt);
      if (interest.owner.id === organisationId || interest.organisation.id === organisationId) throw problem('interest-own-request');
      await rows.saveRival(tx, {
        id: this.ids.next(),
        interestId: interest.id,
        organisationId,
        applicationId: null,
        accountId: actor.accountId,
        arrivedAt,
        need,
        proposal,
      });
      const rival = (await rows.rivalsOf(tx, interest.id, [organisationId]))[0];
      if (rival === undefined) throw problem('not-found');
      await this.post.rivalArrived(tx, interest, rival.id, rival.organisation.name);
      await this.tell(tx, actor, interest, 'declareRival', organisationId);
      return rival;
    });
  }

  async withdraw(actor: Actor, noticeId: string, rivalId: string): Promise<RivalView> {
    return this.db.transaction(async (tx) => {
      const interest = await this.open(tx, noticeId, currentArrival() ?? this.clock.now());
      const mine = interest.rivals.find(({ id }) => id === rivalId);
      if (mine === undefined) throw problem('not-found');
      authorise({ ...interestsPolicy.withdrawRival, hidden: true }, actor, { organisationId: mine.organisation.id });
      await rows.withdrawRival(tx, rivalId, this.clock.now());
      await this.tell(tx, actor, interest, 'withdrawRival', mine.organisation.id);
      return { ...mine, withdrawn: true };
    });
  }

  /** What one's own organisations said, and nobody else's. */
  async mine(actor: Actor, noticeId: string): Promise<MyRivals> {
    const interest = await rows.interestOfNotice(this.db.manager, noticeId);
    if (interest === null) throw problem('not-found');
    const organisations = actor.memberships.map(({ organisationId }) => organisationId);
    return { items: await rows.rivalsOf(this.db.manager, interest.id, organisations), next: null };
  }

  private async open(tx: EntityManager, noticeId: string, arrivedAt: Date): Promise<InterestRecord> {
    const found = await rows.interestOfNotice(tx, noticeId);
    if (found === null) throw problem('not-found');
    await rows.lockPlaceOf(tx, found.id);
    const interest = await this.interests.find(tx, found.id);
    if (interest.state !== 'publicity_open' || interest.window === null || !isInTime(new Date(interest.window.closesAt), arrivedAt))
      throw problem('interest-window-over');
    return interest;
  }

  private tell(tx: EntityManager, actor: Actor, interest: InterestRecord, action: string, organisationId: string): Promise<void> {
    const { state } = interest;
    return this.interests.tell(tx, actor, interest, { action, fromState: state, toState: state, facts: { organisation: organisationId } });
  }
}
