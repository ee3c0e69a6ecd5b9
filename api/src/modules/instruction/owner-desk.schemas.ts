import { z } from 'zod';
import { id, instant } from '../../platform/http/fields.js';

export const OWNER_TASKS = ['call_closing', 'to_shortlist', 'question', 'correction_over', 'corrected', 'to_check', 'to_admit'] as const;

const task = z
  .object({
    kind: z.enum(OWNER_TASKS),
    callId: id.nullable(),
    applicationId: id.nullable(),
    title: z.string().meta({ description: 'The call, or the organisation that filed' }),
    about: z.string().nullable().meta({ description: 'The question asked, or the number of the file' }),
    since: instant,
    deadline: instant.nullable(),
    isMine: z.boolean().meta({ description: 'Assigned to the reader' }),
    drafts: z.int().nullable(),
    filed: z.int().nullable(),
  })
  .meta({ id: 'OwnerTask' });
export type OwnerTask = z.infer<typeof task>;

export const ownerDesk = z
  .object({
    now: instant,
    counts: z.array(z.object({ kind: z.enum(OWNER_TASKS), count: z.int() })),
    items: z.array(task),
    next: z.null(),
  })
  .meta({
    id: 'OwnerDesk',
    description: 'What is waiting on the agents of an owner: what is assigned to the reader first, then what ends soonest',
  });
export type OwnerDesk = z.infer<typeof ownerDesk>;
