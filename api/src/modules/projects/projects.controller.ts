import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed, Public } from '../../platform/http/access.js';
import { type HistorySearch, historySearch } from '../../platform/http/edit-history.js';
import { Returns } from '../../platform/http/returns.js';
import { projectsPolicy } from './projects.policy.js';
import { projectPage, type ProjectPage, projectParams, projectSearch, type ProjectSearch } from './projects.schemas.js';
import { ProjectsService } from './projects.service.js';
import {
  closeProject,
  type CloseProject,
  createProject,
  type CreateProject,
  projectHistory,
  type ProjectHistory,
  projectView,
  type ProjectView,
  projectVisibility,
  type ProjectVisibility,
  updateProject,
  type UpdateProject,
} from './saved-projects.schemas.js';
import { SavedProjectsService } from './saved-projects.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('projects')
@Controller('projects')
export class ProjectsController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly saved: SavedProjectsService,
  ) {}

  @Get()
  @Public()
  @Returns(projectPage)
  listProjects(@Query({ schema: projectSearch }) search: ProjectSearch): Promise<ProjectPage> {
    return this.projects.list(search);
  }

  @Post()
  @Allowed(projectsPolicy.createProject)
  @Returns(projectView, { status: 201, description: 'Saved as a draft' })
  createProject(@CurrentActor() actor: Actor, @Body({ schema: createProject }) input: CreateProject): Promise<ProjectView> {
    return this.saved.create(actor, input);
  }

  @Get(':id')
  @Public()
  @Returns(projectView)
  getProject(@CurrentActor() actor: Actor | null, @Param({ schema: projectParams }) { id }: ById): Promise<ProjectView> {
    return this.saved.get(actor, id);
  }

  @Patch(':id')
  @Allowed(projectsPolicy.updateProject)
  @Returns(projectView)
  updateProject(
    @CurrentActor() actor: Actor,
    @Param({ schema: projectParams }) { id }: ById,
    @Body({ schema: updateProject }) input: UpdateProject,
  ): Promise<ProjectView> {
    return this.saved.update(actor, id, input);
  }

  @Post(':id/open')
  @Allowed(projectsPolicy.openProject)
  @Returns(projectView)
  openProject(@CurrentActor() actor: Actor, @Param({ schema: projectParams }) { id }: ById): Promise<ProjectView> {
    return this.saved.open(actor, id);
  }

  @Post(':id/close')
  @Allowed(projectsPolicy.closeProject)
  @Returns(projectView)
  closeProject(
    @CurrentActor() actor: Actor,
    @Param({ schema: projectParams }) { id }: ById,
    @Body({ schema: closeProject }) input: CloseProject,
  ): Promise<ProjectView> {
    return this.saved.close(actor, id, input);
  }

  @Post(':id/reopen')
  @Allowed(projectsPolicy.reopenProject)
  @Returns(projectView)
  reopenProject(@CurrentActor() actor: Actor, @Param({ schema: projectParams }) { id }: ById): Promise<ProjectView> {
    return this.saved.reopen(actor, id);
  }

  @Put(':id/visibility')
  @Allowed(projectsPolicy.setProjectVisibility)
  @Returns(projectView)
  setProjectVisibility(
    @CurrentActor() actor: Actor,
    @Param({ schema: projectParams }) { id }: ById,
    @Body({ schema: projectVisibility }) input: ProjectVisibility,
  ): Promise<ProjectView> {
    return this.saved.setVisibility(actor, id, input.public);
  }

  @Get(':id/history')
  @Allowed(projectsPolicy.listProjectHistory)
  @Returns(projectHistory)
  listProjectHistory(
    @CurrentActor() actor: Actor,
    @Param({ schema: projectParams }) { id }: ById,
    @Query({ schema: historySearch }) search: HistorySearch,
  ): Promise<ProjectHistory> {
    return this.saved.history(actor, id, search);
  }
}
