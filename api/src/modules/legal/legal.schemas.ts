import { z } from 'zod';
import { day, id, instant } from '../../platform/http/fields.js';
import { OWNER_KINDS } from '../sites/site.vocabulary.js';
import { legalProof } from './legal-proofs.schemas.js';
import { PATH_RULE_IDS } from './legal-path.rules.js';
import {
  ANSWERS,
  DEED_KINDS,
  GROUNDS,
  LEGAL_ROLES,
  LEGAL_STATUSES,
  LENGTHS,
  ORIGINS,
  PATHS,
  STEPS,
  STRICT_REASONS,
} from './legal.vocabulary.js';

const words = (max: number) => z.string().trim().max(max).nullable().default(null);
const sentence = (max: number) => z.string().trim().min(1).max(max);

const declassification = z
  .object({ act: sentence(300), date: day, reference: sentence(120) })
  .meta({ description: 'The act by which the place left the public domain, or which shows that it never was in it' });

/** The questions of domain §2. “unknown” and null are answers: they take the strict path. */
const asked = {
  role: z.enum(LEGAL_ROLES).meta({ description: 'In what name the agent speaks for the place: only `owns` and `manages` may award it' }),
  ordersForItself: z.enum(ANSWERS).meta({ description: 'The owner pays for, or orders, works or services for itself' }),
  ownerKind: z.enum(OWNER_KINDS).nullable(),
  status: z.enum(LEGAL_STATUSES),
  declassification: declassification.nullable(),
  economic: z.enum(ANSWERS).meta({ description: 'The activity counts, not the legal form' }),
  length: z.enum(LENGTHS),
  unlimitedTitles: z.enum(ANSWERS),
  deed: z.enum(DEED_KINDS).nullable(),
  ground: z.enum(GROUNDS).nullable().meta({ description: 'Of CG3P L. 2122-1-2 or L. 2122-1-3' }),
  motive: words(4_000),
};

export const legalTry = z
  .object({ ...asked, origin: z.enum(ORIGINS) })
  .meta({ id: 'LegalTry', description: 'Answers, tried without keeping them' });
export type LegalTry = z.infer<typeof legalTry>;

export const legalAnswers = z
  .object({ ...asked, proof: words(500).meta({ description: 'Where these answers are proven: document, register, reference' }) })
  .meta({ id: 'LegalAnswers' });
export type LegalAnswers = z.infer<typeof legalAnswers>;

export const answerLegal = z
  .object({
    version: z.int().min(0).max(2_000_000_000).meta({ description: 'The version that was read; 0 when nothing was answered yet' }),
    answers: legalAnswers,
    reason: words(1_000).meta({ description: 'Needed to change answers once a publicity has begun' }),
  })
  .meta({ id: 'AnswerLegal' });
export type AnswerLegal = z.infer<typeof answerLegal>;

export const legalOutcome = z
  .object({
    rule: z.enum(PATH_RULE_IDS),
    path: z.enum(PATHS),
    article: z.string(),
    title: z.string(),
    text: z.string(),
    steps: z.array(z.enum(STEPS)),
    strictBecause: z
      .array(z.enum(STRICT_REASONS))
      .meta({ description: 'Answers that are missing or not proven, for which the strict path was taken' }),
  })
  .meta({ id: 'LegalOutcome' });
export type LegalOutcomeView = z.infer<typeof legalOutcome>;

const refusal = z.string().nullable();
const stepView = z
  .object({
    step: z.enum(STEPS),
    by: z.enum(['agent', 'product', 'clock']),
    done: z.boolean(),
    doneOn: day.nullable(),
    reference: z.string().nullable(),
    note: z.string().nullable(),
    who: z.string().nullable(),
    at: instant.nullable(),
    proofs: z.array(legalProof),
    whyNotNow: refusal.meta({ description: 'Null: may be noted now; else why not' }),
  })
  .meta({ id: 'LegalStep' });

export const legalProcedure = z
  .object({
    id: id.nullable().meta({ description: 'Null: nothing was answered yet' }),
    version: z.int(),
    answers: legalAnswers.nullable(),
    suggested: legalAnswers.meta({ description: 'What the sheets of the places say; the rest is unknown' }),
    outcome: legalOutcome.nullable(),
    steps: z.array(stepView),
    leftSteps: z
      .array(stepView.pick({ step: true, doneOn: true, reference: true, note: true, proofs: true }))
      .meta({ description: 'Noted or proven, then taken off the path by later answers: kept' }),
    notices: z.array(
      z.object({ id, kind: z.enum(['call', 'interest', 'motive']), opensAt: instant, closesAt: instant, withdrawn: z.boolean() }),
    ),
    history: z.array(
      z.object({
        version: z.int(),
        at: instant,
        who: z.string().nullable(),
        path: z.enum(PATHS),
        reason: z.string().nullable(),
        answers: legalAnswers,
      }),
    ),
    actions: z.object({ answer: refusal, noteStep: refusal, addProof: refusal, publishMotive: refusal }),
  })
  .meta({ id: 'LegalProcedure' });
export type LegalProcedureView = z.infer<typeof legalProcedure>;

export const noteStep = z
  .object({ step: z.enum(STEPS), doneOn: day, reference: sentence(300), note: words(1_000) })
  .meta({ id: 'NoteLegalStep', description: 'A step done elsewhere: when, and under which reference' });
export type NoteStep = z.infer<typeof noteStep>;

export const procedureParams = z.object({ id });

export const publishMotive = z
  .object({ shownAlso: words(300) })
  .meta({ id: 'PublishLegalMotive', description: 'Publishes the ground and its written motive as a notice' });
export type PublishMotive = z.infer<typeof publishMotive>;

/** Rules and their corrections. */
const ruleText = z.object({ title: z.string(), text: z.string() });
const ruleTextInput = z.object({ title: sentence(160), text: sentence(2_000) });
export const correctRule = z
  .object({ article: sentence(200), fr: ruleTextInput, en: ruleTextInput, reason: sentence(600), effectiveOn: day })
  .meta({ id: 'CorrectLegalRule', description: 'Corrects the words and the article of a rule, never its logic' });
export type CorrectRule = z.infer<typeof correctRule>;
export const ruleParams = z.object({ key: z.string().max(80) });

const correction = z.object({ id, at: instant, effectiveOn: day, reason: z.string(), article: z.string(), fr: ruleText, en: ruleText });
export const legalRule = z
  .object({
    key: z.string(),
    section: z.enum(['path', 'ground', 'deed', 'fee', 'warning', 'remedies', 'other']),
    article: z.string(),
    fr: ruleText,
    en: ruleText,
    original: z
      .object({ article: z.string(), fr: ruleText, en: ruleText })
      .nullable()
      .meta({ description: 'What the product said before any correction; null when nothing was corrected' }),
    corrections: z.array(correction).meta({ description: 'The latest first, those to come included' }),
  })
  .meta({ id: 'LegalRule' });
export type LegalRuleView = z.infer<typeof legalRule>;
export const legalRules = z.object({ items: z.array(legalRule), next: z.null() }).meta({ id: 'LegalRules' });
export type LegalRules = z.infer<typeof legalRules>;
