import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import { hashToken, newToken } from '../../platform/access/app-secret.js';
import type { Actor, OrganisationRole } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { InjectConfig } from '../../platform/config.token.js';
import type { Language } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import { INVITATION_VALID_MS, withoutLinks } from './invitation.rules.js';
import { invitation } from './invitations.mails.js';
import { insertInvitation, renewInvitation } from './invitations.queries.js';

interface Pending {
  readonly id: string;
  readonly timesSent: number;
}
interface LetterTo {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly email: string;
  readonly role: OrganisationRole;
  readonly actor: Actor;
  readonly address: { readonly language: Language; readonly inviterName: string | null };
}

/** The one message that goes to an address rather than to a member: written here and nowhere else. */
@Injectable()
export class InvitationLetter {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly outbox: MailOutbox,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** @returns the invitation's id: a new one, or that of the pending one, whose link changes */
  async send(tx: EntityManager, pending: Pending | null, { organisation, email, role, actor, address }: LetterTo): Promise<string> {
    const token = newToken();
    const at = this.clock.now();
    const given = {
      id: pending?.id ?? this.ids.next(),
      role,
      tokenHash: hashToken(token),
      invitedBy: actor.accountId,
      at,
      expiresAt: new Date(at.getTime() + INVITATION_VALID_MS),
    };
    if (pending === null) await insertInvitation(tx, { ...given, organisationId: organisation.id, email });
    else await renewInvitation(tx, given);
    await this.outbox.send(tx, {
      to: email,
      language: address.language,
      template: invitation,
      values: {
        organisation: withoutLinks(organisation.name),
        inviter: address.inviterName === null ? null : withoutLinks(address.inviterName),
        // After the #, which browsers send to nobody: neither logs nor other sites learn it.
        link: `${this.config.publicUrl}/invitation#${token}`,
        days: INVITATION_VALID_MS / 86_400_000,
      },
      eventKey: `invitation-${given.id}-${(pending?.timesSent ?? 0) + 1}`,
    });
    return given.id;
  }
}
