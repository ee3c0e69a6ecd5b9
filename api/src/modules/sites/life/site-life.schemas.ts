import { z } from 'zod';
import { cursorOf } from '../../../platform/http/cursor.js';
import { id, instant, limit } from '../../../platform/http/fields.js';
import { AGENT_ROLES, SITE_KINDS } from '../site.vocabulary.js';
import { SITE_CLOSING_REASONS } from './site-life.rules.js';

const reason = z.string().trim().min(3).max(300);
const note = z
  .string()
  .trim()
  .max(500)
  .transform((text) => (text === '' ? null : text))
  .nullish();
const version = z.int().min(1).max(2_000_000_000).meta({ description: 'The version that was read' });

export const pauseSite = z.object({ reason: reason.meta({ description: 'Shown with the place’s history' }) }).meta({ id: 'PauseSite' });
export type PauseSite = z.infer<typeof pauseSite>;
export const closeSite = z.object({ reason: z.enum(SITE_CLOSING_REASONS), note }).meta({ id: 'CloseSite' });
export type CloseSite = z.infer<typeof closeSite>;
export const acceptSite = z.object({ version }).meta({ id: 'AcceptSite' });
export type AcceptSite = z.infer<typeof acceptSite>;
export const sendBackSite = z
  .object({ version, reason: z.string().trim().min(3).max(1000).meta({ description: 'Read by the members of the organisation' }) })
  .meta({ id: 'SendBackSite' });
export type SendBackSite = z.infer<typeof sendBackSite>;

export const siteToRead = z
  .object({
    id,
    name: z.string(),
    kind: z.enum(SITE_KINDS),
    summary: z.string().nullable(),
    commune: z.object({ id: z.string(), name: z.string() }).nullable(),
    organisation: z.object({ id, name: z.string(), state: z.string(), kind: z.string() }).nullable(),
    role: z.enum(AGENT_ROLES).nullable(),
    version: z.int(),
    submittedAt: instant,
    daysWaiting: z.int(),
  })
  .meta({ id: 'SiteToRead' });
export type SiteToRead = z.infer<typeof siteToRead>;
export const sitesToRead = z
  .object({ items: z.array(siteToRead), next: z.string().nullable() })
  .meta({ id: 'SitesToRead', description: 'Submitted places, those that have waited longest first' });
export type SitesToRead = z.infer<typeof sitesToRead>;
export const sitesToReadSearch = z.object({ cursor: cursorOf(z.tuple([z.int(), id])).optional(), limit });
export type SitesToReadSearch = z.infer<typeof sitesToReadSearch>;

const MANY = 100;
const ids = z.array(id).min(1).max(MANY);
/** One act on many places. */
export const siteActs = z
  .discriminatedUnion('action', [
    z.object({ action: z.enum(['submit', 'publish', 'resume']), ids }),
    z.object({ action: z.literal('pause'), ids, reason }),
    z.object({ action: z.literal('close'), ids, reason: z.enum(SITE_CLOSING_REASONS), note }),
  ])
  .meta({ id: 'SiteActs' });
export type SiteActsInput = z.infer<typeof siteActs>;

export const siteUndo = z
  .object({ acts: ids.meta({ description: 'The `act` of each place, as answered when it was done' }) })
  .meta({ id: 'SiteUndo' });
export type SiteUndo = z.infer<typeof siteUndo>;

export const siteActsDone = z
  .object({
    items: z.array(
      z.object({
        id: id.meta({ description: 'The place, or the act that could not be undone' }),
        act: id.nullable().meta({ description: 'By which it may be undone while nothing else happens; null when it was refused' }),
        code: z.string().nullable().meta({ description: 'Why it was refused' }),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'SiteActsDone' });
export type SiteActsDone = z.infer<typeof siteActsDone>;
