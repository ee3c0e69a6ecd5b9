import { Module } from '@nestjs/common';
import { FavouritesController } from './favourites/favourites.controller.js';
import { FavouritesService } from './favourites/favourites.service.js';
import { SiteRolesController } from './roles/site-roles.controller.js';
import { SiteRolesPersonalData } from './roles/site-roles.personal-data.js';
import { SiteRolesService } from './roles/site-roles.service.js';
import { SiteViewQueries } from './site-view.queries.js';
import { SitesController } from './sites.controller.js';
import { SitesExportController } from './sites.export.controller.js';
import { SitesExport } from './sites.export.js';
import { SitesMapQueries } from './sites.map.queries.js';
import { SitesPages } from './sites.pages.js';
import { SitesQueries } from './sites.queries.js';
import { SitesService } from './sites.service.js';

@Module({
  controllers: [SitesExportController, FavouritesController, SitesController, SiteRolesController],
  providers: [
    SitesService,
    SitesQueries,
    SitesMapQueries,
    SiteViewQueries,
    SitesExport,
    SitesPages,
    SiteRolesService,
    SiteRolesPersonalData,
    FavouritesService,
  ],
  exports: [SitesService],
})
export class SitesModule {}
