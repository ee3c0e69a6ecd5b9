import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { savedProjectSearch, type SavedProjectSearch } from '../../projects/saved-projects.schemas.js';
import { tryResult, type TryResult } from '../matching.schemas.js';
import { projectMatchesPolicy } from './project-matches.policy.js';
import {
  matchesSearch,
  type MatchesSearch,
  organisationParams,
  organisationProjects,
  type OrganisationProjects,
  projectParams,
} from './project-matches.schemas.js';
import { ProjectMatchesService } from './project-matches.service.js';

@ApiTags('projects')
@Controller()
export class ProjectMatchesController {
  constructor(private readonly matches: ProjectMatchesService) {}

  @Get('organisations/:id/projects')
  @Allowed(projectMatchesPolicy.listOrganisationProjects)
  @Returns(organisationProjects)
  listOrganisationProjects(
    @CurrentActor() actor: Actor,
    @Param({ schema: organisationParams }) { id }: { id: string },
    @Query({ schema: savedProjectSearch }) search: SavedProjectSearch,
  ): Promise<OrganisationProjects> {
    return this.matches.listOfOrganisation(actor, id, search);
  }

  @Get('projects/:id/matches')
  @Allowed(projectMatchesPolicy.listProjectMatches)
  @Returns(tryResult)
  listProjectMatches(
    @CurrentActor() actor: Actor,
    @Param({ schema: projectParams }) { id }: { id: string },
    @Query({ schema: matchesSearch }) search: MatchesSearch,
  ): Promise<TryResult> {
    return this.matches.matchesOf(actor, id, search);
  }
}
