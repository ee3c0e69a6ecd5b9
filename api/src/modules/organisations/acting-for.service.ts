import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor } from '../../platform/access/permission.js';
import { saveSession } from '../../platform/access/session.js';
import { problem } from '../../platform/http/problem.js';
import { actingForPolicy } from './acting-for.policy.js';
import type { ActingForView } from './acting-for.schemas.js';

/** Which of a person's organisations they work for at the moment: kept with the session, it gives no right. */
@Injectable()
export class ActingForService {
  async actFor(actor: Actor, organisationId: string | null, request: Request): Promise<ActingForView> {
    authorise(actingForPolicy.actFor, actor);
    const isMember = actor.memberships.some((held) => held.organisationId === organisationId);
    if (organisationId !== null && !isMember) throw problem('not-a-member');
    request.session.actingFor = organisationId;
    await saveSession(request);
    return { actingFor: organisationId };
  }
}
