import { z } from 'zod';
import { cursorOf } from '../../../platform/http/cursor.js';
import { day, id, instant, limit } from '../../../platform/http/fields.js';
import { signature } from '../../../platform/files/signed-links.js';
import { SITE_MEDIA_STATES, VISIBILITIES } from '../media/site-media.rules.js';
import { pictures } from '../media/site-media.schemas.js';
import { SITE_KINDS, SITE_STATES } from '../site.vocabulary.js';
import { STANDINGS, STANDINGS_SHOWN } from './standing.rules.js';

const standing = z.enum(STANDINGS).meta({ id: 'Standing', description: 'What a passer-by finds at a place' });

export const standingInput = z.object({ answer: standing }).meta({ id: 'StandingAnswerInput' });
export type StandingInput = z.infer<typeof standingInput>;

/** Blank is not said. */
const note = z
  .string()
  .trim()
  .max(300)
  .transform((text) => (text === '' ? null : text))
  .nullish();
export const keeperStanding = z
  .object({ says: standing.nullable().meta({ description: 'null: no longer says anything' }), note })
  .meta({ id: 'KeeperStandingInput' });
export type KeeperStanding = z.infer<typeof keeperStanding>;

export const siteStanding = z
  .object({
    status: z
      .enum(['unknown', 'known', 'contested'])
      .meta({ description: 'known: two people or more say the same · contested: people, or the keeper, say otherwise' }),
    standing: standing.nullable().meta({ description: 'Null unless it is known' }),
    people: z.int().meta({ description: 'Passers-by who say so' }),
    on: day.nullable().meta({ description: 'Day of the latest of these answers' }),
    answers: z.int().meta({ description: 'People who answered, whatever they said' }),
    keeper: z
      .object({ says: standing, note: z.string().nullable(), on: day })
      .nullable()
      .meta({ description: 'What who keeps the place says' }),
  })
  .meta({ id: 'SiteStanding', description: 'What stands there today, according to passers-by' });
export type SiteStanding = z.infer<typeof siteStanding>;

export const standingAnswered = z
  .object({ standing: siteStanding, photoUrl: z.string().meta({ description: 'Where one photo may be sent, within the hour' }) })
  .meta({ id: 'StandingAnswered' });
export type StandingAnswered = z.infer<typeof standingAnswered>;

export const photoReceived = z.object({ received: z.literal(true) }).meta({ id: 'PasserbyPhotoReceived' });
export type PhotoReceived = z.infer<typeof photoReceived>;
export const photoQuery = signature;

/** Null = may; else the code of the refusal. */
const may = z.string().nullable();
const standingAnswer = z
  .object({
    id,
    answer: standing,
    at: instant,
    setAside: z.string().nullable().meta({ description: 'Why it is no longer counted' }),
    photo: z
      .object({
        id,
        state: z.enum(SITE_MEDIA_STATES),
        visibility: z.enum(VISIBILITIES),
        alt: z.string().nullable(),
        pictures: pictures.nullable(),
      })
      .nullable(),
    actions: z.object({ setStandingAnswerAside: may, showPasserbyPhoto: may, refusePasserbyPhoto: may }),
  })
  .meta({ id: 'StandingAnswer', description: 'Who answered is shown to nobody' });
export type StandingAnswerView = z.infer<typeof standingAnswer>;

export const standingAnswers = z
  .object({
    standing: siteStanding,
    items: z.array(standingAnswer).meta({ description: 'The latest first' }),
    next: z.null(),
    actions: z.object({ stateStanding: may }),
  })
  .meta({ id: 'StandingAnswers' });
export type StandingAnswers = z.infer<typeof standingAnswers>;

export const setAside = z.object({ reason: z.string().trim().min(3).max(300) }).meta({ id: 'SetAside' });
export type SetAside = z.infer<typeof setAside>;
export const showPhoto = z
  .object({ alt: z.string().trim().min(3).max(300).meta({ description: 'What the photo shows' }) })
  .meta({ id: 'ShowPhoto' });
export type ShowPhoto = z.infer<typeof showPhoto>;

export const standingQueueSearch = z.object({ cursor: cursorOf(z.tuple([id])).optional(), limit });
export type StandingQueueSearch = z.infer<typeof standingQueueSearch>;
export const standingQueue = z
  .object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        kind: z.enum(SITE_KINDS),
        state: z.enum(SITE_STATES),
        commune: z.string().nullable(),
        standing: z.enum(STANDINGS_SHOWN).nullable(),
        photosWaiting: z.int(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'StandingQueue', description: 'Places that nobody keeps, with photos to look at or said to be gone' });
export type StandingQueue = z.infer<typeof standingQueue>;

export const answerParams = z.object({ id });
