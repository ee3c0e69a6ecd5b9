import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { SitesService } from '../sites/sites.service.js';
import { FiguresQueries } from './figures.queries.js';
import type { HomeFigures } from './figures.schemas.js';

const RECENT_SHOWN = 6;

@Injectable()
export class FiguresService {
  constructor(
    private readonly figures: FiguresQueries,
    private readonly sites: SitesService,
    private readonly clock: Clock,
  ) {}

  async home(): Promise<HomeFigures> {
    const [counts, recentlyPublished] = await Promise.all([this.figures.home(), this.sites.recentlyPublished(RECENT_SHOWN)]);
    return { ...counts, recentlyPublished, at: this.clock.now().toISOString() };
  }
}
