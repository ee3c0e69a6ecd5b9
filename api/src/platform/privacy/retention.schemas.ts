import { z } from 'zod';
import { pageOf } from '../http/fields.js';
import { RETENTION_BASES } from './retention.line.js';

export const retentionView = z
  .object({
    key: z.string(),
    what: z.string(),
    until: z.string(),
    why: z.string(),
    keptDays: z.int().nullable().meta({ description: 'Days after what `until` says; null = not counted in days' }),
    basis: z.enum(RETENTION_BASES).meta({ description: 'Legal ground: GDPR, article 6(1) b, c or f' }),
  })
  .meta({ id: 'RetentionLine' });
export type RetentionView = z.infer<typeof retentionView>;

export const retentionPage = pageOf(retentionView);
