import { z } from 'zod';
import { day, id, instant } from '../../../platform/http/fields.js';
import { KNOCK_ANSWERS, KNOCK_LETTER_STATES } from './knock.rules.js';

/** Null = may; else the code of the refusal. */
const may = z.string().nullable();
const state = z.enum(KNOCK_LETTER_STATES);

export const joinKnock = z
  .object({ organisationId: id, named: z.boolean().meta({ description: 'Agrees to be named, on the sheet and in the letter' }) })
  .meta({ id: 'JoinKnock' });
export type JoinKnock = z.infer<typeof joinKnock>;
export const leaveKnock = z.object({ organisationId: id }).meta({ id: 'LeaveKnock' });
export type LeaveKnock = z.infer<typeof leaveKnock>;

export const siteKnock = z
  .object({
    organisations: z.int().meta({ description: 'How many look at this lead together' }),
    names: z.array(z.string()).meta({ description: 'Those that agreed to be named' }),
    stopped: z.boolean().meta({ description: 'Whoever received the letter asked for silence' }),
    letters: z
      .array(z.object({ writtenOn: day, state, answeredOn: day.nullable() }))
      .meta({ description: 'The latest first; whoever received one answers without an account' }),
    mine: z
      .array(
        z.object({
          organisation: z.object({ id, name: z.string() }),
          joined: z.boolean(),
          named: z.boolean(),
          letterId: id.nullable().meta({ description: 'The latest letter, for those who joined' }),
          actions: z.object({ joinKnock: may, leaveKnock: may, writeKnockLetter: may }),
        }),
      )
      .meta({ description: 'Organisations the reader writes for' }),
  })
  .meta({ id: 'SiteKnock', description: 'Organisations that look at a lead together' });
export type SiteKnock = z.infer<typeof siteKnock>;

export const writeLetter = z.object({ organisationId: id }).meta({ id: 'WriteKnockLetter' });
export type WriteLetter = z.infer<typeof writeLetter>;

const place = z.object({ id, name: z.string(), commune: z.string().nullable(), address: z.string().nullable() });
export const knockLetter = z
  .object({
    id,
    site: place,
    state,
    language: z.enum(['fr', 'en']),
    writtenAt: instant,
    by: z.string().meta({ description: 'The organisation that sends it' }),
    names: z.array(z.string()),
    organisationCount: z.int(),
    mailed: z.boolean().meta({ description: 'Also sent to the public address of the place' }),
    answerUrl: z.string().nullable().meta({ description: 'For the organisation that sends the letter; null for the others' }),
    answerPage: z.string().meta({ description: 'Where the code may be typed' }),
    code: z.string().nullable().meta({ description: 'As `answerUrl`' }),
    answeredAt: instant.nullable(),
    note: z.string().nullable().meta({ description: 'In the words of whoever answered' }),
  })
  .meta({ id: 'KnockLetter', description: 'To be printed by an organisation that joined' });
export type KnockLetter = z.infer<typeof knockLetter>;

const code = z.string().max(60).meta({ description: 'As printed in the letter' });
export const knockCode = z.object({ code }).meta({ id: 'KnockCode' });
export type KnockCode = z.infer<typeof knockCode>;
export const knockAnswer = z
  .object({
    code,
    answer: z.enum(KNOCK_ANSWERS),
    note: z
      .string()
      .trim()
      .max(500)
      .transform((text) => (text === '' ? null : text))
      .nullish(),
  })
  .meta({ id: 'KnockAnswer' });
export type KnockAnswerInput = z.infer<typeof knockAnswer>;

export const receivedLetter = z
  .object({
    site: place,
    state,
    writtenAt: instant,
    names: z.array(z.string()),
    organisationCount: z.int(),
    answeredAt: instant.nullable(),
  })
  .meta({ id: 'ReceivedKnockLetter' });
export type ReceivedLetter = z.infer<typeof receivedLetter>;

export const letterParams = z.object({ id });
