import { Module } from '@nestjs/common';
import { SiteImportsCommitting } from './site-imports.committing.js';
import { SiteImportsController } from './site-imports.controller.js';
import { SiteImportsJournal } from './site-imports.journal.js';
import { SiteImportsPages } from './site-imports.pages.js';
import { SiteImportsReading } from './site-imports.reading.js';
import { SiteImportsReport } from './site-imports.report.js';
import { SiteImportsRetention } from './site-imports.retention.js';
import { SiteImportsRows } from './site-imports.rows.js';
import { SiteImportsService } from './site-imports.service.js';
import { SiteImportsUndoing } from './site-imports.undoing.js';

@Module({
  controllers: [SiteImportsController],
  providers: [
    SiteImportsService,
    SiteImportsRows,
    SiteImportsReading,
    SiteImportsCommitting,
    SiteImportsUndoing,
    SiteImportsReport,
    SiteImportsRetention,
    SiteImportsJournal,
    SiteImportsPages,
  ],
})
export class SiteImportsModule {}
