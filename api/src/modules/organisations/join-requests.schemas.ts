import { z } from 'zod';
import { id, instant, pageOf } from '../../platform/http/fields.js';
import { JOIN_REQUEST_STATES } from './join-request.rules.js';
import { organisationRole } from './members.schemas.js';

export const joinRequestParams = z.object({ id, requestId: id });
export type JoinRequestParams = z.infer<typeof joinRequestParams>;

export const askInput = z.object({ message: z.string().trim().min(1).max(1_000) });
export type AskInput = z.infer<typeof askInput>;
export const acceptInput = z.object({ role: organisationRole });
export type AcceptInput = z.infer<typeof acceptInput>;
export const declineInput = z.object({ reason: z.string().trim().min(1).max(1_000).meta({ description: 'Told to the person who asked' }) });
export type DeclineInput = z.infer<typeof declineInput>;

export const joinRequestView = z
  .object({
    id,
    organisation: z.object({ id, name: z.string() }),
    person: z.object({ accountId: id, displayName: z.string().nullable(), email: z.string().nullable() }),
    message: z.string().nullable(),
    state: z.enum(JOIN_REQUEST_STATES),
    reason: z.string().nullable(),
    createdAt: instant,
    endedAt: instant.nullable(),
    actions: z.array(z.string()).meta({ description: 'What the reader may do with this request now' }),
  })
  .meta({ id: 'JoinRequest' });
export type JoinRequestView = z.input<typeof joinRequestView>;
export const joinRequestPage = pageOf(joinRequestView);
export type JoinRequestPage = z.input<typeof joinRequestPage>;
