import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Public } from '../../platform/http/access.js';
import { Returns } from '../../platform/http/returns.js';
import { territoryList, territoryParams, territorySearch, territoryView, type TerritorySearch } from './territories.schemas.js';
import { TerritoriesService } from './territories.service.js';

@ApiTags('territories')
@Public()
@Controller('territories')
export class TerritoriesController {
  constructor(private readonly territories: TerritoriesService) {}

  @Get()
  @Returns(territoryList, { description: 'Territories whose code, postal code or name matches, best first' })
  searchTerritories(@Query({ schema: territorySearch }) search: TerritorySearch) {
    return this.territories.search(search);
  }

  @Get(':id')
  @Returns(territoryView, { description: 'One territory, its parents and its extent' })
  readTerritory(@Param({ schema: territoryParams }) { id }: z.output<typeof territoryParams>) {
    return this.territories.read(id);
  }
}
