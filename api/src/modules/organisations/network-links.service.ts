import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor } from '../../platform/access/permission.js';
import { RateLimits } from '../../platform/access/rate-limits.js';
import { Clock } from '../../platform/clock.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import type { NewestFirst } from './invitations.schemas.js';
import { enterOrganisation } from './members.entry.js';
import { MembersMailing } from './members.mailing.js';
import { type NetworkLinkAction, networkLinkActions, nextNetworkLinkState, whyNotAct } from './network-link.rules.js';
import { followAsked, followChanged } from './network-links.mails.js';
import { networkLinksPolicy } from './network-links.policy.js';
import {
  answerLink,
  endLink,
  findBody,
  findLink,
  insertLink,
  listFollowed,
  listLinks,
  type NetworkLinkRow,
} from './network-links.queries.js';
import type { FollowedPage, NetworkLinkPage, NetworkLinkView } from './network-links.schemas.js';

const OPERATIONS = { accept: 'acceptFollow', decline: 'declineFollow', withdraw: 'withdrawFollow', end: 'endFollow' } as const;
const ACTS = { accept: 'accept-follow', decline: 'decline-follow', withdraw: 'withdraw-follow', end: 'end-follow' } as const;

@Injectable()
export class NetworkLinksService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
    private readonly limits: RateLimits,
    private readonly mailing: MembersMailing,
  ) {}

  async list(actor: Actor, organisationId: string, search: NewestFirst): Promise<NetworkLinkPage> {
    authorise(networkLinksPolicy.listNetworkLinks, actor, { organisationId });
    const page = toPage(await listLinks(this.db.manager, organisationId, search), search.limit, ({ id }) => [id]);
    return { ...page, items: page.items.map((row) => viewFor(actor, organisationId, row)) };
  }

  async listFollowed(actor: Actor, organisationId: string, search: NewestFirst): Promise<FollowedPage> {
    authorise(networkLinksPolicy.listFollowedOrganisations, actor, { organisationId });
    return toPage(await listFollowed(this.db.manager, organisationId, search), search.limit, ({ linkId }) => [linkId]);
  }

  async ask(actor: Actor, networkId: string, memberId: string): Promise<NetworkLinkView> {
    authorise(networkLinksPolicy.askToFollow, actor, { organisationId: networkId });
    await this.limits.consume('network-organisation', networkId);
    const linkId = this.ids.next();
    return this.db.transaction(async (tx) => {
      const network = await enterOrganisation(tx, networkLinksPolicy.askToFollow, actor, networkId);
      const member = await findBody(tx, memberId);
      if (member === null) throw problem('not-found');
      if (member.id === network.id) throw problem('already-following');
      if (network.kind !== 'ess' || member.kind !== 'ess') throw problem('ess-organisations-only');
      if (!member.hasMembers || ['refused', 'suspended'].includes(member.state)) throw problem('organisation-without-members');
      await insertLink(tx, { id: linkId, networkId, memberId, askedBy: actor.accountId, at: this.clock.now() });
      const values = { network: network.name, member: member.name, link: this.mailing.pageOf(memberId, '/gerer/reseau') };
      await this.mailing.tellAdministrators(tx, memberId, { template: followAsked, values, event: `follow-asked-${linkId}` });
      const link = (await findLink(tx, networkId, linkId))!;
      await this.journal.recordAct(tx, act('ask-to-follow', actor, networkId, link, null));
      return viewFor(actor, networkId, link);
    });
  }

  /** Accept, decline, withdraw or end: one way through, whichever side acts. */
  change(
    actor: Actor,
    organisationId: string,
    linkId: string,
    action: NetworkLinkAction,
    reason: string | null = null,
  ): Promise<NetworkLinkView> {
    return this.db.transaction(async (tx) => {
      await enterOrganisation(tx, networkLinksPolicy[OPERATIONS[action]], actor, organisationId);
      const found = await findLink(tx, organisationId, linkId);
      if (found === null) throw problem('not-found');
      const refusal = whyNotAct(action, found.side, found.state);
      if (refusal !== null) throw problem(refusal, { facts: { state: found.state } });
      if (!(await this.save(tx, actor, found, action, reason))) throw problem('changed-meanwhile');
      const link = (await findLink(tx, organisationId, linkId))!;
      await this.tellOtherSide(tx, link, action);
      await this.journal.recordAct(tx, act(ACTS[action], actor, organisationId, link, found.state));
      return viewFor(actor, organisationId, link);
    });
  }

  private save(tx: EntityManager, actor: Actor, found: NetworkLinkRow, action: NetworkLinkAction, reason: string | null): Promise<boolean> {
    const to = nextNetworkLinkState(found.state, action)!;
    const change = { id: found.id, from: found.state, by: actor.accountId, at: this.clock.now() };
    return to === 'ended' ? endLink(tx, { ...change, side: found.side }) : answerLink(tx, { ...change, to, reason });
  }

  /** A request withdrawn before its answer changes nothing for those who had it. */
  private async tellOtherSide(tx: EntityManager, link: NetworkLinkRow, action: NetworkLinkAction): Promise<void> {
    if (action === 'withdraw') return;
    const other = link.side === 'network' ? link.member : link.network;
    const change = ({ accept: 'accepted', decline: 'declined', end: 'ended' } as const)[action];
    const values = {
      network: link.network.name,
      member: link.member.name,
      change,
      reason: action === 'decline' ? link.reason : null,
      link: this.mailing.pageOf(other.id, '/gerer/reseau'),
    };
    await this.mailing.tellAdministrators(tx, other.id, { template: followChanged, values, event: `follow-${change}-${link.id}` });
  }
}

/** Only administrators act; the others read. */
function viewFor(actor: Actor, organisationId: string, row: NetworkLinkRow): NetworkLinkView {
  const administers = actor.memberships.some((held) => held.organisationId === organisationId && held.role === 'administrator');
  return { ...row, actions: administers ? networkLinkActions(row.state, row.side) : [] };
}

function act(action: string, actor: Actor, organisationId: string, link: NetworkLinkRow, from: string | null) {
  return {
    actor: { kind: 'person', id: actor.accountId },
    action,
    thing: { kind: 'network-link', id: link.id },
    organisationId,
    from,
    to: link.state,
    facts: { networkId: link.network.id, memberId: link.member.id },
  } as const;
}
