import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Actor, whyNotAllowed } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { asSelf } from '../accounts/self.js';
import { targetOf } from '../applications/application.view.js';
import { applicationReaders, ApplicationsService } from '../applications/applications.service.js';
import { byUrgency, deadlineOf, waitsOf } from './desk.rules.js';
import { deskPolicy } from './desk.policy.js';
import { deskSigns } from './desk.queries.js';
import type { Desk } from './desk.schemas.js';

/** Of all the files of one's organisations, those that wait for something. */
@Injectable()
export class DeskService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly applications: ApplicationsService,
  ) {}

  async mine(actor: Actor | null): Promise<Desk> {
    const { accountId, memberships } = asSelf(deskPolicy.readMyDesk, actor);
    const now = this.clock.now();
    const organisations = memberships
      .map(({ organisationId }) => organisationId)
      .filter((organisationId) => whyNotAllowed(applicationReaders, actor, { organisationId }) === null);
    const signs = new Map((await deskSigns(this.db.manager, accountId, organisations)).map((sign) => [sign.applicationId, sign]));
    const unread = [...signs.values()].filter((sign) => sign.unread > 0 || sign.isResultUnread);
    const worked = await this.applications.workedOn(
      organisations,
      unread.map(({ applicationId }) => applicationId),
    );
    const items = worked
      .map(({ record, summary, missing, isChanged }) => {
        const sign = signs.get(record.id);
        const target = targetOf(record);
        const facts = { state: record.state, target, isChanged };
        const waits = waitsOf({ ...facts, unreadMessages: sign?.unread ?? 0, isResultUnread: sign?.isResultUnread ?? false }, now);
        const deadline = deadlineOf(waits, target);
        return { id: record.id, application: summary, waits, deadline, missing, unread: sign?.unread ?? 0 };
      })
      .filter(({ waits }) => waits.length > 0)
      .sort(byUrgency);
    return {
      items: items.map(({ id: _id, deadline, ...item }) => ({ ...item, deadline: deadline?.toISOString() ?? null })),
      next: null,
      now: now.toISOString(),
    };
  }
}
