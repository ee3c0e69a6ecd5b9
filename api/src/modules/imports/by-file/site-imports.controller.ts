import { Body, Controller, Get, Param, Patch, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { CurrentActor } from '../../../platform/access/access.guard.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Allowed } from '../../../platform/http/access.js';
import { Returns } from '../../../platform/http/returns.js';
import { TakesFile } from '../../../platform/http/uploads.js';
import { siteImportsPolicy } from './site-imports.policy.js';
import { SiteImportsReport } from './site-imports.report.js';
import { SiteImportsRows } from './site-imports.rows.js';
import {
  changeSiteImport,
  type ChangeSiteImport,
  fixSiteImportRow,
  type FixSiteImportRow,
  importParams,
  importsSearch,
  type ImportsSearch,
  reportParams,
  reportQuery,
  rowParams,
  rowsSearch,
  type RowsSearch,
  siteImport,
  siteImportPage,
  type SiteImportPage,
  siteImportPoints,
  type SiteImportPoints,
  siteImportRow,
  siteImportRows,
  type SiteImportRows as Rows,
  type SiteImportRowView,
  type SiteImportView,
  versioned,
} from './site-imports.schemas.js';
import { SiteImportsService } from './site-imports.service.js';

interface ById {
  readonly id: string;
}
type Versioned = z.infer<typeof versioned>;

@ApiTags('site imports')
@Controller()
export class SiteImportsController {
  constructor(
    private readonly imports: SiteImportsService,
    private readonly rows: SiteImportsRows,
    private readonly report: SiteImportsReport,
  ) {}

  @Post('organisations/:id/site-imports')
  @Allowed(siteImportsPolicy.uploadSiteImport)
  @TakesFile()
  @Returns(siteImport, { status: 201, description: 'Received; it is read in the background' })
  uploadSiteImport(
    @CurrentActor() actor: Actor,
    @Param({ schema: importParams }) { id }: ById,
    @Req() request: Request,
  ): Promise<SiteImportView> {
    return this.imports.upload(actor, id, request);
  }

  @Get('organisations/:id/site-imports')
  @Allowed(siteImportsPolicy.listSiteImports)
  @Returns(siteImportPage)
  listSiteImports(
    @CurrentActor() actor: Actor,
    @Param({ schema: importParams }) { id }: ById,
    @Query({ schema: importsSearch }) search: ImportsSearch,
  ): Promise<SiteImportPage> {
    return this.rows.list(actor, id, search);
  }

  @Get('site-imports/:id')
  @Allowed(siteImportsPolicy.getSiteImport)
  @Returns(siteImport)
  getSiteImport(@CurrentActor() actor: Actor, @Param({ schema: importParams }) { id }: ById): Promise<SiteImportView> {
    return this.rows.get(actor, id);
  }

  @Patch('site-imports/:id')
  @Allowed(siteImportsPolicy.changeSiteImport)
  @Returns(siteImport)
  changeSiteImport(
    @CurrentActor() actor: Actor,
    @Param({ schema: importParams }) { id }: ById,
    @Body({ schema: changeSiteImport }) input: ChangeSiteImport,
  ): Promise<SiteImportView> {
    return this.imports.change(actor, id, input);
  }

  @Get('site-imports/:id/rows')
  @Allowed(siteImportsPolicy.listSiteImportRows)
  @Returns(siteImportRows)
  listSiteImportRows(
    @CurrentActor() actor: Actor,
    @Param({ schema: importParams }) { id }: ById,
    @Query({ schema: rowsSearch }) search: RowsSearch,
  ): Promise<Rows> {
    return this.rows.search(actor, id, search);
  }

  @Get('site-imports/:id/points')
  @Allowed(siteImportsPolicy.listSiteImportPoints)
  @Returns(siteImportPoints)
  listSiteImportPoints(@CurrentActor() actor: Actor, @Param({ schema: importParams }) { id }: ById): Promise<SiteImportPoints> {
    return this.rows.points(actor, id);
  }

  @Patch('site-imports/:id/rows/:line')
  @Allowed(siteImportsPolicy.fixSiteImportRow)
  @Returns(siteImportRow)
  fixSiteImportRow(
    @CurrentActor() actor: Actor,
    @Param({ schema: rowParams }) { id, line }: ById & { readonly line: number },
    @Body({ schema: fixSiteImportRow }) input: FixSiteImportRow,
  ): Promise<SiteImportRowView> {
    return this.rows.fix(actor, id, line, input);
  }

  @Post('site-imports/:id/commit')
  @Allowed(siteImportsPolicy.commitSiteImport)
  @Returns(siteImport)
  commitSiteImport(
    @CurrentActor() actor: Actor,
    @Param({ schema: importParams }) { id }: ById,
    @Body({ schema: versioned }) { version }: Versioned,
  ): Promise<SiteImportView> {
    return this.imports.commit(actor, id, version);
  }

  @Post('site-imports/:id/undo')
  @Allowed(siteImportsPolicy.undoSiteImport)
  @Returns(siteImport)
  undoSiteImport(
    @CurrentActor() actor: Actor,
    @Param({ schema: importParams }) { id }: ById,
    @Body({ schema: versioned }) { version }: Versioned,
  ): Promise<SiteImportView> {
    return this.imports.undo(actor, id, version);
  }

  @Post('site-imports/:id/drop')
  @Allowed(siteImportsPolicy.dropSiteImport)
  @Returns(siteImport)
  dropSiteImport(
    @CurrentActor() actor: Actor,
    @Param({ schema: importParams }) { id }: ById,
    @Body({ schema: versioned }) { version }: Versioned,
  ): Promise<SiteImportView> {
    return this.imports.drop(actor, id, version);
  }

  @Get('site-imports/:id/report')
  @Allowed(siteImportsPolicy.downloadSiteImportReport)
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/json')
  downloadSiteImportReport(
    @CurrentActor() actor: Actor,
    @Param({ schema: reportParams }) { id }: ById,
    @Query({ schema: reportQuery }) { format }: z.infer<typeof reportQuery>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.report.download(actor, id, format, response);
  }
}
