import { z } from 'zod';
import { id, instant } from '../../platform/http/fields.js';
import { CALL_STATES } from '../calls/call.rules.js';
import { callContent } from '../calls/call.schemas.js';
import { slug } from '../calls/form/question.schemas.js';
import { lotRanking } from '../review/review.schemas.js';
import { REVIEW_MODES } from '../review/review.rules.js';
import { AWARD_FAULTS, LINE_OUTCOMES, OUTCOMES } from './decision.rules.js';
import { DEED_KINDS } from '../legal/legal.vocabulary.js';

export const decisionParams = z.object({ id });
export const kitParams = z.object({ id, paper: z.enum(['deliberation', 'certificate', 'letters']) });
const sentence = (max: number) => z.string().trim().min(1).max(max);
const reason = z.string().trim().min(10).max(1_000);

const reasons = z.array(z.object({ criterion: slug, text: z.string().trim().max(8_000) })).max(20);
const line = z.object({
  lot: id.nullable().meta({ description: 'null in a call by zone' }),
  applicationId: id,
  outcome: z.enum(OUTCOMES),
  waitingRank: z.int().min(1).max(1_000).nullable(),
  reasons,
});
export const saveAward = z
  .object({
    deedKind: z.enum(DEED_KINDS),
    departure: z
      .string()
      .trim()
      .max(2_000)
      .nullable()
      .transform((text) => (text === '' ? null : text))
      .meta({ description: 'Why the order departs from the ranking' }),
    lines: z.array(line).max(1_000),
  })
  .meta({ id: 'SaveAward', description: 'The whole proposal: what is left out is no longer in it' });
export type SaveAward = z.infer<typeof saveAward>;
export const takeBackAward = z.object({ reason }).meta({ id: 'TakeBackAward' });
export type TakeBackAward = z.infer<typeof takeBackAward>;

const authority = {
  authorityName: sentence(160).meta({ description: 'Who binds the owner: a council, a mayor, a president' }),
  authorityFunction: sentence(160),
  decidedOn: z.iso.date(),
  reference: sentence(160).meta({ description: 'Of the deliberation or the order' }),
};
export const decideAward = z.object(authority).meta({ id: 'DecideAward' });
export type DecideAward = z.infer<typeof decideAward>;
export const reopenApplication = z.object({ ...authority, reason }).meta({ id: 'ReopenApplication' });
export type ReopenApplication = z.infer<typeof reopenApplication>;
export const decideAgain = z
  .object({ ...authority, lot: id.nullable(), outcome: z.enum(OUTCOMES), reasons: reasons.min(1) })
  .meta({ id: 'DecideAgain', description: 'A new decision on a file that was reopened, for one lot' });
export type DecideAgain = z.infer<typeof decideAgain>;
export const giveUpAward = z.object({ reason: z.string().trim().min(5).max(1_000) }).meta({ id: 'GiveUpAward' });
export type GiveUpAward = z.infer<typeof giveUpAward>;

/** Null = may; else the code of the refusal, whose words are in the problem table. */
const may = z.string().nullable();
const lot = z.object({ id, name: z.string() });
const decision = z.object({ authorityName: z.string(), authorityFunction: z.string(), decidedOn: z.iso.date(), reference: z.string() });
const grid = callContent.shape.grid;

export const awardView = z
  .object({
    call: z.object({ id, title: z.string(), state: z.enum(CALL_STATES), owner: z.object({ id, name: z.string() }) }),
    grid,
    lots: z.array(lot),
    applications: z.array(z.object({ id, number: z.string(), organisation: z.string() })),
    deedKind: z.enum(DEED_KINDS),
    departure: z.string().nullable(),
    lines: z.array(line.extend({ outcome: z.enum(LINE_OUTCOMES) })),
    drafted: z.boolean().meta({ description: 'Nobody has saved a proposal yet: this one is drawn from the ranking' }),
    faults: z.array(z.object({ lot: id.nullable(), fault: z.enum(AWARD_FAULTS) })),
    departs: z.array(id.nullable()).meta({ description: 'Lots where the order departs from the ranking' }),
    ranking: z.array(lotRanking).nullable(),
    decision: decision.nullable(),
    publishedAt: instant.nullable(),
    remedies: z.array(z.string()),
    actions: z
      .object({
        saveAward: may,
        proposeAward: may,
        takeBackAward: may,
        decideAward: may,
        publishResults: may,
        declareCallUnsuccessful: may,
      })
      .meta({ id: 'AwardActions' }),
  })
  .meta({ id: 'Award' });
