import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { METHOD_VERSION } from './criteria/criteria.js';
import type { NeedProfile, OptionProfile } from './engine/match.profile.js';
import { evaluate } from './engine/match.rules.js';
import { rankSections, type Section } from './matching.queries.js';
import { dayNumber } from './need.normalisation.js';
import { loadOptions } from './option.queries.js';
import { ProjectsReach } from './reach/projects-reach.service.js';
import {
  lookingProjects,
  type MatchTotals,
  readStoredMatches,
  replaceStoredMatches,
  saveTotals,
  type StoredMatch,
  takeProfile,
} from './stored-match.queries.js';

/** Enough for notices; the live search answers everything else. */
const KEPT_PER_SECTION = 50;

export interface Replayed {
  readonly replayed: number;
  readonly differences: number;
}

/** Matches of projects, kept so that what was said can be computed again. Anonymous tries leave nothing. */
@Injectable()
export class StoredMatches {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly projects: ProjectsReach,
  ) {}

  /** Matches every project that looks for a place anew. @returns how many projects and matches are now stored */
  async store(): Promise<{ projects: number; matches: number }> {
    await this.projects.refresh();
    const looking = await lookingProjects(this.db.manager);
    let matches = 0;
    for (const id of looking) matches += await this.storeProject(id);
    return { projects: looking.length, matches };
  }

  /** Matches one project anew; one that no longer looks for a place keeps nothing. */
  async storeOne(projectId: string): Promise<void> {
    await this.projects.refresh();
    await this.storeProject(projectId);
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

  private storeProject(projectId: string): Promise<number> {
    return this.db.transaction(async (tx) => {
      const at = this.clock.now();
      const profile = await takeProfile(tx, projectId);
      const { matches, totals } = profile === null ? { matches: [], totals: null } : await this.matchesOf(tx, profile, at);
      await replaceStoredMatches(tx, projectId, METHOD_VERSION, at, matches);
      await saveTotals(tx, projectId, totals, at);
      return matches.length;
    });
  }

  private async matchesOf(tx: EntityManager, profile: NeedProfile, at: Date): Promise<{ matches: StoredMatch[]; totals: MatchTotals }> {
    const need = { ...profile, asOfDay: dayNumber(at.toISOString().slice(0, 10)) };
    const { sites, sections } = await rankSections(tx, need, KEPT_PER_SECTION);
    const options = await loadOptions(
      tx,
      sites.map((site) => site.optionId),
    );
    const matches = sites.flatMap(({ optionId }) => {
      const option = options.get(optionId);
      return option === undefined ? [] : [{ need, option, result: evaluate(option, need) }];
    });
    return { matches, totals: totalsOf(sections) };
  }
}

function totalsOf(sections: readonly Section[]): MatchTotals {
  const totals: Partial<Record<Section['eligibility'], number>> = {};
  for (const { eligibility, total } of sections) totals[eligibility] = (totals[eligibility] ?? 0) + total;
  return totals;
}
