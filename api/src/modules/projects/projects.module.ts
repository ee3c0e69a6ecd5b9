import { Module } from '@nestjs/common';
import { NeedCheck } from './need.check.js';
import { ProjectsController } from './projects.controller.js';
import { ProjectsPages } from './projects.pages.js';
import { ProjectsPersonalData } from './projects.personal-data.js';
import { ProjectsQueries } from './projects.queries.js';
import { ProjectsService } from './projects.service.js';
import { SavedProjectsService } from './saved-projects.service.js';

@Module({
  controllers: [ProjectsController],
  providers: [ProjectsService, ProjectsQueries, SavedProjectsService, NeedCheck, ProjectsPages, ProjectsPersonalData],
  exports: [SavedProjectsService, NeedCheck],
})
export class ProjectsModule {}
