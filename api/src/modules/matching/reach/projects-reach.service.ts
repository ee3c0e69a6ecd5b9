import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { Problem } from '../../../platform/http/problem.js';
import { need as needSchema } from '../../projects/needs.schemas.js';
import type { NeedProfile } from '../engine/match.profile.js';
import { normaliseNeed } from '../need.normalisation.js';
import { departmentsByPart, saveProjectProfile, takeStaleProjects, type StaleProject } from './reach.queries.js';
import { reachOf } from './reach.rules.js';

const AT_ONCE = 100;

/** Keeps the engine's view of projects up to date: the database marks a changed project, whoever matches next translates it. */
@Injectable()
export class ProjectsReach {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Translates every changed project, in transactions of a hundred. Cheap when there is none. */
  async refresh(): Promise<number> {
    let refreshed = 0;
    for (let taken = AT_ONCE; taken === AT_ONCE; refreshed += taken) taken = await this.db.transaction((tx) => this.refreshSome(tx));
    return refreshed;
  }

  private async refreshSome(tx: EntityManager): Promise<number> {
    const stale = await takeStaleProjects(tx, AT_ONCE);
    for (const project of stale) {
      const profile = await this.translate(tx, project);
      const reach = profile === null ? [] : reachOf(profile, await departmentsByPart(tx, profile));
      await saveProjectProfile(tx, project, profile, reach);
    }
    return stale.length;
  }

  /** A stored need that today's rules refuse is left unmatched rather than guessed. */
  private async translate(tx: EntityManager, project: StaleProject): Promise<NeedProfile | null> {
    const read = needSchema.safeParse({ activity: project.activity, ...(project.need as object) });
    if (!read.success) return null;
    try {
      return await normaliseNeed(tx, project.id, read.data, this.clock.now());
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }
}
