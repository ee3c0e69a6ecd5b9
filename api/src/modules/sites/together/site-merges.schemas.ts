import { z } from 'zod';
import { id, instant } from '../../../platform/http/fields.js';
import { SITE_KINDS, SITE_STATES } from '../site.vocabulary.js';

export const compareSearch = z.object({ with: id });
export type CompareSearch = z.infer<typeof compareSearch>;

const version = z.int().min(1).max(2_000_000_000);
const sheet = z
  .object({
    id,
    version,
    name: z.string(),
    kind: z.enum(SITE_KINDS),
    state: z.enum(SITE_STATES),
    commune: z.string().nullable(),
    organisation: z.string().nullable(),
    premisesCount: z.int(),
    offersCount: z.int(),
    sources: z.array(z.string()).meta({ description: 'Titles of the datasets and files that speak of it' }),
    photosCount: z.int(),
    documentsCount: z.int(),
  })
  .meta({ id: 'SheetToMerge' });
export type SheetToMerge = z.infer<typeof sheet>;

const side = z.enum(['stays', 'other']);
export const siteComparison = z
  .object({
    stays: sheet,
    other: sheet,
    differences: z.array(z.object({ field: z.string(), stays: z.unknown(), other: z.unknown(), take: side })),
    parts: z.enum(['stays', 'other', 'both']).meta({ description: 'Whose premises and terms stand, unless one chooses otherwise' }),
    privateFilesLeft: z.int().meta({ description: 'Private documents of another organisation: they stay with the sheet that goes' }),
    followsSources: z
      .boolean()
      .meta({ description: 'Nobody keeps the sheet that stays: at the next import its values follow its sources' }),
    whyNot: z.string().nullable().meta({ description: 'Why the other may not go into this one' }),
    whyNotTheOtherWay: z.string().nullable(),
  })
  .meta({ id: 'SiteComparison', description: 'Two sheets of what may be one place, side by side' });
export type SiteComparison = z.infer<typeof siteComparison>;

export const mergeSites = z
  .object({
    with: id.meta({ description: 'The sheet that goes into this one' }),
    version: version.meta({ description: 'The version of this sheet that was compared' }),
    withVersion: version,
    take: z.array(z.string().max(200)).max(300).meta({ description: 'Fields whose value is taken from the sheet that goes' }),
    parts: z.enum(['stays', 'other', 'both']),
  })
  .meta({ id: 'MergeSites' });
export type MergeSites = z.infer<typeof mergeSites>;

export const siteMerged = z
  .object({ id, merge: id.nullable().meta({ description: 'By which it may be undone' }), undoUntil: instant.nullable() })
  .meta({ id: 'SiteMerged' });
export type SiteMerged = z.infer<typeof siteMerged>;

export const mergeParams = z.object({ id });

export const TWIN_SIGNS = ['identifier', 'parcel', 'name', 'near'] as const;
export const siteTwins = z
  .object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        kind: z.enum(SITE_KINDS),
        state: z.enum(SITE_STATES),
        commune: z.string().nullable(),
        organisation: z.string().nullable(),
        signs: z.array(z.enum(TWIN_SIGNS)).meta({ description: 'What makes it look like the same place' }),
      }),
    ),
    merged: z.array(z.object({ merge: id, id, name: z.string(), at: instant, undoUntil: instant.nullable() })).meta({
      description: 'Sheets that went into this one',
    }),
    next: z.null(),
  })
  .meta({ id: 'SiteTwins', description: 'Sheets that may be the same place and that the reader may merge, the likeliest first' });
export type SiteTwins = z.infer<typeof siteTwins>;
