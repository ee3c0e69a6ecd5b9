import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { id, instant, limit } from '../../platform/http/fields.js';
import { CALL_STATES, CALL_STEPS } from '../calls/call.rules.js';
import { answer, answers, form, slug } from '../calls/form/question.schemas.js';
import { ANSWER_FAULTS } from '../calls/form/question.rules.js';
import { APPLICATION_STATES } from './application.rules.js';
import { CORRECTION_FAULTS } from './correction.rules.js';

export const applicationParams = z.object({ id });
export const applicationFileParams = z.object({ id, fileId: id });
const version = z.int().min(1).max(2_000_000_000);

export const createApplication = z
  .object({
    organisationId: id,
    callId: id.optional(),
    siteId: id.optional().meta({ description: 'A place asked for directly, outside any call' }),
    projectId: id.optional().meta({ description: 'A saved project of the same organisation, to begin from' }),
    fromApplicationId: id.optional().meta({ description: 'An earlier file of the same organisation, to begin from' }),
  })
  .refine(({ callId, siteId }) => (callId === undefined) !== (siteId === undefined), { path: ['callId'], error: 'callId | siteId' })
  .meta({ id: 'CreateApplication', description: 'Exactly one of callId and siteId' });
export type CreateApplication = z.infer<typeof createApplication>;

export const updateApplication = z
  .object({
    version: version.meta({ description: 'The version these answers were written on' }),
    answers: z.record(slug, answer.nullable()).optional().meta({ description: 'Question by question; null empties' }),
    lots: z
      .array(id)
      .max(50)
      .transform((ids) => [...new Set(ids)])
      .optional()
      .meta({ description: 'Places of the call, the preferred one first' }),
  })
  .meta({ id: 'UpdateApplication', description: 'A key left out changes nothing' });
export type UpdateApplication = z.infer<typeof updateApplication>;

export const fileApplication = z
  .object({ version })
  .meta({ id: 'FileApplication', description: 'The version that was reviewed before filing' });
export type FileApplication = z.infer<typeof fileApplication>;
export const withdrawApplication = z.object({ reason: z.string().trim().min(5).max(1_000) }).meta({ id: 'WithdrawApplication' });
export type WithdrawApplication = z.infer<typeof withdrawApplication>;

const target = z
  .object({
    kind: z.enum(['call', 'place']),
    id,
    title: z.string(),
    owner: z.object({ id, name: z.string() }),
    callState: z.enum(CALL_STATES).nullable(),
    step: z.enum(CALL_STEPS).nullable().meta({ description: 'Of a call in two steps, the one this file is at' }),
    opensAt: instant.nullable(),
    closesAt: instant.nullable().meta({ description: 'Of the step this file is at' }),
    secondClosesAt: instant.nullable().meta({ description: 'When the second of two steps closes' }),
  })
  .meta({ id: 'ApplicationTarget', description: 'What it answers' });

const filed = z
  .object({
    number: z.string(),
    sequence: z.int().meta({ description: '1 for the first filing, one more at each amendment: the last one stands' }),
    at: instant.meta({ description: 'When the request had arrived: this decides' }),
    hash: z.string().meta({ description: 'SHA-256 of what was filed' }),
    current: z.boolean().meta({ description: 'What is written now is what was filed' }),
  })
  .meta({ id: 'ApplicationFiled' });

/** One line of a list of files. */
export const applicationSummary = z
  .object({
    id,
    title: z.string(),
    state: z.enum(APPLICATION_STATES),
    organisation: z.object({ id, name: z.string() }),
    target,
    filed: filed.omit({ hash: true, current: true }).nullable(),
    percent: z.int().meta({ description: 'Questions answered, of those shown' }),
    updatedAt: instant,
  })
  .meta({ id: 'ApplicationSummary' });
export type ApplicationSummary = z.infer<typeof applicationSummary>;
export const applicationPage = z
  .object({ items: z.array(applicationSummary), next: z.string().nullable() })
  .meta({ id: 'ApplicationPage' });
export type ApplicationPage = z.infer<typeof applicationPage>;

