import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor, OrganisationRole } from '../../platform/access/permission.js';
import { RateLimits } from '../../platform/access/rate-limits.js';
import { Clock } from '../../platform/clock.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import type { NewestFirst } from './invitations.schemas.js';
import { type JoinRequestAction, joinRequestActions, nextJoinRequestState } from './join-request.rules.js';
import { joinRequestAccepted, joinRequestDeclined, joinRequestReceived } from './join-requests.mails.js';
import { joinRequestsPolicy } from './join-requests.policy.js';
import { endJoinRequest, findJoinRequest, insertJoinRequest, type JoinRequestRow, listJoinRequests } from './join-requests.queries.js';
import type { JoinRequestPage, JoinRequestView } from './join-requests.schemas.js';
import { arrive } from './members.arrival.js';
import { enterOrganisation } from './members.entry.js';
import { MembersMailing } from './members.mailing.js';
import { countCrew, lockOrganisation, readRole } from './members.queries.js';

@Injectable()
export class JoinRequestsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
    private readonly limits: RateLimits,
    private readonly mailing: MembersMailing,
  ) {}

  async list(actor: Actor, organisationId: string, search: NewestFirst): Promise<JoinRequestPage> {
    authorise(joinRequestsPolicy.listJoinRequests, actor, { organisationId });
    const rows = await listJoinRequests(this.db.manager, { organisationId, accountId: null }, search);
    return pageFor('administrator', rows, search.limit);
  }

  async listMine(actor: Actor, search: NewestFirst): Promise<JoinRequestPage> {
    authorise(joinRequestsPolicy.listMyJoinRequests, actor);
    const rows = await listJoinRequests(this.db.manager, { organisationId: null, accountId: actor.accountId }, search);
    return pageFor('requester', rows, search.limit);
  }

  async ask(actor: Actor, organisationId: string, message: string): Promise<JoinRequestView> {
    authorise(joinRequestsPolicy.askToJoin, actor);
    await this.limits.consume('join-request-account', actor.accountId);
    const requestId = this.ids.next();
    return this.db.transaction(async (tx) => {
      const organisation = await lockOrganisation(tx, organisationId);
      if (organisation === null) throw problem('not-found');
      if (['refused', 'suspended'].includes(organisation.state)) throw problem('organisation-not-ready');
      if ((await countCrew(tx, organisationId)).members === 0) throw problem('organisation-without-members');
      if ((await readRole(tx, organisationId, actor.accountId)) !== null) throw problem('already-member');
      await insertJoinRequest(tx, { id: requestId, organisationId, accountId: actor.accountId, message, at: this.clock.now() });
      const request = (await findJoinRequest(tx, organisationId, requestId))!;
      await this.mailing.tellAdministrators(tx, organisationId, {
        template: joinRequestReceived,
        values: {
          organisation: organisation.name,
          person: request.person.displayName,
          message,
          link: this.mailing.pageOf(organisationId, '/gerer/membres'),
        },
        event: `join-request-${requestId}`,
      });
      await this.journal.recordAct(tx, { ...act('ask-to-join', actor, request), to: 'pending' });
      return { ...request, actions: joinRequestActions(request.state, 'requester') };
    });
  }

  accept(actor: Actor, organisationId: string, requestId: string, role: OrganisationRole): Promise<JoinRequestView> {
    return this.db.transaction(async (tx) => {
      await enterOrganisation(tx, joinRequestsPolicy.acceptJoinRequest, actor, organisationId);
      const request = await this.end(tx, { actor, organisationId, requestId, action: 'accept' });
      const { accountId } = request.person;
      await arrive(tx, { organisationId, accountId, role, by: actor.accountId, at: this.clock.now() });
      const values = { organisation: request.organisation.name, role, link: this.mailing.pageOf(organisationId) };
      await this.mailing.tell(tx, accountId, { template: joinRequestAccepted, values, event: `join-request-accepted-${requestId}` });
      await this.journal.recordAct(tx, { ...act('accept-join-request', actor, request), from: 'pending', to: 'accepted', facts: { role } });
      return { ...request, actions: joinRequestActions(request.state, 'administrator') };
    });
  }

  decline(actor: Actor, organisationId: string, requestId: string, reason: string): Promise<JoinRequestView> {
    return this.db.transaction(async (tx) => {
      await enterOrganisation(tx, joinRequestsPolicy.declineJoinRequest, actor, organisationId);
      const request = await this.end(tx, { actor, organisationId, requestId, action: 'decline', reason });
      const values = { organisation: request.organisation.name, reason, link: this.mailing.pageOf(organisationId) };
      const event = `join-request-declined-${requestId}`;
      await this.mailing.tell(tx, request.person.accountId, { template: joinRequestDeclined, values, event });
      await this.journal.recordAct(tx, { ...act('decline-join-request', actor, request), from: 'pending', to: 'declined' });
      return { ...request, actions: joinRequestActions(request.state, 'administrator') };
    });
  }

  withdraw(actor: Actor, organisationId: string, requestId: string): Promise<JoinRequestView> {
    return this.db.transaction(async (tx) => {
      const found = await findJoinRequest(tx, organisationId, requestId);
      authorise(joinRequestsPolicy.withdrawJoinRequest, actor, { accountId: found?.person.accountId ?? null });
      const request = await this.end(tx, { actor, organisationId, requestId, action: 'withdraw' });
      await this.journal.recordAct(tx, { ...act('withdraw-join-request', actor, request), from: 'pending', to: 'withdrawn' });
      return { ...request, actions: joinRequestActions(request.state, 'requester') };
    });
  }

  /** Ends a request of this organisation, if it still waits. */
  private async end(tx: EntityManager, { actor, organisationId, requestId, action, reason = null }: Ending): Promise<JoinRequestRow> {
    const found = await findJoinRequest(tx, organisationId, requestId);
    if (found === null) throw problem('not-found');
    const to = nextJoinRequestState(found.state, action);
    const answeredBy = action === 'withdraw' ? null : actor.accountId;
    const ended = to !== null && (await endJoinRequest(tx, { id: requestId, to, reason, answeredBy, at: this.clock.now() }));
    if (!ended) throw problem('changed-meanwhile', { facts: { state: found.state } });
    return (await findJoinRequest(tx, organisationId, requestId))!;
  }
}

interface Ending {
  readonly actor: Actor;
  readonly organisationId: string;
  readonly requestId: string;
  readonly action: JoinRequestAction;
  readonly reason?: string | null;
}

function pageFor(reader: 'administrator' | 'requester', rows: readonly JoinRequestRow[], limit: number): JoinRequestPage {
  const page = toPage(rows, limit, ({ id }) => [id]);
  return { ...page, items: page.items.map((row) => ({ ...row, actions: joinRequestActions(row.state, reader) })) };
}

function act(action: string, actor: Actor, { id, organisation }: JoinRequestRow) {
  return {
    actor: { kind: 'person', id: actor.accountId },
    action,
    thing: { kind: 'join-request', id },
    organisationId: organisation.id,
  } as const;
}
