import { z } from 'zod';
import { id, instant } from '../../../platform/http/fields.js';
import { said } from '../../../platform/http/request-context.js';
import { parisInstant } from '../../../platform/paris-time.js';

export const visitParams = z.object({ id, visitId: id });
export const visitorParams = z.object({ id, visitId: id, accountId: id });

/** A day and a time, as clocks in France say it. */
const parisTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, said('doit être un jour et une heure', 'must be a day and a time'))
  .transform((local, context) => {
    const at = parisInstant(local);
    if (at !== null) return at.toISOString();
    context.addIssue({ code: 'custom', message: said('cette heure n’existe pas', 'there is no such time').error() });
    return z.NEVER;
  })
  .meta({ description: 'Time of clocks in France', examples: ['2026-12-05T10:00'] });

export const addVisit = z
  .object({
    startsAt: parisTime,
    endsAt: parisTime,
    meeting: z.string().trim().min(1).max(500).meta({ description: 'Where to meet, and what to bring' }),
    capacity: z.int().min(1).max(500),
  })
  .meta({ id: 'AddVisit' });
export type AddVisit = z.infer<typeof addVisit>;
export const cancelVisit = z.object({ reason: z.string().trim().min(5).max(1_000) }).meta({ id: 'CancelVisit' });
export type CancelVisit = z.infer<typeof cancelVisit>;
export const bookVisit = z
  .object({ organisationId: id.nullable().default(null).meta({ description: 'In whose name; null for oneself' }) })
  .meta({ id: 'BookVisit' });
export type BookVisit = z.infer<typeof bookVisit>;
export const noteVisitor = z.object({ attended: z.boolean().nullable() }).meta({ id: 'NoteVisitor' });
export type NoteVisitor = z.infer<typeof noteVisitor>;

const may = z.string().nullable();
export const visitList = z
  .object({
    items: z.array(
      z.object({
        id,
        startsAt: instant,
        endsAt: instant,
        meeting: z.string(),
        capacity: z.int(),
        left: z.int(),
        cancelled: z.string().nullable().meta({ description: 'Why it was cancelled' }),
        mine: z.boolean(),
        actions: z.object({ bookVisit: may, cancelVisit: may }).meta({ id: 'VisitActions' }),
      }),
    ),
    next: z.null(),
    actions: z.object({ addVisit: may }).meta({ id: 'VisitsActions' }),
  })
  .meta({ id: 'VisitList', description: 'In the order of their hours' });
export type VisitList = z.infer<typeof visitList>;

export const visitorList = z
  .object({
    items: z.array(
      z.object({
        accountId: id,
        name: z.string(),
        organisation: z.string().nullable(),
        email: z.string(),
        bookedAt: instant,
        attended: z.boolean().nullable(),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'VisitorList' });
export type VisitorList = z.infer<typeof visitorList>;
