import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import {
  projectPage,
  type ProjectPage,
  projectParams,
  projectSearch,
  type ProjectSearch,
  projectView,
  type ProjectView,
} from './projects.schemas.js';
import { ProjectsService } from './projects.service.js';

@ApiTags('projects')
@Controller('projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Get()
  @Public()
  @Returns(projectPage)
  listProjects(@Query({ schema: projectSearch }) search: ProjectSearch): Promise<ProjectPage> {
    return this.projects.list(search);
  }

  @Get(':id')
  @Public()
  @Returns(projectView)
  getProject(@Param({ schema: projectParams }) { id }: { id: string }): Promise<ProjectView> {
    return this.projects.get(id);
  }
}
