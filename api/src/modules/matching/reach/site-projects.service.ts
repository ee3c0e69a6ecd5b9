import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { currentLanguage } from '../../../platform/http/request-context.js';
import { SitesService } from '../../sites/sites.service.js';
import { CRITERIA, METHOD_VERSION } from '../criteria/criteria.js';
import { explain } from '../engine/match.explanation.js';
import { rankProjects } from '../engine/match.order.js';
import type { NeedProfile, OptionProfile } from '../engine/match.profile.js';
import { evaluate, type Evaluation } from '../engine/match.rules.js';
import { whatIfForPlace, whatIfInWords } from '../engine/match.what-if.js';
import type { ProjectMatch, ProjectMatches } from '../matching.schemas.js';
import { dayNumber } from '../need.normalisation.js';
import { loadOptionsOfSite } from '../option.queries.js';
import { ANY_FLOOR, floorOf, loadProjectCards, needsReaching, type FloorRange } from './reach.queries.js';

const PROJECTS_SHOWN = 50;

/** Anyone may read the mirror: a change said in figures would give away the project's budget, or another amount of its private need. */
const SAID_IN_FIGURES = new Set(CRITERIA.filter(({ sizeUnit }) => sizeUnit !== null).map(({ id }) => id));

/** The mirror: the same evaluation, over the public projects that a place may suit. */
@Injectable()
export class SiteProjectsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly sites: SitesService,
  ) {}

  async projectsFor(siteId: string): Promise<ProjectMatches> {
    await this.sites.get(siteId); // 404 for who may not see it
    const options = await loadOptionsOfSite(this.db.manager, siteId);
    const ranked = rankProjects(await this.evaluations(options, floorOf));
    const shown = ranked.slice(0, PROJECTS_SHOWN);
    const cards = await loadProjectCards(
      this.db.manager,
      shown.map((one) => one.needId),
    );
    return {
      version: METHOD_VERSION,
      totals: totalsOf(ranked),
      items: shown.flatMap((one) => {
        const project = cards.get(one.needId);
        return project === undefined ? [] : [toItem(one, project)];
      }),
      next: null,
      whatIf: this.whatIf(await this.evaluations(options, () => ANY_FLOOR)),
    };
  }

  private async evaluations(options: readonly OptionProfile[], floor: (option: OptionProfile) => FloorRange): Promise<Evaluation[]> {
    const perOption = await Promise.all(
      options.map(async (option) => {
        const needs = await needsReaching(this.db.manager, option, floor(option));
        return this.today(needs).map((need) => evaluate(option, need));
      }),
    );
    return perOption.flat();
  }

  /** A place cannot move nor become another kind: what a change could open lies among the needs that reach it, whatever its floor. */
  private whatIf(evaluations: readonly Evaluation[]): ProjectMatches['whatIf'] {
    return whatIfForPlace(evaluations)
      .filter((row) => row.offered + row.ownerKnown + row.ifOwnersAnswered > 0)
      .map((row) => whatIfInWords(row, currentLanguage()))
      .map((row) => (SAID_IN_FIGURES.has(row.id) ? { ...row, steps: [] } : row));
  }

  private today(needs: readonly NeedProfile[]): NeedProfile[] {
    const asOfDay = dayNumber(this.clock.now().toISOString().slice(0, 10));
    return needs.map((need) => ({ ...need, asOfDay }));
  }
}

function totalsOf(ranked: readonly Evaluation[]): ProjectMatches['totals'] {
  const count = (eligibility: Evaluation['eligibility']): number => ranked.filter((one) => one.eligibility === eligibility).length;
  return {
    eligible: count('eligible'),
    to_confirm: count('to_confirm'),
    near_miss: count('near_miss'),
    too_little_known: count('too_little_known'),
  };
}

function toItem(evaluation: Evaluation, project: ProjectMatch['project']): ProjectMatch {
  const told = explain(evaluation, currentLanguage(), 'owner');
  return {
    project,
    eligibility: evaluation.eligibility as ProjectMatch['eligibility'],
    summary: told.summary,
    score: told.score,
    conditions: told.conditions,
    questions: [...told.questions],
    changes: told.rows.map((row) => (SAID_IN_FIGURES.has(row.id) ? null : (row.change?.place ?? null))).filter((change) => change !== null),
  };
}
