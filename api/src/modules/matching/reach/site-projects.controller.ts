import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { projectMatches, siteParams, type ProjectMatches } from '../matching.schemas.js';
import { SiteProjectsService } from './site-projects.service.js';

/** The owner's side: public projects a place suits. */
@ApiTags('matching')
@Controller('sites/:id/projects')
export class SiteProjectsController {
  constructor(private readonly matches: SiteProjectsService) {}

  @Get()
  @Public()
  @Returns(projectMatches)
  listProjectsForSite(@Param({ schema: siteParams }) { id }: { id: string }): Promise<ProjectMatches> {
    return this.matches.projectsFor(id);
  }
}
