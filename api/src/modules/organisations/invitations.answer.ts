import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { hashToken } from '../../platform/access/app-secret.js';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { Journal } from '../../platform/journal/journal.js';
import { type InvitationState, whyNotUse } from './invitation.rules.js';
import { invitationAccepted } from './invitations.mails.js';
import { invitationsPolicy } from './invitations.policy.js';
import { endInvitation, findByToken, type InvitationRow, readVerifiedAddress } from './invitations.queries.js';
import type { DeclinedInvitation, InvitationOffer, NewMembership } from './invitations.schemas.js';
import { arrive } from './members.arrival.js';
import { MembersMailing } from './members.mailing.js';
import { lockOrganisation, readRole } from './members.queries.js';

/**
 * The invited person's side. A link alone lets nobody in: links are forwarded, and mailboxes are shared. Only the account whose confirmed
 * address is the invited one may accept (docs/adr/0046).
 */
@Injectable()
export class InvitationAnswer {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly mailing: MembersMailing,
  ) {}

  async read(token: string): Promise<InvitationOffer> {
    const { organisation, role, inviterName, expiresAt } = await this.usable(this.db.manager, token);
    return { organisation, role, invitedBy: inviterName, expiresAt };
  }

  accept(actor: Actor, token: string): Promise<NewMembership> {
    return this.db.transaction(async (tx) => {
      authorise(invitationsPolicy.acceptInvitation, actor);
      const { id, organisationId, emailKey } = await this.usable(tx, token);
      const person = await readVerifiedAddress(tx, actor.accountId);
      if (person === null || person.key !== emailKey) throw problem('invitation-for-another-address');
      const organisation = await lockOrganisation(tx, organisationId);
      if (organisation === null || !invitationsPolicy.inviteMember.organisationStates.some((state) => state === organisation.state))
        throw problem('organisation-not-ready');
      await this.end(tx, id, token, 'accepted', actor.accountId);

      // Read again: its role or its sender may have changed while we waited for the organisation.
      const invitation = (await findByToken(tx, hashToken(token)))!;
      const at = this.clock.now();
      await arrive(tx, { organisationId, accountId: actor.accountId, role: invitation.role, by: invitation.invitedBy, at });
      const role = (await readRole(tx, organisationId, actor.accountId))!;
      await this.tellInviter(tx, invitation, person.name);
      await this.journal.recordAct(tx, { ...act('accept-invitation', actor.accountId, invitation), to: 'accepted', facts: { role } });
      return { organisationId, organisation: organisation.name, role };
    });
  }

  decline(actor: Actor | null, token: string): Promise<DeclinedInvitation> {
    return this.db.transaction(async (tx) => {
      const invitation = await this.usable(tx, token);
      await this.end(tx, invitation.id, token, 'declined');
      await this.journal.recordAct(tx, { ...act('decline-invitation', actor?.accountId ?? null, invitation), to: 'declined' });
      return { state: 'declined' };
    });
  }

  private async usable(db: EntityManager, token: string): Promise<InvitationRow> {
    const found = await findByToken(db, hashToken(token));
    if (found === null) throw problem('not-found');
    const refusal = whyNotUse(found, this.clock.now());
    if (refusal !== null) throw problem(refusal);
    return found;
  }

  /** Someone may have been quicker: then the answer is what they did. */
  private async end(tx: EntityManager, id: string, token: string, to: InvitationState, acceptedBy: string | null = null): Promise<void> {
    if (await endInvitation(tx, { id, to, acceptedBy, at: this.clock.now() })) return;
    await this.usable(tx, token);
    throw problem('changed-meanwhile');
  }

  /** Only while they still belong to the organisation: those who left hear no more of it. */
  private async tellInviter(
    tx: EntityManager,
    { id, organisationId, organisation, invitedBy }: InvitationRow,
    member: string | null,
  ): Promise<void> {
    if ((await readRole(tx, organisationId, invitedBy)) === null) return;
    const values = { organisation, member, link: this.mailing.pageOf(organisationId, '/gerer/membres') };
    await this.mailing.tell(tx, invitedBy, { template: invitationAccepted, values, event: `invitation-accepted-${id}` });
  }
}

function act(action: string, accountId: string | null, { id, organisationId }: InvitationRow) {
  return {
    actor: { kind: 'person', id: accountId },
    action,
    thing: { kind: 'invitation', id },
    organisationId,
    from: 'pending',
  } as const;
}
