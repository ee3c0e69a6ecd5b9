import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { isExpired, renewSession } from '../../platform/access/session.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { AccountActs } from './account-acts.js';
import { accountsPolicy } from './accounts.policy.js';
import { DONE, type Done, type SessionList } from './accounts.schemas.js';
import { asSelf } from './self.js';
import { endAllSessions, endSession, listSessionStates } from './sessions.queries.js';

@Injectable()
export class SessionsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly acts: AccountActs,
  ) {}

  async list(actor: Actor | null, request: Request): Promise<SessionList> {
    const { accountId, platformRole } = asSelf(accountsPolicy.listMySessions, actor);
    const states = await listSessionStates(this.db.manager, accountId);
    const items = states
      .filter((state) => !isExpired(state, platformRole !== null, this.clock.now()))
      .map(({ publicId = '', startedAt = '', seenAt = '', device }) => ({
        id: publicId,
        current: publicId === request.session.publicId,
        userAgent: device?.userAgent ?? '',
        network: device?.network ?? '',
        startedAt,
        seenAt,
      }));
    return { items, next: null };
  }

  async revoke(id: string, actor: Actor | null): Promise<Done> {
    const { accountId } = asSelf(accountsPolicy.revokeMySession, actor);
    await this.db.transaction(async (tx) => {
      if (!(await endSession(tx, accountId, id))) throw problem('not-found');
      await this.acts.record(tx, accountId, 'revoke-session');
    });
    return DONE;
  }

  async revokeOthers(actor: Actor | null, request: Request): Promise<Done> {
    const { accountId } = asSelf(accountsPolicy.revokeMyOtherSessions, actor);
    const epoch = await this.db.transaction(async (tx) => {
      const newEpoch = await endAllSessions(tx, accountId);
      await this.acts.record(tx, accountId, 'revoke-other-sessions');
      return newEpoch;
    });
    await renewSession(request, { epoch }, this.clock.now());
    return DONE;
  }
}
