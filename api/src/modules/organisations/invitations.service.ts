import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor } from '../../platform/access/permission.js';
import { RateLimits } from '../../platform/access/rate-limits.js';
import { Clock } from '../../platform/clock.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { Journal } from '../../platform/journal/journal.js';
import { addressKey } from '../../platform/mail/mail-address.js';
import { declinesBefore, mayBeSentAgain, shownState, whyNotUse } from './invitation.rules.js';
import { InvitationLetter } from './invitations.letter.js';
import { invitationsPolicy } from './invitations.policy.js';
import {
  endInvitation,
  expireInvitations,
  findPending,
  findState,
  hasDeclinedSince,
  listInvitations,
  readAddress,
  readInvitation,
  updateInvitationRole,
} from './invitations.queries.js';
import type { InvitationPage, InvitationView, InviteInput, NewestFirst, SentInvitation } from './invitations.schemas.js';
import { enterOrganisation } from './members.entry.js';

/** The organisation's side of invitations; the invited person's is in invitations.answer.ts. */
@Injectable()
export class InvitationsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly limits: RateLimits,
    private readonly letter: InvitationLetter,
  ) {}

  async list(actor: Actor, organisationId: string, search: NewestFirst): Promise<InvitationPage> {
    authorise(invitationsPolicy.listInvitations, actor, { organisationId });
    const rows = await listInvitations(this.db.manager, organisationId, search);
    const now = this.clock.now();
    const shown = rows.map((row) => ({ ...row, state: shownState(row, now) }));
    return toPage(shown, search.limit, ({ id }) => [id]);
  }

  async invite(actor: Actor, organisationId: string, { email, role }: InviteInput): Promise<SentInvitation> {
    authorise(invitationsPolicy.inviteMember, actor, { organisationId });
    await this.limits.consume('invitation-organisation', organisationId);
    await this.limits.consume('invitation-address', addressKey(email));
    return this.db.transaction(async (tx) => {
      const organisation = await enterOrganisation(tx, invitationsPolicy.inviteMember, actor, organisationId);
      const now = this.clock.now();
      await expireInvitations(tx, organisationId, now);
      const address = await readAddress(tx, organisationId, addressKey(email), actor.accountId);
      if (address.isMember) throw problem('already-member');
      if (await hasDeclinedSince(tx, organisationId, addressKey(email), declinesBefore(now))) throw problem('declined-recently');

      const pending = await findPending(tx, organisationId, addressKey(email));
      const messageSent = pending === null || mayBeSentAgain(pending.sentAt, now);
      const to = { organisation, email, role, actor, address };
      const invitationId = messageSent ? await this.letter.send(tx, pending, to) : pending.id;
      if (!messageSent && pending.role !== role) await updateInvitationRole(tx, invitationId, role);
      if (messageSent || pending.role !== role) {
        await this.journal.recordAct(tx, {
          ...act('invite-member', actor, organisationId, invitationId),
          to: 'pending',
          facts: { role, messageSent },
        });
      }
      return { ...(await readInvitation(tx, invitationId)), messageSent };
    });
  }

  cancel(actor: Actor, organisationId: string, invitationId: string): Promise<InvitationView> {
    return this.db.transaction(async (tx) => {
      await enterOrganisation(tx, invitationsPolicy.cancelInvitation, actor, organisationId);
      const now = this.clock.now();
      const found = await findState(tx, organisationId, invitationId);
      if (found === null) throw problem('not-found');
      const refusal = whyNotUse(found, now);
      if (refusal !== null) throw problem(refusal);
      if (!(await endInvitation(tx, { id: invitationId, to: 'cancelled', at: now }))) throw problem('changed-meanwhile');
      await this.journal.recordAct(tx, {
        ...act('cancel-invitation', actor, organisationId, invitationId),
        from: 'pending',
        to: 'cancelled',
      });
      return readInvitation(tx, invitationId);
    });
  }
}

function act(action: string, actor: Actor, organisationId: string, invitationId: string) {
  return {
    actor: { kind: 'person', id: actor.accountId },
    action,
    thing: { kind: 'invitation', id: invitationId },
    organisationId,
  } as const;
}
