import { Injectable } from '@nestjs/common';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { projectActions } from './project.rules.js';
import { ProjectsQueries, type ProjectRow } from './projects.queries.js';
import type { ProjectPage, ProjectSearch, ProjectView } from './projects.schemas.js';

@Injectable()
export class ProjectsService {
  constructor(private readonly projects: ProjectsQueries) {}

  async list(search: ProjectSearch): Promise<ProjectPage> {
    const [rows, total] = await Promise.all([this.projects.list(search), this.projects.count(search)]);
    const page = toPage(rows, search.limit, ({ key, id }) => [key, id]);
    return { items: page.items.map(toView), next: page.next, total };
  }

  async get(id: string): Promise<ProjectView> {
    const row = await this.projects.find(id);
    if (row === null) throw problem('not-found');
    return toView(row);
  }
}

/** Nobody signs in yet: a stranger may read, and nothing else. */
function toView(row: ProjectRow): ProjectView {
  return { ...row, actions: projectActions(row.state, []) };
}
