import { z } from 'zod';
import { geoPoint, id, latitude, longitude } from '../../platform/http/fields.js';
import { pointPrecision, shelf } from './sites.schemas.js';
import { SITE_KINDS } from './site.vocabulary.js';

const pointGeometry = z.object({ type: z.literal('Point'), coordinates: z.tuple([longitude, latitude]) });

const mapPlace = z
  .object({
    type: z.literal('Feature'),
    id: z.string(),
    geometry: pointGeometry,
    properties: z.object({
      cluster: z.literal(false),
      id,
      name: z.string(),
      kind: z.enum(SITE_KINDS),
      shelf: shelf.nullable(),
      pointPrecision,
      demo: z.boolean(),
    }),
  })
  .meta({ id: 'MapPlace' });

const mapCluster = z
  .object({
    type: z.literal('Feature'),
    id: z.string(),
    geometry: pointGeometry,
    properties: z.object({
      cluster: z.literal(true),
      count: z.int(),
      offered: z.int(),
      ownerKnown: z.int(),
      living: z.int().meta({ description: 'Living tiers-lieux' }),
      leads: z.int(),
      southWest: geoPoint,
      northEast: geoPoint,
      siteIds: z
        .array(id)
        .meta({ description: 'All of a cluster of twelve places or fewer; the first twelve of one that zooming cannot part; else none' }),
    }),
  })
  .meta({ id: 'MapCluster' });

export const siteMap = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.union([mapPlace, mapCluster])),
    count: z.int().meta({ description: 'Places drawn, alone or in clusters' }),
    truncated: z.boolean().meta({ description: 'true: too many to draw, zoom in' }),
  })
  .meta({ id: 'SiteMap', description: 'GeoJSON of places and clusters' });
export type SiteMap = z.infer<typeof siteMap>;
