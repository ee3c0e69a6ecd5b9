import { z } from 'zod';
import { said } from './request-context.js';

/** The vocabulary of fields, shared by every schema: a unit in each name, one meaning per word. Unknown is `null`. */

export const id = z.uuid().meta({ description: 'UUID version 7', examples: ['01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e0f'] });

/** An instant on the way out: the database's Date (or its JSON text) becomes ISO 8601 in UTC. */
export const instant = z
  .union([z.date(), z.iso.datetime({ offset: true, local: true })])
  .transform((value) => new Date(value).toISOString())
  .pipe(z.iso.datetime())
  .meta({ description: 'Instant in UTC', examples: ['2026-11-23T14:00:00.000Z'] });

/** A calendar day, without time or zone. */
export const day = z.iso.date().meta({ examples: ['2026-11-23'] });

export const areaM2 = z.number().min(0).max(1e8).meta({ description: 'Area in square metres' });
export const distanceM = z.number().min(0).max(2e7).meta({ description: 'Distance in metres' });
export const cents = z.int().min(0).max(1e12).meta({ description: 'Amount in euro cents' });

export const longitude = z.number().min(-180).max(180);
export const latitude = z.number().min(-90).max(90);
/** WGS 84; named members because the order of a pair is a trap. */
export const geoPoint = z.object({ lon: longitude, lat: latitude }).meta({ id: 'GeoPoint', description: 'WGS 84 position' });

export const searchText = z.string().trim().min(1).max(200);

export const language = z.enum(['fr', 'en']).meta({ description: 'Language of the sentences in the answer' });

/** A yes-or-no query parameter. Documented as what it means, so that the generated client takes a boolean. */
export const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .meta({ type: 'boolean', enum: undefined });

/** A number in a query string: refuses blanks, which plain coercion reads as 0. */
export function queryNumber<T extends z.ZodType<number, number>>(schema: T) {
  return z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, said('doit être un nombre', 'must be a number'))
    .transform(Number)
    .pipe(schema)
    .meta({ ...z.toJSONSchema(schema), $schema: undefined, pattern: undefined });
}

/** Several values in one query parameter, separated by commas: `?kind=plot,office`. */
export function listOf<T extends z.ZodType<unknown, string>>(item: T, max = 50) {
  return z
    .string()
    .max(4_000)
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(item).max(max));
}

/** A rectangle in a query: `west,south,east,north` in degrees. */
export const bbox = z
  .string()
  .regex(
    /^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/,
    said('doit être « ouest,sud,est,nord » en degrés', 'must be “west,south,east,north” in degrees'),
  )
  .transform((text) => text.split(',').map(Number))
  .pipe(z.tuple([longitude, latitude, longitude, latitude]))
  .refine(([west, south, east, north]) => west <= east && south <= north, said('le sud-ouest vient en premier', 'south-west comes first'))
  .meta({ description: 'west,south,east,north in degrees', examples: ['4.8,47.6,5.6,48.1'] });

/** Size of a page. */
export const limit = queryNumber(z.int().min(1).max(100)).default(20).meta({ description: 'Items per page, 1 to 100 (default 20)' });

/** A page of a list: `next` is the cursor of the following page, null at the end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
