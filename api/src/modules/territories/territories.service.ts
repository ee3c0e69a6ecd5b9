import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { problem } from '../../platform/http/problem.js';
import { readTerritory, searchTerritories } from './territories.queries.js';
import type { TerritorySearch } from './territories.schemas.js';

/** Regions, departments, EPCI and communes of the official code. */
@Injectable()
export class TerritoriesService {
  constructor(@InjectEntityManager() private readonly db: EntityManager) {}

  async search(search: TerritorySearch) {
    return { items: await searchTerritories(this.db, search), next: null };
  }

  async read(id: string) {
    const found = await readTerritory(this.db, id);
    if (!found) throw problem('not-found');
    return found;
  }
}
