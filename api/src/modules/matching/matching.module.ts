import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/projects.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { AskedController } from './asked/asked.controller.js';
import { MatchingController } from './matching.controller.js';
import { MatchingFeedController } from './feed/matching.feed.controller.js';
import { MatchingFeed } from './feed/matching.feed.js';
import { MatchingService } from './matching.service.js';
import { ProjectsReach } from './reach/projects-reach.service.js';
import { SiteProjectsController } from './reach/site-projects.controller.js';
import { SiteProjectsService } from './reach/site-projects.service.js';
import { MatchRefresh } from './saved/match-refresh.js';
import { ProjectMatchesController } from './saved/project-matches.controller.js';
import { ProjectMatchesService } from './saved/project-matches.service.js';
import { OrganisationSitesService } from './saved/organisation-sites.service.js';
import { SiteDeskController } from './saved/site-desk.controller.js';
import { StoredMatches } from './stored-matches.service.js';

@Module({
  imports: [SitesModule, ProjectsModule],
  controllers: [
    MatchingController,
    MatchingFeedController,
    SiteProjectsController,
    ProjectMatchesController,
    SiteDeskController,
    AskedController,
  ],
  providers: [
    MatchingService,
    MatchingFeed,
    SiteProjectsService,
    ProjectsReach,
    StoredMatches,
    MatchRefresh,
    ProjectMatchesService,
    OrganisationSitesService,
  ],
  exports: [MatchingService],
})
export class MatchingModule {}
