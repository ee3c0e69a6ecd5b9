import { Module } from '@nestjs/common';
import { SitesModule } from '../sites/sites.module.js';
import { FiguresController } from './figures.controller.js';
import { FiguresQueries } from './figures.queries.js';
import { FiguresService } from './figures.service.js';

@Module({ imports: [SitesModule], controllers: [FiguresController], providers: [FiguresService, FiguresQueries] })
export class ReportingModule {}
