import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { cancelAllInvitations, cancelInvitationsOf } from './invitations.queries.js';
import { declineAllJoinRequests } from './join-requests.queries.js';
import { countCrew, deleteMember, type LockedOrganisation } from './members.queries.js';
import { endAllLinks, markWithoutMembers } from './network-links.queries.js';

interface Departure {
  readonly organisation: LockedOrganisation;
  readonly accountId: string;
  /** Somebody else decided it: the invitations this person sent are taken back with their rights. */
  readonly removed: boolean;
}

/** What goes with a person who goes. The caller holds the organisation's lock and has decided that they may. */
@Injectable()
export class MembersDeparture {
  constructor(private readonly clock: Clock) {}

  async depart(tx: EntityManager, { organisation, accountId, removed }: Departure): Promise<void> {
    await deleteMember(tx, organisation.id, accountId);
    if (removed) await this.takeBackInvitations(tx, organisation.id, accountId);
    if ((await countCrew(tx, organisation.id)).members === 0) await this.leaveEmpty(tx, organisation.id);
  }

  /** The right to invite was taken from somebody: what they sent and nobody has accepted yet goes with it. */
  async takeBackInvitations(tx: EntityManager, organisationId: string, accountId: string): Promise<void> {
    await cancelInvitationsOf(tx, organisationId, accountId, this.clock.now());
  }

  /** Nobody is left to answer or to consent: what waits ends, and the organisation can be claimed again. */
  private async leaveEmpty(tx: EntityManager, organisationId: string): Promise<void> {
    const now = this.clock.now();
    await cancelAllInvitations(tx, organisationId, now);
    await declineAllJoinRequests(tx, organisationId, now);
    await endAllLinks(tx, organisationId, now);
    await markWithoutMembers(tx, organisationId, now);
  }
}
