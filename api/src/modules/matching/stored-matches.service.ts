import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { METHOD_VERSION } from './criteria/criteria.js';
import type { NeedProfile, OptionProfile } from './engine/match.profile.js';
import { evaluate } from './engine/match.rules.js';
import { rankSections } from './matching.queries.js';
import { dayNumber } from './need.normalisation.js';
import { loadOptions } from './option.queries.js';
import { ProjectsReach } from './reach/projects-reach.service.js';
import { openProjects, readStoredMatches, replaceStoredMatches } from './stored-match.queries.js';

/** Enough for notices; the live search answers everything else. */
const KEPT_PER_SECTION = 50;

export interface Replayed {
  readonly replayed: number;
  readonly differences: number;
}

/** Matches of open projects, kept so that what was said can be computed again. Anonymous tries leave nothing. */
@Injectable()
export class StoredMatches {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly projects: ProjectsReach,
  ) {}

  /** Matches every open project anew. @returns how many projects and matches are now stored */
  async store(): Promise<{ projects: number; matches: number }> {
    await this.projects.refresh();
    const open = await openProjects(this.db.manager);
    let matches = 0;
    for (const { id, profile } of open) matches += await this.db.transaction((tx) => this.storeProject(tx, id, profile));
    return { projects: open.length, matches };
  }

  /** Computes what was stored under this version again, and compares every letter. */
  async replay(): Promise<Replayed> {
    const stored = await readStoredMatches(this.db.manager, METHOD_VERSION);
    const different = stored.filter(({ need, option, result }) => {
      const again = evaluate(JSON.parse(option) as OptionProfile, JSON.parse(need) as NeedProfile);
      return JSON.stringify(again) !== result;
    });
    return { replayed: stored.length, differences: different.length };
  }

  private async storeProject(tx: EntityManager, projectId: string, profile: NeedProfile): Promise<number> {
    const at = this.clock.now();
    const need = { ...profile, asOfDay: dayNumber(at.toISOString().slice(0, 10)) };
    const { sites } = await rankSections(tx, need, KEPT_PER_SECTION);
    const options = await loadOptions(
      tx,
      sites.map((site) => site.optionId),
    );
    const matches = sites.flatMap(({ optionId }) => {
      const option = options.get(optionId);
      return option === undefined ? [] : [{ need, option, result: evaluate(option, need) }];
    });
    await replaceStoredMatches(tx, projectId, METHOD_VERSION, at, matches);
    return matches.length;
  }
}
