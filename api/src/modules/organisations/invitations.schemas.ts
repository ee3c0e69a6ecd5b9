import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { id, instant, limit, pageOf } from '../../platform/http/fields.js';
import { mailAddress } from '../../platform/mail/mail-address.js';
import { INVITATION_STATES } from './invitation.rules.js';
import { organisationRole } from './members.schemas.js';

export const invitationParams = z.object({ id, invitationId: id });
export type InvitationParams = z.infer<typeof invitationParams>;
export const newestFirst = z.object({ cursor: cursorOf(z.tuple([id])).optional(), limit });
export type NewestFirst = z.infer<typeof newestFirst>;

export const inviteInput = z.object({ email: mailAddress, role: organisationRole });
export type InviteInput = z.infer<typeof inviteInput>;

export const invitationView = z
  .object({
    id,
    email: z.string().nullable().meta({ description: 'null once forgotten' }),
    role: organisationRole,
    state: z.enum(INVITATION_STATES),
    invitedBy: z.string().nullable().meta({ description: 'Name of who sent it' }),
    createdAt: instant,
    sentAt: instant.meta({ description: 'When the last message left for this address' }),
    expiresAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Invitation' });
export type InvitationView = z.input<typeof invitationView>;
export const invitationPage = pageOf(invitationView);
export type InvitationPage = z.input<typeof invitationPage>;

/** Somebody invited a short while ago keeps their first message. */
export const sentInvitation = invitationView
  .extend({ messageSent: z.boolean().meta({ description: 'false: a message left less than a day ago, no other is sent' }) })
  .meta({ id: 'SentInvitation' });
export type SentInvitation = z.input<typeof sentInvitation>;

export const invitationToken = z.object({ token: z.string().min(1).max(200).meta({ description: 'From the link of the message' }) });
export type InvitationToken = z.infer<typeof invitationToken>;

/** All that the holder of a link learns before accepting. */
export const invitationOffer = z
  .object({ organisation: z.string(), role: organisationRole, invitedBy: z.string().nullable(), expiresAt: instant })
  .meta({ id: 'InvitationOffer' });
export type InvitationOffer = z.input<typeof invitationOffer>;

export const declinedInvitation = z.object({ state: z.literal('declined') }).meta({ id: 'DeclinedInvitation' });
export type DeclinedInvitation = z.infer<typeof declinedInvitation>;

export const newMembership = z
  .object({ organisationId: id, organisation: z.string(), role: organisationRole })
  .meta({ id: 'NewMembership' });
export type NewMembership = z.infer<typeof newMembership>;
