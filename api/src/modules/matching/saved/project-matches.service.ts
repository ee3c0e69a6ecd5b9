import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import type { Actor } from '../../../platform/access/permission.js';
import { SavedProjectsService } from '../../projects/saved-projects.service.js';
import type { SavedProjectSearch } from '../../projects/saved-projects.schemas.js';
import type { TryResult } from '../matching.schemas.js';
import { MatchingService } from '../matching.service.js';
import { readTotals } from '../stored-match.queries.js';
import { projectMatchesPolicy } from './project-matches.policy.js';
import type { MatchesSearch, OrganisationProjects } from './project-matches.schemas.js';

/** What the members of an organisation see of the matches of its projects. */
@Injectable()
export class ProjectMatchesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly projects: SavedProjectsService,
    private readonly matching: MatchingService,
  ) {}

  async listOfOrganisation(actor: Actor, organisationId: string, search: SavedProjectSearch): Promise<OrganisationProjects> {
    authorise(projectMatchesPolicy.listOrganisationProjects, actor, { organisationId });
    const { items, next } = await this.projects.ofOrganisation(organisationId, search);
    const counted = await readTotals(
      this.db.manager,
      items.map(({ id }) => id),
    );
    return {
      items: items.map((project) => {
        const found = counted.get(project.id);
        if (found === undefined) return { ...project, matches: null };
        const { eligible = 0, to_confirm: toConfirm = 0, near_miss: nearMiss = 0 } = found.totals;
        return { ...project, matches: { eligible, toConfirm, nearMiss, countedAt: found.at.toISOString() } };
      }),
      next,
    };
  }

  /** Counted now, not read from what is kept: the reader sees the places as they are. */
  async matchesOf(actor: Actor, projectId: string, { perSection }: MatchesSearch): Promise<TryResult> {
    const { need, activity, organisation } = await this.projects.getForMembers(actor, projectId);
    authorise(projectMatchesPolicy.listProjectMatches, actor, { organisationId: organisation.id });
    return this.matching.tryNeed({ need: { ...need, activity }, perSection });
  }
}
