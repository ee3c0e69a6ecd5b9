import { Module } from '@nestjs/common';
import { FavouritesController } from './favourites/favourites.controller.js';
import { FavouritesService } from './favourites/favourites.service.js';
import { SiteClaimsController } from './claims/site-claims.controller.js';
import { SiteClaimsService } from './claims/site-claims.service.js';
import { SiteDeskService } from './desk/site-desk.service.js';
import { KeptSitesController } from './editing/kept-sites.controller.js';
import { KeptSitesPersonalData } from './editing/kept-sites.personal-data.js';
import { KeptSitesService } from './editing/kept-sites.service.js';
import { SiteAgreements } from './life/site-agreements.js';
import { SiteCalls } from './life/site-calls.js';
import { SiteInterests } from './life/site-interests.js';
import { SiteLifeController } from './life/site-life.controller.js';
import { SiteLifeLetters } from './life/site-life.letters.js';
import { SiteLifeService } from './life/site-life.service.js';
import { SiteStanding } from './life/site-standing.js';
import { SiteRolesController } from './roles/site-roles.controller.js';
import { SiteRolesPersonalData } from './roles/site-roles.personal-data.js';
import { SiteRolesService } from './roles/site-roles.service.js';
import { SiteMergesController } from './together/site-merges.controller.js';
import { SiteMergesService } from './together/site-merges.service.js';
import { SiteTwinsService } from './together/site-twins.service.js';
import { SiteActs } from './site-acts.js';
import { SiteViewQueries } from './site-view.queries.js';
import { SitesController } from './sites.controller.js';
import { SitesExportController } from './sites.export.controller.js';
import { SitesExport } from './sites.export.js';
import { SitesMapQueries } from './sites.map.queries.js';
import { SitesPages } from './sites.pages.js';
import { SitesQueries } from './sites.queries.js';
import { SitesService } from './sites.service.js';
import { SiteTilesController } from './tiles/site-tiles.controller.js';
import { SiteTilesQueries } from './tiles/site-tiles.queries.js';
import { SiteSpelling } from './spelling/site-spelling.js';

@Module({
  controllers: [
    SitesExportController,
    SiteTilesController,
    FavouritesController,
    SiteClaimsController,
    SitesController,
    KeptSitesController,
    SiteLifeController,
    SiteRolesController,
    SiteMergesController,
  ],
  providers: [
    SitesService,
    SitesQueries,
    SitesMapQueries,
    SiteViewQueries,
    SiteSpelling,
    SiteTilesQueries,
    SitesExport,
    SitesPages,
    SiteRolesService,
    SiteRolesPersonalData,
    FavouritesService,
    SiteActs,
    KeptSitesService,
    KeptSitesPersonalData,
    SiteLifeService,
    SiteLifeLetters,
    SiteStanding,
    SiteCalls,
    SiteAgreements,
    SiteInterests,
    SiteDeskService,
    SiteClaimsService,
    SiteMergesService,
    SiteTwinsService,
  ],
  exports: [SitesService, SiteDeskService, KeptSitesService, SiteCalls, SiteAgreements, SiteInterests],
})
export class SitesModule {}
