import { z } from 'zod';
import { said } from '../../platform/http/request-context.js';
import { cornersOf, FEWEST_CORNERS, MOST_CORNERS, whyNotAZone, type ZoneFault } from './search-zone.rules.js';

export type { ZoneCorner } from './search-zone.rules.js';

const MESSAGES: Readonly<Record<ZoneFault, { error: () => string }>> = {
  pairs: said('doit être une suite « longitude,latitude » en degrés', 'must be a series of “longitude,latitude” in degrees'),
  few: said(`demande au moins ${FEWEST_CORNERS} sommets`, `needs at least ${FEWEST_CORNERS} corners`),
  many: said(`compte plus de ${MOST_CORNERS} sommets`, `has more than ${MOST_CORNERS} corners`),
  outside: said('sort du globe', 'lies off the globe'),
  wide: said('est trop large', 'is too wide'),
  crossing: said('se croise ou n’entoure rien', 'crosses itself or encloses nothing'),
};

/** A zone drawn on the map, short enough to live in an address: “lon,lat,lon,lat,…”, the ring left open. */
export const searchZone = z
  .string()
  .max(1_000)
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?)*$/, MESSAGES.pairs)
  .transform((text, context) => {
    const numbers = text.split(',').map(Number);
    const fault = whyNotAZone(numbers);
    if (fault !== null) context.addIssue({ code: 'custom', message: MESSAGES[fault].error() });
    return fault === null ? cornersOf(numbers) : z.NEVER;
  })
  .meta({
    description: 'Inside a drawing: corners as lon,lat,lon,lat,… in degrees, 3 to 40 of them, not crossing itself',
    examples: ['5.2,47.7,5.6,47.7,5.4,48.0'],
  });