export type AwardView = z.infer<typeof awardView>;

/** What is published once and never changes: it is what the seal proves. */
export const publishedResults = z
  .object({
    call: z.object({ id, title: z.string(), owner: z.string() }),
    decision,
    deedKind: z.enum(DEED_KINDS),
    publishedAt: instant,
    method: z.object({
      mode: z.enum(REVIEW_MODES),
      quorum: z.int(),
      readers: z.int(),
      scaleMax: z.int(),
      rankingShown: z.boolean(),
      departure: z.string().nullable(),
    }),
    jury: z.array(z.string()).meta({ description: 'Functions; empty when the call does not show its jury' }),
    grid,
    received: z.int().nullable().meta({ description: 'null when the call shows nothing of those who applied' }),
    lots: z.array(
      z.object({
        lot: lot.nullable(),
        lines: z.array(
          z.object({
            label: z.string().meta({ description: 'The organisation, or “File 2” where the call names nobody but those selected' }),
            named: z.boolean(),
            outcome: z.enum(OUTCOMES),
            waitingRank: z.int().nullable(),
            rank: z.int().nullable(),
            hundredths: z.int().nullable().meta({ description: 'Points of 100, in hundredths' }),
            tie: z.string().nullable(),
            reasons: z.array(z.object({ label: z.string(), text: z.string() })).meta({ description: 'Of those who are named' }),
          }),
        ),
      }),
    ),
    remedies: z.array(z.string()),
  })
  .meta({ id: 'PublishedResults' });
export type PublishedResults = z.infer<typeof publishedResults>;

export const resultsView = z
  .object({
    results: publishedResults,
    seal: z
      .string()
      .meta({ description: 'SHA-256 of `results` as canonical JSON (RFC 8785), recorded in the journal when they were published' }),
    proof: z.object({ seq: z.int(), hash: z.string() }).nullable().meta({ description: 'The line of the journal that records the seal' }),
    amendments: z.array(
      z.object({
        at: instant,
        lot: z.string().nullable(),
        who: z.string(),
        kind: z.enum(['withdrawn', 'promoted', 'reopened', 'selected', 'waiting_list', 'not_selected']),
        decision: decision.nullable(),
        reason: z.string().nullable(),
        reasons: z
          .array(z.object({ label: z.string(), text: z.string() }))
          .meta({ description: 'Of a new decision, for those who are named' }),
      }),
    ),
  })
  .meta({ id: 'CallResults' });
export type ResultsView = z.infer<typeof resultsView>;

export const applicationDecision = z
  .object({
    letters: z.array(
      z.object({ id, at: instant, kind: z.enum(['selected', 'waiting_list', 'not_selected', 'promoted', 'reopened']), title: z.string() }),
    ),
    lines: z.array(z.object({ lot: lot.nullable(), outcome: z.enum(LINE_OUTCOMES), waitingRank: z.int().nullable(), reasons })),
    criteria: z
      .array(z.object({ id: z.string(), label: z.string() }))
      .meta({ description: 'Of the grid: a new decision gives a reason for each' }),
    resultsOf: id.nullable().meta({ description: 'The call whose results are published' }),
    actions: z.object({ giveUpAward: may, reopenApplication: may, decideAgain: may }).meta({ id: 'DecidedApplicationActions' }),
  })
  .meta({ id: 'ApplicationDecision' });
export type ApplicationDecision = z.infer<typeof applicationDecision>;
