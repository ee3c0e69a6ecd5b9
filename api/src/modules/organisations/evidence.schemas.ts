import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { day, id, instant, limit, pageOf } from '../../platform/http/fields.js';
import { said } from '../../platform/http/request-context.js';
import { DECLARED_KINDS, EVIDENCE_KINDS, EVIDENCE_STANDINGS, EVIDENCE_STATES } from './evidence.rules.js';

export const evidenceView = z
  .object({
    id: id.nullable().meta({ description: 'Null when it comes from a register' }),
    kind: z.enum(EVIDENCE_KINDS),
    reference: z.string().nullable(),
    territories: z.array(z.object({ id: z.string(), name: z.string() })),
    startsOn: day.nullable(),
    endsOn: day.nullable().meta({ description: 'Last day; null: a register does not say, to be confirmed' }),
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

export const evidenceList = pageOf(evidenceView).meta({ id: 'EvidenceList' });
export type EvidenceList = z.infer<typeof evidenceList>;

const departmentId = z
  .string()
  .regex(
    /^department:[0-9AB]{2,3}$/,
    said('département inconnu, par exemple « department:52 »', 'unknown department, for instance “department:52”'),
  );

export const newEvidence = z
  .object({
    kind: z.enum(DECLARED_KINDS),
    reference: z.string().trim().min(1).max(100).nullish().meta({ description: 'Number of the convention or of the decision' }),
    departments: z.array(departmentId).max(110).default([]).meta({ description: 'Of a convention: where it holds' }),
    startsOn: day.nullish(),
    endsOn: day.meta({ description: 'Last day; always given' }),
  })
  .meta({ id: 'NewEvidence' });
export type NewEvidenceInput = z.infer<typeof newEvidence>;

export const evidenceParams = z.object({ id, evidenceId: id });
export type EvidenceParams = z.infer<typeof evidenceParams>;

export const evidenceToCheckSearch = z.object({ cursor: cursorOf(z.tuple([z.int(), id])).optional(), limit });
export type EvidenceToCheckSearch = z.infer<typeof evidenceToCheckSearch>;

export const evidenceToCheckPage = pageOf(
  evidenceView
    .extend({ organisation: z.object({ id, name: z.string() }), createdAt: instant, daysWaiting: z.int() })
    .meta({ id: 'EvidenceToCheck' }),
).meta({ id: 'EvidenceToCheckPage' });
export type EvidenceToCheckPage = z.infer<typeof evidenceToCheckPage>;
