import { z } from 'zod';
import { instant } from '../../platform/http/fields.js';
import { applicationSummary } from '../applications/applications.schemas.js';
import { WAITS } from './desk.rules.js';

export const desk = z
  .object({
    items: z.array(
      z.object({
        application: applicationSummary,
        waits: z.array(z.enum(WAITS)),
        deadline: instant.nullable(),
        missing: z.int().meta({ description: 'Questions still to answer or correct, and rules of eligibility not met' }),
        unread: z.int().meta({ description: 'Messages of the owner that the reader has not seen' }),
      }),
    ),
    next: z.null(),
    now: instant.meta({ description: 'The server’s clock, by which calls close' }),
  })
  .meta({ id: 'ApplicationDesk', description: 'What is waiting on the reader, the nearest deadline first' });
export type Desk = z.infer<typeof desk>;
