import { Injectable } from '@nestjs/common';
import { toPage } from '../../platform/http/cursor.js';
import { ProjectsQueries } from './projects.queries.js';
import type { ProjectPage, ProjectSearch } from './projects.schemas.js';

/** What everyone may read of projects. */
@Injectable()
export class ProjectsService {
  constructor(private readonly projects: ProjectsQueries) {}

  async list(search: ProjectSearch): Promise<ProjectPage> {
    const [rows, total] = await Promise.all([this.projects.list(search), this.projects.count(search)]);
    return { ...toPage(rows, search.limit, ({ key, id }) => [key, id]), total };
  }
}
