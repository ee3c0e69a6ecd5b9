import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { day, id, instant, limit } from '../../platform/http/fields.js';
import { closing } from '../calls/call.schemas.js';
import { INTEREST_STATES } from './interest.rules.js';

const sentence = (max: number) => z.string().trim().min(1).max(max);
const reason = sentence(2_000).meta({ description: 'Told to whoever asked' });

export const interestParams = z.object({ id });
export const interestReason = z.object({ reason }).meta({ id: 'InterestReason' });
export type InterestReason = z.infer<typeof interestReason>;

export const openPublicity = z
  .object({
    what: sentence(4_000).meta({ description: 'What is asked for: place, activity, length; nothing that would name or help a rival' }),
    shownAlso: z
      .string()
      .trim()
      .max(300)
      .transform((text) => (text === '' ? null : text))
      .nullable()
      .default(null)
      .meta({ description: 'Where else it is shown' }),
    closesAt: closing,
  })
  .meta({ id: 'OpenInterestPublicity' });
export type OpenPublicity = z.infer<typeof openPublicity>;

const decision = z
  .object({ authority: sentence(200), date: day, reference: sentence(120) })
  .meta({ id: 'InterestDecision', description: 'The act of the authority: who, when, under which reference' });
export const grantInterest = decision;
export type GrantInterest = z.infer<typeof grantInterest>;

export const declareRival = z
  .object({ organisationId: id, need: sentence(1_000), proposal: sentence(4_000) })
  .meta({ id: 'DeclareRival', description: 'Coming forward while a publicity is open' });
export type DeclareRival = z.infer<typeof declareRival>;

const named = z.object({ id, name: z.string() });
export const rivalView = z
  .object({ id, organisation: named, need: z.string(), proposal: z.string(), arrivedAt: instant, withdrawn: z.boolean() })
  .meta({ id: 'Rival' });
export type RivalView = z.infer<typeof rivalView>;
export const myRivals = z.object({ items: z.array(rivalView), next: z.null() }).meta({ id: 'MyRivals' });
export type MyRivals = z.infer<typeof myRivals>;
export const rivalParams = z.object({ id, rivalId: id });

export const interestSummary = z
  .object({
    id,
    state: z.enum(INTEREST_STATES),
    receivedAt: instant,
    silenceEndsAt: instant.nullable().meta({ description: 'When silence becomes a refusal; null when it never does, or once answered' }),
    application: z.object({ id, number: z.string().nullable(), title: z.string() }),
    organisation: named,
    owner: named,
    site: named.extend({ commune: z.string().nullable() }),
    window: z.object({ noticeId: id, opensAt: instant, closesAt: instant, over: z.boolean() }).nullable(),
    rivalCount: z.int().nullable().meta({ description: 'For the owner at once, for whoever asked once the publicity is over' }),
  })
  .meta({ id: 'InterestSummary' });
export type InterestSummary = z.infer<typeof interestSummary>;
export const interestPage = z.object({ items: z.array(interestSummary), next: z.string().nullable() }).meta({ id: 'Interests' });
export type InterestPage = z.infer<typeof interestPage>;
export const interestSearch = z.object({ cursor: cursorOf(z.tuple([z.int(), id])).optional(), limit });
export type InterestSearch = z.infer<typeof interestSearch>;

const refusal = z.string().nullable();
export const interestView = interestSummary
  .extend({
    now: instant,
    reader: z.enum(['owner', 'applicant']),
    reason: z.string().nullable(),
    decision: decision.nullable(),
    call: z.object({ id, title: z.string(), published: z.boolean() }).nullable(),
    rivals: z.array(rivalView).meta({ description: 'For the owner, once the publicity is over' }),
    consequence: z
      .object({ title: z.string(), text: z.string(), article: z.string() })
      .nullable()
      .meta({ description: 'What the answer, or the silence, means, and whom to turn to' }),
    history: z.array(
      z.object({ at: instant, action: z.string(), toState: z.string(), reason: z.string().nullable(), who: z.string().nullable() }),
    ),
    actions: z.object({
      answerLegal: refusal,
      refuseAdmission: refusal,
      decline: refusal,
      openPublicity: refusal,
      grant: refusal,
      turnIntoCall: refusal,
      close: refusal,
    }),
  })
  .meta({ id: 'Interest' });
export type InterestView = z.infer<typeof interestView>;
