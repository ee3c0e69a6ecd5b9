import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { areaM2, id, instant, limit, listOf, searchText } from '../../platform/http/fields.js';
import { SITE_KINDS, SITE_STATES } from '../sites/site.vocabulary.js';
import { CALL_LACKS, CALL_STATES, CALL_STEPS } from './call.rules.js';
import { callContent, closing, version } from './call.schemas.js';
import { CALL_TEMPLATES } from './call.templates.js';
import { FORM_FAULTS } from './form/question.rules.js';

export const callParams = z.object({ id });
export const callQuestionParams = z.object({ id, questionId: id });
const reason = z.string().trim().min(10).max(1_000);

export const createCall = z
  .object({
    organisationId: id,
    title: z.string().trim().min(5).max(160),
    template: z.enum(CALL_TEMPLATES).default('blank').meta({ description: 'What the call starts from; all of it can be changed' }),
    lots: z.array(id).max(50).default([]),
  })
  .meta({ id: 'CreateCall' });
export type CreateCall = z.infer<typeof createCall>;

export const publishCall = z.object({ version }).meta({ id: 'PublishCall', description: 'The version that was read before publishing' });
export type PublishCall = z.infer<typeof publishCall>;
export const extendCall = z
  .object({
    closesAt: closing,
    reason,
    step: z
      .enum(CALL_STEPS)
      .optional()
      .meta({ description: 'Of a call in two steps, which closing; the one that comes next when left out' }),
  })
  .meta({ id: 'ExtendCall' });
export type ExtendCall = z.infer<typeof extendCall>;
export const endCall = z.object({ reason }).meta({ id: 'EndCall' });
export type EndCall = z.infer<typeof endCall>;
export const askOnCall = z.object({ question: z.string().trim().min(10).max(2_000) }).meta({ id: 'AskOnCall' });
export type AskOnCall = z.infer<typeof askOnCall>;
export const answerOnCall = z
  .object({ question: z.string().trim().min(5).max(2_000), answer: z.string().trim().min(2).max(5_000) })
  .meta({ id: 'AnswerOnCall', description: 'The question as everyone will read it: without what would tell who asked' });
export type AnswerOnCall = z.infer<typeof answerOnCall>;

const callLot = z
  .object({
    id,
    name: z.string(),
    kind: z.enum(SITE_KINDS),
    state: z.enum(SITE_STATES),
    commune: z.object({ id: z.string(), name: z.string() }).nullable(),
    floorAreaM2: areaM2.nullable().meta({ description: 'Sum of the known areas of its premises' }),
  })
  .meta({ id: 'CallLot' });
export type CallLotView = z.infer<typeof callLot>;

const organisation = z.object({ id, name: z.string() });
const territory = z.object({ id: z.string(), name: z.string() });

/** One line of a list of calls. */
export const callSummary = z
  .object({
    id,
    title: z.string(),
    summary: z.string().nullable(),
    state: z.enum(CALL_STATES),
    organisation,
    territory: territory.nullable(),
    lotCount: z.int(),
    opensAt: instant.nullable(),
    firstClosesAt: instant.nullable().meta({ description: 'When the first of two steps closes; null: one step' }),
    closesAt: instant.nullable(),
    publishedAt: instant.nullable(),
    updatedAt: instant,
    demo: z.boolean(),
  })
  .meta({ id: 'CallSummary' });
export type CallSummary = z.infer<typeof callSummary>;

export const callPage = z.object({ items: z.array(callSummary), next: z.string().nullable() }).meta({ id: 'CallPage' });
export type CallPage = z.infer<typeof callPage>;

/** Null = may; else the code of the refusal, whose words are in the problem table. */
const answer = z.string().nullable();

export const callQuestionView = z
  .object({
    id,
    askedAt: instant,
    question: z.string(),
    answer: z.string().nullable().meta({ description: 'null: only the owner’s agents and whoever asked see the question yet' }),
    answeredAt: instant.nullable(),
  })
  .meta({ id: 'CallQuestion' });

export const callView = callSummary
  .extend({
    now: instant.meta({ description: 'The server’s clock, by which the call opens and closes' }),
    content: callContent,
    lots: z.array(callLot),
    reason: z.string().nullable().meta({ description: 'Why it was cancelled or unsuccessful' }),
    extensions: z.array(z.object({ at: instant, step: z.enum(CALL_STEPS).nullable(), from: instant, to: instant, reason: z.string() })),
    shortlist: z.object({ at: instant, files: z.int().nullable(), kept: z.int().nullable() }).nullable().meta({
      description: 'Of a call in two steps, once it is announced: outlines read and kept, when the call says that numbers are public',
    }),
    questions: z.array(callQuestionView),
    actions: z
      .object({
        updateCall: answer,
        publishCall: answer,
        extendCall: answer,
        cancelCall: answer,
        declareCallUnsuccessful: answer,
        askOnCall: answer,
        answerOnCall: answer,
      })
      .meta({ id: 'CallActions', description: 'What the reader may do with this call now; else why not' }),
    inside: z
      .object({
        version,
        createdAt: instant,
        lacks: z.array(z.enum(CALL_LACKS)).meta({ description: 'What keeps it from being published' }),
        formFaults: z.array(z.object({ pointer: z.string(), fault: z.enum(FORM_FAULTS) })),
      })
      .nullable()
      .meta({ description: 'For members of the organisation only' }),
  })
  .meta({ id: 'Call' });
export type CallView = z.infer<typeof callView>;

const NOT_DRAFTS = CALL_STATES.filter((state) => state !== 'draft');
export const callSearch = z.object({
  state: listOf(z.enum(NOT_DRAFTS)).optional(),
  q: searchText.optional().meta({ description: 'Words of the title, the summary or the owner’s name' }),
  siteId: id.optional().meta({ description: 'Calls that this place is a lot of' }),
  cursor: cursorOf(z.tuple([z.int(), id])).optional(),
  limit,
});
export type CallSearch = z.infer<typeof callSearch>;

export const keptCallSearch = z.object({ cursor: cursorOf(z.tuple([z.int(), id])).optional(), limit });
export type KeptCallSearch = z.infer<typeof keptCallSearch>;

const change = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });
export const callHistory = z
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
  .meta({ id: 'CallHistory', description: 'Who changed what, and when: the latest first' });
export type CallHistory = z.infer<typeof callHistory>;
export const callHistorySearch = z.object({ cursor: cursorOf(z.tuple([id])).optional(), limit });
export type CallHistorySearch = z.infer<typeof callHistorySearch>;
