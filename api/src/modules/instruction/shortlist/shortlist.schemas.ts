import { z } from 'zod';
import { id, instant } from '../../../platform/http/fields.js';
import { CALL_STATES } from '../../calls/call.rules.js';

export const shortlistParams = z.object({ id });
const count = z.int().min(0).max(10_000);

export const announceShortlist = z.object({ keep: count, leave: count }).meta({
  id: 'AnnounceShortlist',
  description: 'The numbers that were read before announcing: what changed meanwhile is read again first',
});
export type AnnounceShortlist = z.infer<typeof announceShortlist>;

export const shortlistView = z
  .object({
    callId: id,
    callState: z.enum(CALL_STATES),
    now: instant,
    firstClosesAt: instant,
    closesAt: instant.meta({ description: 'When the second step closes' }),
    keep: z.int(),
    leave: z.int(),
    undecided: z.int(),
    correcting: z.int().meta({ description: 'Outlines of which a correction is asked' }),
    announcedAt: instant.nullable(),
    actions: z.object({ announceShortlist: z.string().nullable() }).meta({ id: 'ShortlistActions' }),
  })
  .meta({ id: 'Shortlist', description: 'Between the two steps of a call: how far the choice is, and whether it may be announced' });
export type ShortlistView = z.infer<typeof shortlistView>;
