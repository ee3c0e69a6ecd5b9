import { z } from 'zod';
import { id, listOf } from '../../../platform/http/fields.js';
import { siteCard } from '../sites.schemas.js';

/** More would be a search, not a choice. */
export const FAVOURITES_AT_MOST = 200;

export const cardsQuery = z.object({ ids: listOf(z.string(), FAVOURITES_AT_MOST).pipe(z.array(id)) });
export type CardsQuery = z.output<typeof cardsQuery>;

export const siteCards = z
  .object({ items: z.array(siteCard), next: z.null() })
  .meta({ id: 'SiteCards', description: 'Those of the places asked for that anyone may see, in the order asked' });
export type SiteCards = z.input<typeof siteCards>;

export const favouritesInput = z.object({ siteIds: z.array(id).min(1).max(FAVOURITES_AT_MOST) }).meta({ id: 'KeepFavourites' });
export type FavouritesInput = z.output<typeof favouritesInput>;
export const favouriteParams = z.object({ siteId: id });

export const favourites = z
  .object({
    siteIds: z.array(id).meta({ description: 'The latest kept first, those not shown any more included' }),
    items: z.array(siteCard).meta({ description: 'Those that anyone may see now' }),
    next: z.null(),
  })
  .meta({ id: 'Favourites' });
export type Favourites = z.input<typeof favourites>;
