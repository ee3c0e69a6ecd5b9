import { z } from 'zod';
import { id, instant } from '../../../platform/http/fields.js';
import { PARTNER_STATES } from './partner.rules.js';

export const partnerParams = z.object({ id, organisationId: id });
export const invitePartner = z.object({ organisationId: id }).meta({ id: 'InvitePartner' });
export type InvitePartner = z.infer<typeof invitePartner>;
export const answerPartnership = z.object({ accepted: z.boolean() }).meta({ id: 'AnswerPartnership' });
export type AnswerPartnership = z.infer<typeof answerPartnership>;

const may = z.string().nullable();
const state = z.enum(PARTNER_STATES);

export const partnerList = z
  .object({
    items: z.array(
      z.object({
        organisation: z.object({ id, name: z.string() }),
        state,
        invitedAt: instant,
        movedAt: instant.nullable(),
        actions: z.object({ removePartner: may }).meta({ id: 'PartnerActions', description: 'Removing it, or leaving' }),
      }),
    ),
    next: z.null(),
    lead: z.object({ id, name: z.string() }),
    actions: z.object({ invitePartner: may }).meta({ id: 'PartnersActions' }),
  })
  .meta({ id: 'PartnerList', description: 'Organisations that write the file together; one leads and files it' });
export type PartnerList = z.infer<typeof partnerList>;

export const partnershipList = z
  .object({
    items: z.array(
      z.object({
        applicationId: id,
        title: z.string(),
        target: z.string(),
        lead: z.string(),
        state,
        invitedAt: instant,
        closesAt: instant.nullable(),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'PartnershipList', description: 'Files that an organisation is invited to write, or writes, with another' });
export type PartnershipList = z.infer<typeof partnershipList>;
