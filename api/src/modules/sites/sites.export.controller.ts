import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/access.js';
import { OpenData } from '../../platform/http/open-data.js';
import { SitesExport } from './sites.export.js';
import { siteFilter, type SiteFilter } from './sites.schemas.js';

/** Declared before the controller of `/sites/:id`, whose path would swallow these. */
@ApiTags('sites')
@Controller('sites')
export class SitesExportController {
  constructor(private readonly exports: SitesExport) {}

  @Get('export.csv')
  @Public()
  @OpenData()
  @ApiProduces('text/csv')
  exportSitesCsv(@Query({ schema: siteFilter }) filter: SiteFilter): StreamableFile {
    return new StreamableFile(this.exports.csv(filter), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="lieux.csv"',
    });
  }

  @Get('export.geojson')
  @Public()
  @OpenData()
  @ApiProduces('application/geo+json')
  exportSitesGeojson(@Query({ schema: siteFilter }) filter: SiteFilter): StreamableFile {
    return new StreamableFile(this.exports.geojson(filter), {
      type: 'application/geo+json',
      disposition: 'attachment; filename="lieux.geojson"',
    });
  }
}
