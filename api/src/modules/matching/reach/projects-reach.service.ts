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

/** Keeps the engine's view of projects up to date: the database marks a changed project, a background task translates it. */
@Injectable()
export class ProjectsReach {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Translates every changed project, in transactions of a hundred. Cheap when there is none. */
  async refresh(): Promise<void> {
    let taken = AT_ONCE;
    while (taken === AT_ONCE) taken = await this.db.transaction((tx) => translateChangedProjects(tx, this.clock.now(), AT_ONCE));
  }
}

/** Translates as many changed projects, inside the caller's transaction. @returns how many there were */
export async function translateChangedProjects(tx: EntityManager, at: Date, atMost: number): Promise<number> {
  const stale = await takeStaleProjects(tx, atMost);
  for (const project of stale) {
    const profile = await translate(tx, project, at);
    const reach = profile === null ? [] : reachOf(profile, await departmentsByPart(tx, profile));
    await saveProjectProfile(tx, project, profile, reach);
  }
  return stale.length;
}

/** A stored need that today's rules refuse is left unmatched rather than guessed. */
async function translate(tx: EntityManager, project: StaleProject, at: Date): Promise<NeedProfile | null> {
  const read = needSchema.safeParse({ activity: project.activity, ...(project.need as object) });
  if (!read.success) return null;
  try {
    return await normaliseNeed(tx, project.id, read.data, at);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
