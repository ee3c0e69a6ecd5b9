import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { NeedCheck } from '../../projects/need.check.js';
import { projectChanged } from '../../projects/projects.events.js';
import { siteChanged } from '../../sites/sites.events.js';
import { normaliseNeed } from '../need.normalisation.js';
import { loadOptionsOfSite } from '../option.queries.js';
import { projectsConcernedBy } from '../reach/reach.queries.js';
import { StoredMatches } from '../stored-matches.service.js';
import { projectMatchesStale } from './match.events.js';

/** Freshness (domain §4): a place or a project that changed is matched again against the other side, in the background. */
@Injectable()
export class MatchRefresh implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly needs: NeedCheck,
    private readonly matches: StoredMatches,
  ) {}

  onModuleInit(): void {
    const count = ({ projectId }: { projectId: string }) => this.matches.storeOne(projectId);
    this.jobs.handle(projectChanged, 'refresh-matches', count);
    this.jobs.handle(projectMatchesStale, 'refresh-matches', count);
    this.jobs.handle(siteChanged, 'refresh-matches', ({ siteId }) => this.followSite(siteId));
    // An unnamed need is read as a try would read it: what could never be matched is refused when it is saved.
    this.needs.needsAreReadBy((tx, need) => normaliseNeed(tx, UNNAMED, need, this.clock.now()));
  }

  /** One waiting task per project, however many places changed meanwhile. */
  private async followSite(siteId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const concerned = await projectsConcernedBy(tx, siteId, await loadOptionsOfSite(tx, siteId));
      for (const projectId of concerned) await this.jobs.enqueue(tx, projectMatchesStale, { projectId }, { key: projectId });
    });
  }
}

const UNNAMED = '00000000-0000-0000-0000-000000000000';