const fault = z.enum(ANSWER_FAULTS);
const review = z
  .object({
    sections: z.array(
      z.object({
        id: slug,
        title: z.string(),
        asked: z.int(),
        answered: z.int(),
        faults: z.array(z.object({ question: slug, label: z.string(), faults: z.array(fault) })),
      }),
    ),
    eligibility: z.array(z.object({ id: slug, explanation: z.string(), question: slug, verdict: z.enum(['met', 'not_met', 'unknown']) })),
    lotMissing: z.boolean(),
  })
  .meta({ id: 'ApplicationReview', description: 'What is still to answer or correct before it can be filed' });

export const applicationFile = z
  .object({
    id,
    title: z.string().nullable(),
    type: z.string(),
    bytes: z.int(),
    state: z.enum(['received', 'ready', 'refused']),
    refusal: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'ApplicationFile' });
export type ApplicationFile = z.infer<typeof applicationFile>;

export const applicationSpace = z
  .object({ usedBytes: z.int(), quotaBytes: z.int() })
  .meta({ id: 'ApplicationSpace', description: 'What the documents of the organisation’s files take together, and may take' });
export type ApplicationSpaceView = z.infer<typeof applicationSpace>;

/** What the owner asks to correct: each field named, what is wrong with it, and which are open to be written again. */
export const correctionItem = z.object({
  field: slug.meta({ description: 'A question of the form, or `lots` for the places wished' }),
  fault: z.enum(CORRECTION_FAULTS),
  note: z.string().trim().max(1_000).nullable().default(null),
});
const correction = z
  .object({
    id,
    askedAt: instant,
    dueAt: instant.meta({ description: 'The first instant at which nothing more is received' }),
    reason: z.string(),
    items: z.array(correctionItem),
    open: z.array(slug).meta({ description: 'What may be written again: the fields named and the questions that depend on them' }),
  })
  .meta({ id: 'ApplicationCorrection' });

/** Null = may; else the code of the refusal, whose words are in the problem table. */
const may = z.string().nullable();
const source = z.object({ kind: z.enum(['project', 'application']), name: z.string() });

export const applicationView = applicationSummary
  .extend({
    now: instant.meta({ description: 'The server’s clock, by which the call closes' }),
    version,
    reason: z.string().nullable(),
    form,
    lotsOffered: z.array(z.object({ id, name: z.string(), commune: z.string().nullable() })),
    answers,
    lots: z.array(id),
    shown: z.array(slug).meta({ description: 'The questions shown for these answers' }),
    correction: correction.nullable().meta({ description: 'What the owner has asked to correct, while it is open' }),
    sources: z.record(slug, source).meta({ description: 'Where answers that were carried over come from' }),
    files: z.array(applicationFile),
    review,
    filed: filed.nullable(),
    partners: z
      .array(z.object({ id, name: z.string() }))
      .meta({ description: 'Organisations that write it together with the one that leads' }),
    reader: z.enum(['member', 'owner']).meta({ description: 'The owner’s agents read what was filed, never what is being written' }),
    actions: z
      .object({ updateApplication: may, fileApplication: may, withdrawApplication: may })
      .meta({ id: 'ApplicationActions', description: 'What the reader may do with this file now; else why not' }),
  })
  .meta({ id: 'Application' });
export type ApplicationView = z.infer<typeof applicationView>;

export const applicationSearch = z.object({ cursor: cursorOf(z.tuple([z.int(), id])).optional(), limit });
export type ApplicationSearch = z.infer<typeof applicationSearch>;

export const callApplications = z
  .object({
    drafts: z.int().meta({ description: 'Files being written' }),
    filed: z.int(),
    sealed: z.boolean().meta({ description: 'Nothing can be read before the call closes' }),
    items: z.array(applicationSummary),
  })
  .meta({ id: 'CallApplications' });
export type CallApplications = z.infer<typeof callApplications>;

const change = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });
export const applicationHistory = z
  .object({
    items: z.array(
      z.object({
        id,
        at: instant,
        version,
        who: z.string().nullable(),
        action: z.string(),
        fromState: z.string().nullable(),
        toState: z.string(),
        reason: z.string().nullable(),
        changes: z.array(change),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'ApplicationHistory', description: 'Who wrote and filed what, and when: the latest first' });
export type ApplicationHistory = z.infer<typeof applicationHistory>;
export const applicationHistorySearch = z.object({ cursor: cursorOf(z.tuple([id])).optional(), limit });
export type ApplicationHistorySearch = z.infer<typeof applicationHistorySearch>;
