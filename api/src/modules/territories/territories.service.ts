import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { problem } from '../../platform/http/problem.js';
import { mayBegin } from './near-name.rules.js';
import { readTerritory, searchTerritories, territoriesNamedLike } from './territories.queries.js';
import type { TerritorySearch } from './territories.schemas.js';

const NAMES_COMPARED = 200;

/** Regions, departments, EPCI and communes of the official code. */
@Injectable()
export class TerritoriesService {
  constructor(@InjectEntityManager() private readonly db: EntityManager) {}

  /** When no name begins like what was typed, those that do but for one slip: a list to choose from, never a choice made. */
  async search(search: TerritorySearch) {
    const items = await searchTerritories(this.db, search);
    if (items.length > 0) return { items, next: null };
    const alike = await territoriesNamedLike(this.db, search, NAMES_COMPARED);
    return { items: alike.filter(({ name }) => mayBegin(search.q, name)).slice(0, search.limit), next: null };
  }

  async read(id: string) {
    const found = await readTerritory(this.db, id);
    if (!found) throw problem('not-found');
    return found;
  }
}
