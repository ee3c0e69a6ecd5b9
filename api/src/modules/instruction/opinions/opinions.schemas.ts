import { z } from 'zod';
import { id, instant } from '../../../platform/http/fields.js';
import { mailAddress } from '../../../platform/mail/mail-address.js';
import { applicationFile } from '../../applications/applications.schemas.js';
import { closing } from '../../calls/call.schemas.js';
import { answers, form, slug } from '../../calls/form/question.schemas.js';
import { OPINION_CONCLUSIONS, OPINION_STANDINGS } from './opinion.rules.js';

export const opinionParams = z.object({ id, opinionId: id });
export const opinionFileParams = z.object({ ticket: z.string().max(200), fileId: id });

const words = (max: number) => z.string().trim().min(1).max(max);
const section = slug.meta({ description: 'A section of the form, or `lots` for the places wished' });

export const askOpinion = z
  .object({
    who: words(200).meta({ description: 'The service or the person asked, as the applicant may read it' }),
    email: mailAddress,
    language: z.enum(['fr', 'en']).default('fr'),
    question: z.string().trim().min(5).max(4_000),
    dueAt: closing,
    shared: z.boolean().meta({ description: 'The applicant reads the answer; otherwise it stays among agents' }),
    sections: z
      .array(section)
      .min(1)
      .max(25)
      .transform((all) => [...new Set(all)])
      .meta({ description: 'What is shown of the file, and nothing else' }),
  })
  .meta({ id: 'AskOpinion' });
export type AskOpinion = z.infer<typeof askOpinion>;

export const revokeOpinion = z
  .object({ reason: z.string().trim().min(5).max(1_000) })
  .meta({ id: 'RevokeOpinion', description: 'Told to whoever was asked' });
export type RevokeOpinion = z.infer<typeof revokeOpinion>;

const standing = z.enum(OPINION_STANDINGS);
const given = {
  conclusion: z.enum(OPINION_CONCLUSIONS),
  text: z.string(),
  signedBy: z.string().meta({ description: 'Its author, as they signed' }),
  at: instant,
};

/** As the agents of the owner read it. */
export const opinion = z
  .object({
    id,
    who: z.string(),
    email: z.string().nullable().meta({ description: 'null once forgotten' }),
    question: z.string(),
    sections: z.array(z.string()),
    shared: z.boolean(),
    standing,
    askedAt: instant,
    askedBy: z.string().nullable(),
    dueAt: instant,
    remindedAt: instant.nullable(),
    revokedAt: instant.nullable(),
    reason: z.string().nullable(),
    answer: z.object({ ...given, sequence: z.int().meta({ description: 'The filing it is about' }) }).nullable(),
    actions: z.object({ revokeOpinion: z.string().nullable() }).meta({ id: 'OpinionActions' }),
  })
  .meta({ id: 'Opinion' });
export type OpinionView = z.infer<typeof opinion>;

export const sharedOpinions = z
  .object({ items: z.array(z.object({ id, who: z.string(), question: z.string(), ...given })), next: z.null() })
  .meta({ id: 'SharedOpinions', description: 'Opinions that the applicant may read, once given' });
export type SharedOpinions = z.infer<typeof sharedOpinions>;

const token = z.string().min(20).max(200).meta({ description: 'From the link of the letter' });
export const opinionToken = z.object({ token }).meta({ id: 'OpinionToken' });
export type OpinionToken = z.infer<typeof opinionToken>;
export const answerOpinion = z
  .object({
    token,
    conclusion: z.enum(OPINION_CONCLUSIONS),
    text: z.string().trim().min(5).max(20_000),
    signedBy: words(200),
  })
  .meta({ id: 'AnswerOpinion' });
export type AnswerOpinion = z.infer<typeof answerOpinion>;

export const receivedOpinion = z
  .object({
    standing,
    who: z.string(),
    owner: z.string(),
    number: z.string(),
    organisation: z.string(),
    target: z.string(),
    question: z.string(),
    shared: z.boolean(),
    askedAt: instant,
    dueAt: instant,
    reason: z.string().nullable().meta({ description: 'Why it was taken back' }),
    answer: z.object(given).nullable(),
    file: z
      .object({
        id,
        form,
        shown: z.array(slug),
        answers,
        lots: z.array(id),
        lotsOffered: z.array(z.object({ id, name: z.string(), commune: z.string().nullable() })),
        files: z.array(applicationFile),
        filesAt: z.string().meta({ description: 'Where its documents are given; opens nothing once the request is over' }),
      })
      .nullable()
      .meta({ description: 'null once the request is over' }),
  })
  .meta({ id: 'ReceivedOpinion', description: 'What whoever was asked for an opinion reads by the link of the letter' });
export type ReceivedOpinion = z.infer<typeof receivedOpinion>;
