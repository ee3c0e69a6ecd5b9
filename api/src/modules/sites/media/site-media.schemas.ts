import { z } from 'zod';
import { id, instant } from '../../../platform/http/fields.js';
import { said } from '../../../platform/http/request-context.js';
import { signature } from '../../../platform/files/signed-links.js';
import { SITE_MEDIA_KINDS, SITE_MEDIA_REFUSALS, SITE_MEDIA_STATES, VISIBILITIES } from './site-media.rules.js';

export const siteParams = z.object({ id });
export const mediaParams = z.object({ id });
export const fileParams = z.object({
  id,
  file: z
    .string()
    .regex(/^(\d{1,5}\.(webp|jpeg)|document\.pdf)$/)
    .meta({ examples: ['640.webp', '1280.jpeg', 'document.pdf'] }),
});
export type FileParams = z.infer<typeof fileParams>;
export { signature as fileQuery };

export const uploadQuery = z.object({
  visibility: z.enum(VISIBILITIES).optional().meta({ description: 'Default: public for a photo, private for a document' }),
});
export type UploadQuery = z.infer<typeof uploadQuery>;

/** Text of one line or more; blanks are no text. */
const words = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .optional();
const altOrDecorative = said('une photo décorative n’a pas de description', 'a decorative photo has no description');

export const updateMedia = z
  .object({
    version: z.int().min(1).max(2_000_000_000).meta({ description: 'The version that was read' }),
    title: words(150),
    alt: words(300).meta({ description: 'What a photo shows, for those who do not see it' }),
    decorative: z.boolean().optional().meta({ description: 'A photo that says nothing more: it has no alternative text' }),
    caption: words(500),
    credit: words(200),
    visibility: z.enum(VISIBILITIES).optional(),
  })
  .refine(({ alt, decorative }) => !(decorative === true && alt != null), { path: ['alt'], ...altOrDecorative })
  .meta({ id: 'UpdateSiteMedia' });
export type UpdateMedia = z.infer<typeof updateMedia>;

export const orderMedia = z.object({ ids: z.array(id).max(200) }).meta({ id: 'OrderSiteMedia' });
export type OrderMedia = z.infer<typeof orderMedia>;

export const removeMedia = z.object({ reason: z.string().trim().min(3).max(500).nullish() }).meta({ id: 'RemoveSiteMedia' });
export type RemoveMedia = z.infer<typeof removeMedia>;

const picture = z
  .object({ url: z.string(), widthPx: z.int(), heightPx: z.int() })
  .meta({ id: 'Picture', description: 'One size of a photo' });
export const pictures = z
  .object({
    webp: z.array(picture).meta({ description: 'Smallest first, for `srcset`' }),
    jpeg: picture.meta({ description: 'For what does not read WebP' }),
  })
  .meta({ id: 'Pictures' });
export type PicturesView = z.infer<typeof pictures>;

/** On the public page of a place. */
export const shownPhoto = z
  .object({
    id,
    alt: z.string().nullable(),
    decorative: z.boolean(),
    caption: z.string().nullable(),
    credit: z.string().nullable(),
    pictures,
  })
  .meta({ id: 'ShownPhoto' });
export const shownDocument = z
  .object({
    id,
    title: z.string().nullable(),
    caption: z.string().nullable(),
    credit: z.string().nullable(),
    bytes: z.int(),
    url: z.string(),
  })
  .meta({ id: 'ShownDocument' });

const answer = z.string().nullable();
export const siteMedia = z
  .object({
    id,
    siteId: id,
    kind: z.enum(SITE_MEDIA_KINDS),
    state: z.enum(SITE_MEDIA_STATES),
    refusal: z.enum(SITE_MEDIA_REFUSALS).nullable(),
    visibility: z.enum(VISIBILITIES),
    cover: z.boolean().meta({ description: 'The first public photo: it stands for the place' }),
    title: z.string().nullable(),
    alt: z.string().nullable(),
    decorative: z.boolean(),
    caption: z.string().nullable(),
    credit: z.string().nullable(),
    described: z.boolean().meta({ description: 'False: a photo without alternative text that is not said to be decorative' }),
    bytes: z.int(),
    pictures: pictures.nullable().meta({ description: 'Null for documents, and before the checks are done' }),
    documentUrl: z.string().nullable(),
    version: z.int(),
    createdAt: instant,
    removedAt: instant.nullable(),
    actions: z
      .object({ updateSiteMedia: answer, removeSiteMedia: answer, restoreSiteMedia: answer })
      .meta({ description: 'What the reader may do now; else the code of the refusal' }),
  })
  .meta({ id: 'SiteMedia' });
export type SiteMediaView = z.infer<typeof siteMedia>;

export const siteMediaList = z
  .object({
    items: z.array(siteMedia).meta({ description: 'In order; those removed and not yet purged last' }),
    next: z.null(),
    site: z.object({ id, name: z.string(), seenByAll: z.boolean() }),
    organisation: z.object({ id, name: z.string() }).meta({ description: 'In whose name the reader acts here' }),
    usedBytes: z.int(),
    quotaBytes: z.int(),
    maxFileBytes: z.int(),
    maxFiles: z.int(),
    actions: z.object({ uploadSiteMedia: answer, orderSiteMedia: answer }),
  })
  .meta({ id: 'SiteMediaList' });
export type SiteMediaList = z.infer<typeof siteMediaList>;
