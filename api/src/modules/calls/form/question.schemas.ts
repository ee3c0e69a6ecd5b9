import { z } from 'zod';
import { cents } from '../../../platform/http/fields.js';
import { said } from '../../../platform/http/request-context.js';

/** What a call asks of its applicants, as data: shapes here, meaning in question.rules.ts. */

/** Names a question inside its form, an option inside its question …; written by the form editor, never shown. */
export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, said('lettres minuscules, chiffres et tirets', 'small letters, digits and hyphens'))
  .meta({ id: 'Slug' });

const words = (max: number) => z.string().trim().min(1).max(max);
const label = words(300);
const help = z.string().trim().max(1_000).nullable().default(null);

/** Something that an answer says or not; unknown as long as nothing is answered. */
export const condition = z
  .discriminatedUnion('test', [
    z.object({ test: z.literal('answered'), question: slug }),
    z.object({ test: z.literal('has'), question: slug, options: z.array(slug).min(1).max(50) }),
    z.object({ test: z.literal('lacks'), question: slug, options: z.array(slug).min(1).max(50) }),
    z.object({ test: z.literal('at_least'), question: slug, value: z.number() }),
    z.object({ test: z.literal('at_most'), question: slug, value: z.number() }),
  ])
  .meta({ id: 'FormCondition' });
export type Condition = z.infer<typeof condition>;

const asked = {
  id: slug,
  label,
  help,
  required: z.boolean(),
  shownIf: condition.nullable().default(null).meta({ description: 'null: always shown' }),
};
const short = z.object({ ...asked, kind: z.literal('short'), maxLength: z.int().min(1).max(300).default(200) });
const long = z.object({ ...asked, kind: z.literal('long'), maxLength: z.int().min(50).max(20_000).default(3_000) });
const number = z.object({
  ...asked,
  kind: z.literal('number'),
  unit: z.string().trim().max(30).nullable().default(null),
  min: z.number().nullable().default(null),
  max: z.number().nullable().default(null),
  whole: z.boolean().default(false),
});
const choice = z.object({
  ...asked,
  kind: z.literal('choice'),
  several: z.boolean().default(false),
  options: z
    .array(z.object({ id: slug, label: words(200) }))
    .min(2)
    .max(50),
});
const table = z.object({
  ...asked,
  kind: z.literal('table'),
  columns: z
    .array(z.object({ id: slug, label: words(120), kind: z.enum(['text', 'number']) }))
    .min(1)
    .max(8),
  minRows: z.int().min(0).max(50).default(1),
  maxRows: z.int().min(1).max(200).default(20),
});
const money = z.object({
  ...asked,
  kind: z.literal('money'),
  balanced: z.boolean().default(true).meta({ description: 'Resources must equal expenses' }),
});
const file = z.object({ ...asked, kind: z.literal('file'), maxFiles: z.int().min(1).max(20).default(1) });
const organisation = z.object({ ...asked, kind: z.literal('organisation'), maxCount: z.int().min(1).max(20).default(5) });
const calendar = z.object({ ...asked, kind: z.literal('calendar'), maxSteps: z.int().min(1).max(50).default(12) });

const simple = z.discriminatedUnion('kind', [short, long, number, choice]).meta({ id: 'SimpleQuestion' });
export type SimpleQuestion = z.infer<typeof simple>;
const block = z.object({
  ...asked,
  kind: z.literal('block'),
  questions: z.array(simple).min(1).max(12),
  minTimes: z.int().min(0).max(20).default(1),
  maxTimes: z.int().min(1).max(50).default(10),
});

export const question = z
  .discriminatedUnion('kind', [short, long, number, choice, table, money, file, organisation, calendar, block])
  .meta({ id: 'Question' });
export type Question = z.infer<typeof question>;

export const formSection = z
  .object({ id: slug, title: words(160), help, questions: z.array(question).max(60) })
  .meta({ id: 'FormSection' });
export type FormSection = z.infer<typeof formSection>;
export const form = z.array(formSection).max(20);
export type Form = z.infer<typeof form>;

/** A cell of a row: text, number, options chosen; null = nothing yet. */
const cell = z.union([z.string().max(20_000), z.number(), z.array(slug).max(50), z.null()]);
const row = z.record(z.string().max(40), cell);
const moneyLine = z.object({ label: z.string().trim().max(200), cents: cents.nullable() });
export const moneyPlan = z.object({ expenses: z.array(moneyLine).max(100), resources: z.array(moneyLine).max(100) });
export type MoneyPlan = z.infer<typeof moneyPlan>;

/** One answer, whatever the question: rows for tables, blocks, organisations and calendars. */
export const answer = z
  .union([z.string().max(20_000), z.number(), z.array(z.string().max(100)).max(50), z.array(row).max(200), moneyPlan])
  .meta({ id: 'Answer' });
export type Answer = z.infer<typeof answer>;
export const answers = z.record(slug, answer);
export type Answers = z.infer<typeof answers>;
