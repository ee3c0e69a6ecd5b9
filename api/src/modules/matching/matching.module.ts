import { Module } from '@nestjs/common';
import { SitesModule } from '../sites/sites.module.js';
import { MatchingController } from './matching.controller.js';
import { MatchingFeedController } from './feed/matching.feed.controller.js';
import { MatchingFeed } from './feed/matching.feed.js';
import { MatchingService } from './matching.service.js';
import { ProjectsReach } from './reach/projects-reach.service.js';
import { SiteProjectsController } from './reach/site-projects.controller.js';
import { SiteProjectsService } from './reach/site-projects.service.js';
import { StoredMatches } from './stored-matches.service.js';

@Module({
  imports: [SitesModule],
  controllers: [MatchingController, MatchingFeedController, SiteProjectsController],
  providers: [MatchingService, MatchingFeed, SiteProjectsService, ProjectsReach, StoredMatches],
  exports: [MatchingService],
})
export class MatchingModule {}
