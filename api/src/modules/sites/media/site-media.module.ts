import { Module } from '@nestjs/common';
import { PasserbyMedia } from './passerby-media.js';
import { SiteMediaCheck } from './site-media.check.js';
import { SiteMediaController } from './site-media.controller.js';
import { SiteMediaJournal } from './site-media.journal.js';
import { SiteMediaReading } from './site-media.reading.js';
import { SiteMediaRetention } from './site-media.retention.js';
import { SiteMediaService } from './site-media.service.js';
import { SiteMediaUpload } from './site-media.upload.js';

@Module({
  controllers: [SiteMediaController],
  providers: [SiteMediaService, SiteMediaUpload, SiteMediaCheck, SiteMediaReading, SiteMediaRetention, SiteMediaJournal, PasserbyMedia],
  exports: [PasserbyMedia],
})
export class SiteMediaModule {}
