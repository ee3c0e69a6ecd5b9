import { z } from 'zod';
import { day, id, instant } from '../../platform/http/fields.js';
import { EVIDENCE_KINDS, EVIDENCE_STANDINGS, EVIDENCE_STATES } from './evidence.rules.js';

export const evidenceView = z
  .object({
    id: id.nullable().meta({ description: 'Null when it comes from a register' }),
    kind: z.enum(EVIDENCE_KINDS),
    reference: z.string().nullable(),
    territories: z.array(z.object({ id: z.string(), name: z.string() })),
    startsOn: day.nullable(),
    endsOn: day.nullable().meta({ description: 'Null: a register does not say; to be confirmed' }),
    standing: z.enum(EVIDENCE_STANDINGS),
    state: z.enum(EVIDENCE_STATES).nullable(),
    source: z
      .object({ dataset: z.string(), producer: z.string(), seenOn: day.nullable() })
      .nullable()
      .meta({ description: 'The register that says so; null when the organisation declares it' }),
    checkedAt: instant.nullable(),
    reason: z.string().nullable(),
    warnings: z.array(z.string()).meta({ description: 'Doubts to raise, never refusals' }),
  })
  .meta({ id: 'Evidence' });
export type EvidenceView = z.infer<typeof evidenceView>;
