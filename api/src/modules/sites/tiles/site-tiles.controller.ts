import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/http/access.js';
import { OpenData } from '../../../platform/http/open-data.js';
import { SiteTilesQueries } from './site-tiles.queries.js';
import { tileFilter, type TileFilter, tileParams, type TileParams } from './site-tiles.schemas.js';

const MVT = 'application/vnd.mapbox-vector-tile';

/** The places of a search as vector tiles: one layer, “places”, of single places and of clusters. */
@ApiTags('sites')
@Controller('sites/tiles')
export class SiteTilesController {
  constructor(private readonly tiles: SiteTilesQueries) {}

  @Get(':z/:x/:y')
  @Public()
  @OpenData()
  @ApiProduces(MVT)
  @Header('Cache-Control', 'public, max-age=60')
  async getSiteTile(
    @Param({ schema: tileParams }) tile: TileParams,
    @Query({ schema: tileFilter }) filter: TileFilter,
  ): Promise<StreamableFile> {
    const bytes = await this.tiles.tile(tile, filter);
    return new StreamableFile(bytes, { type: MVT, length: bytes.length });
  }
}
