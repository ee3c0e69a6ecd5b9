import { z } from 'zod';
import { id } from '../../platform/http/fields.js';
import { said } from '../../platform/http/request-context.js';
import { parisInstant } from '../../platform/paris-time.js';
import { condition, form, slug } from './form/question.schemas.js';

/** What an owner writes of a call. In an edit a key left out changes nothing and null empties. */

/** Blank is not said. */
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => (text === '' ? null : text))
    .nullish();
const sentence = (max: number) => z.string().trim().min(1).max(max);
const optional = (max: number) => z.string().trim().max(max).nullable().default(null);

/**
 * An instant as clocks in France say it. A day alone is its first minute when something opens and 23:59 when it closes: a closing at
 * midnight is read by half of the people as the day before, by the others as the day after.
 */
const parisMoment = (defaultTime: string) =>
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/, said('doit être un jour, ou un jour et une heure', 'must be a day, or a day and a time'))
    .transform((local, context) => {
      const instant = parisInstant(local.length === 10 ? `${local}T${defaultTime}` : local);
      if (instant !== null) return instant.toISOString();
      context.addIssue({ code: 'custom', message: said('ce jour n’existe pas', 'there is no such day').error() });
      return z.NEVER;
    })
    .meta({ description: `Time of clocks in France; a day alone means ${defaultTime}`, examples: ['2026-12-14', '2026-12-14T18:00'] });
export const closing = parisMoment('23:59');

export const documentAsked = z.object({ id: slug, label: sentence(200), help: optional(500), required: z.boolean() });
const eligibilityRule = z
  .object({ id: slug, explanation: sentence(500), condition })
  .meta({ id: 'EligibilityRule', description: 'Who may apply: the condition that must hold, and what is said when it does not' });
const criterion = z.object({ id: slug, label: sentence(200), help: optional(1_000), weight: z.int().min(1).max(100) });
const grid = z
  .object({
    scaleMax: z.union([z.literal(5), z.literal(10), z.literal(20)]),
    criteria: z.array(criterion).max(20),
    tieBreak: z.array(slug).max(20).meta({ description: 'Criteria that decide between equal totals, the first one first' }),
  })
  .meta({ id: 'ScoringGrid', description: 'Weights add up to 100' });
const jury = z
  .object({
    members: z.array(z.object({ who: sentence(160), chair: z.boolean() })).max(30),
    quorum: z.int().min(1).max(30).nullable(),
  })
  .meta({ id: 'Jury', description: 'By function, never by a private person’s name' });
const shown = z
  .object({
    jury: z.boolean(),
    ranking: z.boolean().meta({ description: 'Ranks and totals are published with the results' }),
    applicants: z.enum(['none', 'count', 'names']),
  })
  .meta({ id: 'CallShown', description: 'What everyone may read besides the call and its criteria' });

const firstStep = z.object({ questions: z.array(slug).max(200), documents: z.array(slug).max(30) }).meta({
  id: 'CallFirstStep',
  description: 'Of a call in two steps, what is asked first; null: one step. The second asks for everything',
});

const stated = z.object({
  title: z.string().trim().min(5).max(160),
  summary: words(600),
  description: words(20_000),
  territoryId: z
    .string()
    .regex(/^(commune|epci|department|region):[0-9AB]+$/)
    .nullish()
    .meta({ description: 'For a call by zone: where applicants look for a place' }),
  lots: z
    .array(id)
    .max(50)
    .transform((ids) => [...new Set(ids)]),
  opensAt: parisMoment('08:00').nullish(),
  firstClosesAt: closing.nullish().meta({ description: 'When the first of two steps closes' }),
  closesAt: closing.nullish(),
  firstStep: firstStep.nullish(),
  form,
  documents: z.array(documentAsked).max(30),
  eligibility: z.array(eligibilityRule).max(30),
  grid,
  jury,
  shown,
  contact: words(300),
});

export const CALL_FIELDS = [
  'title',
  'summary',
  'description',
  'territoryId',
  'lots',
  'opensAt',
  'firstClosesAt',
  'closesAt',
  'firstStep',
  'form',
  'documents',
  'eligibility',
  'grid',
  'jury',
  'shown',
  'contact',
] as const satisfies readonly (keyof z.infer<typeof stated>)[];

export const version = z.int().min(1).max(2_000_000_000);
export const updateCall = stated
  .partial()
  .extend({ version: version.meta({ description: 'The version these changes were made on' }) })
  .meta({ id: 'UpdateCall', description: 'A key left out changes nothing; null empties' });
export type UpdateCall = z.infer<typeof updateCall>;

/** The same as stored: everything is there, unknown is null. */
export const callContent = z
  .object({
    title: z.string(),
    summary: z.string().nullable(),
    description: z.string().nullable(),
    territoryId: z.string().nullable(),
    lots: z.array(id),
    opensAt: z.iso.datetime({ offset: true }).nullable(),
    firstClosesAt: z.iso.datetime({ offset: true }).nullable(),
    closesAt: z.iso.datetime({ offset: true }).nullable(),
    firstStep: firstStep.nullable(),
    form,
    documents: z.array(documentAsked),
    eligibility: z.array(eligibilityRule),
    grid,
    jury,
    shown,
    contact: z.string().nullable(),
  })
  .meta({ id: 'CallContent' });
export type CallContent = z.infer<typeof callContent>;
