import { z } from 'zod';
import { cursorOf } from '../../../platform/http/cursor.js';
import { areaM2, id, instant, limit, listOf } from '../../../platform/http/fields.js';
import { keptSiteActions } from '../editing/kept-site.schemas.js';
import { completeness } from '../site-view.schemas.js';
import { SITE_KINDS, SITE_STATES } from '../site.vocabulary.js';
import { shelf } from '../sites.schemas.js';
import { DESK_TASKS } from './site-desk.rules.js';

export const deskSearch = z.object({
  state: listOf(z.enum(SITE_STATES)).optional(),
  cursor: cursorOf(z.tuple([z.int(), id])).optional(),
  limit,
});
export type DeskSearch = z.infer<typeof deskSearch>;

/** One line of an owner's desk. */
export const deskSite = z
  .object({
    id,
    name: z.string(),
    kind: z.enum(SITE_KINDS),
    state: z.enum(SITE_STATES),
    stateReason: z.string().nullable(),
    shelf: shelf.nullable(),
    commune: z.object({ id: z.string(), name: z.string() }).nullable(),
    completeness: completeness.pick({ score: true, next: true }),
    daysInState: z.int(),
    tasks: z.array(z.enum(DESK_TASKS)).meta({ description: 'What it waits for from its owner, the most pressing first' }),
    actions: keptSiteActions,
    updatedAt: instant,
  })
  .meta({ id: 'DeskSite' });
export type DeskSite = z.infer<typeof deskSite>;

export const deskFigures = z
  .object({
    byState: z.array(z.object({ state: z.enum(SITE_STATES), count: z.int() })),
    shownFloorM2: areaM2.meta({ description: 'Known floor area of what is shown; divisible premises count once' }),
    /** Days from the first draft to the first publication, the middle one. */
    medianDaysToPublish: z.int().nullable(),
  })
  .meta({ id: 'DeskFigures' });
export type DeskFigures = z.infer<typeof deskFigures>;
