import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed, Public } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { favouritesPolicy } from './favourites.policy.js';
import {
  cardsQuery,
  type CardsQuery,
  favouriteParams,
  favourites,
  type Favourites,
  favouritesInput,
  type FavouritesInput,
  siteCards,
  type SiteCards,
} from './favourites.schemas.js';
import { FavouritesService } from './favourites.service.js';

@ApiTags('sites')
@Controller()
export class FavouritesController {
  constructor(private readonly favourites: FavouritesService) {}

  /** For lists kept elsewhere, such as the favourites of a browser. */
  @Get('sites/cards')
  @Public()
  @Returns(siteCards)
  listSiteCards(@Query({ schema: cardsQuery }) { ids }: CardsQuery): Promise<SiteCards> {
    return this.favourites.cards(ids);
  }

  @Get('me/favourites')
  @Allowed(favouritesPolicy.listMyFavourites)
  @Returns(favourites)
  listMyFavourites(@CurrentActor() actor: Actor | null): Promise<Favourites> {
    return this.favourites.list(actor);
  }

  @Post('me/favourites')
  @Allowed(favouritesPolicy.keepFavourites)
  @Returns(favourites)
  keepFavourites(
    @CurrentActor() actor: Actor | null,
    @Body({ schema: favouritesInput }) { siteIds }: FavouritesInput,
  ): Promise<Favourites> {
    return this.favourites.keep(actor, siteIds);
  }

  @Delete('me/favourites/:siteId')
  @Allowed(favouritesPolicy.dropFavourite)
  @Returns(favourites)
  dropFavourite(
    @CurrentActor() actor: Actor | null,
    @Param({ schema: favouriteParams }) { siteId }: { siteId: string },
  ): Promise<Favourites> {
    return this.favourites.drop(actor, siteId);
  }
}
