import { Body, Controller, Get, Param, Patch, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor } from '../../platform/access/access.guard.js';
import type { Actor } from '../../platform/access/permission.js';
import { Allowed } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { TakesFile } from '../../platform/http/uploads.js';
import { ApplicationFilesService } from './application-files.service.js';
import { ApplicationSpace } from './application-space.service.js';
import { applicationsPolicy } from './applications.policy.js';
import {
  applicationFile,
  type ApplicationFile,
  applicationFileParams,
  applicationHistory,
  type ApplicationHistory,
  applicationHistorySearch,
  type ApplicationHistorySearch,
  applicationPage,
  type ApplicationPage,
  applicationParams,
  applicationSpace,
  type ApplicationSpaceView,
  applicationSearch,
  type ApplicationSearch,
  applicationView,
  type ApplicationView,
  callApplications,
  type CallApplications,
  createApplication,
  type CreateApplication,
  fileApplication,
  type FileApplication,
  updateApplication,
  type UpdateApplication,
  withdrawApplication,
  type WithdrawApplication,
} from './applications.schemas.js';
import { ApplicationsService } from './applications.service.js';
import { FilingService } from './filing.service.js';

interface ById {
  readonly id: string;
}

@ApiTags('applications')
@Controller()
export class ApplicationsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly filing: FilingService,
    private readonly files: ApplicationFilesService,
    private readonly space: ApplicationSpace,
  ) {}

  @Post('applications')
  @Allowed(applicationsPolicy.createApplication)
  @Returns(applicationView, { status: 201, description: 'Begun as a draft: nothing is filed' })
  createApplication(@CurrentActor() actor: Actor, @Body({ schema: createApplication }) input: CreateApplication): Promise<ApplicationView> {
    return this.applications.create(actor, input);
  }

  @Get('applications/:id')
  @Allowed(applicationsPolicy.getApplication)
  @Returns(applicationView)
  getApplication(@CurrentActor() actor: Actor, @Param({ schema: applicationParams }) { id }: ById): Promise<ApplicationView> {
    return this.applications.get(actor, id);
  }

  @Patch('applications/:id')
  @Allowed(applicationsPolicy.updateApplication)
  @Returns(applicationView)
  updateApplication(
    @CurrentActor() actor: Actor,
    @Param({ schema: applicationParams }) { id }: ById,
    @Body({ schema: updateApplication }) input: UpdateApplication,
  ): Promise<ApplicationView> {
    return this.applications.update(actor, id, input);
  }

  @Post('applications/:id/file')
  @Allowed(applicationsPolicy.fileApplication)
  @Returns(applicationView, { description: 'Filed: the receipt is in `filed`' })
  fileApplication(
    @CurrentActor() actor: Actor,
    @Param({ schema: applicationParams }) { id }: ById,
    @Body({ schema: fileApplication }) input: FileApplication,
  ): Promise<ApplicationView> {
    return this.filing.file(actor, id, input);
  }

  @Post('applications/:id/withdraw')
  @Allowed(applicationsPolicy.withdrawApplication)
  @Returns(applicationView)
  withdrawApplication(
    @CurrentActor() actor: Actor,
    @Param({ schema: applicationParams }) { id }: ById,
    @Body({ schema: withdrawApplication }) input: WithdrawApplication,
  ): Promise<ApplicationView> {
    return this.filing.withdraw(actor, id, input);
  }

  @Post('applications/:id/files')
  @Allowed(applicationsPolicy.uploadApplicationFile)
  @TakesFile()
  @Returns(applicationFile, { status: 201, description: 'Received; its checks follow in the background' })
  uploadApplicationFile(
    @CurrentActor() actor: Actor,
    @Param({ schema: applicationParams }) { id }: ById,
    @Req() request: Request,
  ): Promise<ApplicationFile> {
    return this.files.receive(actor, id, request);
  }

  @Get('applications/:id/space')
  @Allowed(applicationsPolicy.readApplicationSpace)
  @Returns(applicationSpace)
  readApplicationSpace(@CurrentActor() actor: Actor, @Param({ schema: applicationParams }) { id }: ById): Promise<ApplicationSpaceView> {
    return this.space.view(actor, id);
  }

  @Get('applications/:id/files/:fileId')
  @Allowed(applicationsPolicy.readApplicationFile)
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png', 'image/webp')
  readApplicationFile(
    @CurrentActor() actor: Actor,
    @Param({ schema: applicationFileParams }) { id, fileId }: ById & { readonly fileId: string },
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    return this.files.read(actor, id, fileId, request, response);
  }

  @Get('applications/:id/history')
  @Allowed(applicationsPolicy.listApplicationHistory)
  @Returns(applicationHistory)
  listApplicationHistory(
    @CurrentActor() actor: Actor,
    @Param({ schema: applicationParams }) { id }: ById,
    @Query({ schema: applicationHistorySearch }) search: ApplicationHistorySearch,
  ): Promise<ApplicationHistory> {
    return this.applications.history(actor, id, search);
  }

  @Get('organisations/:id/applications')
  @Allowed(applicationsPolicy.listOrganisationApplications)
  @Returns(applicationPage)
  listOrganisationApplications(
    @CurrentActor() actor: Actor,
    @Param({ schema: applicationParams }) { id }: ById,
    @Query({ schema: applicationSearch }) search: ApplicationSearch,
  ): Promise<ApplicationPage> {
    return this.applications.ofOrganisation(actor, id, search);
  }

  @Get('organisations/:id/requests')
  @Allowed(applicationsPolicy.listOrganisationRequests)
  @Returns(applicationPage)
  listOrganisationRequests(
    @CurrentActor() actor: Actor,
    @Param({ schema: applicationParams }) { id }: ById,
    @Query({ schema: applicationSearch }) search: ApplicationSearch,
  ): Promise<ApplicationPage> {
    return this.filing.requestsTo(actor, id, search);
  }

  @Get('calls/:id/applications')
  @Allowed(applicationsPolicy.listCallApplications)
  @Returns(callApplications)
  listCallApplications(@CurrentActor() actor: Actor, @Param({ schema: applicationParams }) { id }: ById): Promise<CallApplications> {
    return this.filing.ofCall(actor, id);
  }
}
