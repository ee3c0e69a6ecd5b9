import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import type { Actor, Permission } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { PersonalData } from '../../../platform/privacy/personal-data.js';
import { SitesService } from '../sites.service.js';
import { favouritesPolicy } from './favourites.policy.js';
import { dropFavourite, favouritesOf, forgetFavourites, keepFavourites, readMyFavourites } from './favourites.queries.js';
import { type Favourites, FAVOURITES_AT_MOST, type SiteCards } from './favourites.schemas.js';

/** A private list: nothing announces it and no journal keeps it. */
@Injectable()
export class FavouritesService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly sites: SitesService,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'favourites',
      says: { fr: 'les lieux que vous avez gardés en favoris', en: 'the places you keep as favourites' },
      holds: ['favourite.account_id'],
      export: async (db, accountId) => ({ favourites: await readMyFavourites(db, accountId) }),
      erase: forgetFavourites,
    });
  }

  async cards(ids: readonly string[]): Promise<SiteCards> {
    return { items: await this.sites.cards(ids), next: null };
  }

  async list(actor: Actor | null): Promise<Favourites> {
    return this.of(own(favouritesPolicy.listMyFavourites, actor));
  }

  /** One place, or all those kept in a browser before signing in. */
  async keep(actor: Actor | null, siteIds: readonly string[]): Promise<Favourites> {
    const accountId = own(favouritesPolicy.keepFavourites, actor);
    await this.db.transaction((tx) => keepFavourites(tx, accountId, siteIds, this.clock.now(), FAVOURITES_AT_MOST));
    return this.of(accountId);
  }

  async drop(actor: Actor | null, siteId: string): Promise<Favourites> {
    const accountId = own(favouritesPolicy.dropFavourite, actor);
    await dropFavourite(this.db.manager, accountId, siteId);
    return this.of(accountId);
  }

  private async of(accountId: string): Promise<Favourites> {
    const siteIds = await favouritesOf(this.db.manager, accountId);
    return { siteIds, items: await this.sites.cards(siteIds), next: null };
  }
}

function own(line: Permission, actor: Actor | null): string {
  authorise(line, actor, { accountId: actor?.accountId ?? null });
  return (actor as Actor).accountId;
}
