import { z } from 'zod';
import { day, distanceM, geoPoint, id, latitude, longitude, queryNumber, searchText } from '../../../platform/http/fields.js';
import { said } from '../../../platform/http/request-context.js';
import { SITE_KINDS } from '../site.vocabulary.js';
import { shelf } from '../sites.schemas.js';
import { INVENTORY_ID, UIC } from '../together/same-place.rules.js';

const LIST_AT_MOST = 60;
const until = said('un acte de gestion a une date de fin', 'a deed of management has an end date');

/** One proof for a whole list: sixty stations are one decision of their owner. */
export const claimSites = z
  .object({
    organisationId: id,
    ids: z.array(id).min(1).max(LIST_AT_MOST),
    role: z.enum(['owns', 'manages']),
    until: day.nullish().meta({ description: 'Last day of the deed, for who manages' }),
    proof: z.object({
      text: z.string().trim().min(10).max(2000),
      reference: z.string().trim().min(1).max(200).nullish(),
      date: day,
    }),
  })
  .superRefine(({ role, until: given }, context) => {
    if (role === 'manages' && given == null) context.addIssue({ code: 'custom', path: ['until'], message: until.error() });
  })
  .meta({ id: 'ClaimSites' });
export type ClaimSites = z.infer<typeof claimSites>;

export const similarSearch = z
  .object({
    name: searchText.meta({ description: 'Name of the place to be written' }),
    communeId: z
      .string()
      .regex(/^commune:[0-9AB]{5}$/)
      .optional(),
    lon: queryNumber(longitude).optional(),
    lat: queryNumber(latitude).optional(),
    parcel: z
      .string()
      .regex(/^[0-9A-Z]{14}$/)
      .optional(),
    uic: z.string().regex(UIC).optional().meta({ description: 'Code of a station' }),
    inventoryId: z.string().regex(INVENTORY_ID).optional().meta({ description: 'site_id of a brownfield inventory' }),
  })
  .refine(
    ({ communeId, lon, lat, parcel, uic, inventoryId }) =>
      communeId ?? parcel ?? uic ?? inventoryId ?? (lon !== undefined && lat !== undefined),
    {
      path: ['communeId'],
      ...said('dites où : commune, point, parcelle ou identifiant', 'say where: commune, point, parcel or identifier'),
    },
  );
export type SimilarSearch = z.infer<typeof similarSearch>;

export const similarSites = z
  .object({
    items: z.array(
      z.object({
        id,
        name: z.string(),
        kind: z.enum(SITE_KINDS),
        shelf: shelf.nullable(),
        commune: z.string().nullable(),
        point: geoPoint.nullable(),
        distanceM: distanceM.nullable(),
        sameParcel: z.boolean(),
        sameIdentifier: z.boolean().meta({ description: 'The same station code or inventory number' }),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'SimilarSites', description: 'Public places that may be the same one, the likeliest first' });
export type SimilarSites = z.infer<typeof similarSites>;
