import { type DynamicModule, Module } from '@nestjs/common';
import { AppPages } from './app.pages.js';
import { AccountsModule } from './modules/accounts/accounts.module.js';
import { ApplicationsModule } from './modules/applications/applications.module.js';
import { CallsModule } from './modules/calls/calls.module.js';
import { SiteImportsModule } from './modules/imports/by-file/site-imports.module.js';
import { InstructionModule } from './modules/instruction/instruction.module.js';
import { MatchingModule } from './modules/matching/matching.module.js';
import { MembersModule } from './modules/organisations/members.module.js';
import { NotificationsModule } from './modules/notifications/notifications.module.js';
import { OrganisationsModule } from './modules/organisations/organisations.module.js';
import { ParticipationModule } from './modules/participation/participation.module.js';
import { ProjectsModule } from './modules/projects/projects.module.js';
import { ReportingModule } from './modules/reporting/reporting.module.js';
import { SiteMediaModule } from './modules/sites/media/site-media.module.js';
import { SiteProposalsModule } from './modules/sites/proposals/site-proposals.module.js';
import { StandingModule } from './modules/sites/standing/standing.module.js';
import { SitesModule } from './modules/sites/sites.module.js';
import { TerritoriesModule } from './modules/territories/territories.module.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';

/** The table of contents: one line per module, lowest first (see “Directions” in ARCHITECTURE.md). */
const MODULES: NonNullable<DynamicModule['imports']> = [
  AccountsModule,
  TerritoriesModule,
  OrganisationsModule,
  MembersModule,
  SitesModule,
  SiteMediaModule,
  StandingModule,
  SiteProposalsModule,
  ProjectsModule,
  SiteImportsModule,
  MatchingModule,
  ParticipationModule,
  CallsModule,
  ApplicationsModule,
  InstructionModule,
  NotificationsModule,
  ReportingModule,
];

@Module({})
export class AppModule {
  static with(options: PlatformOptions): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(options), ...MODULES], providers: [AppPages] };
  }
}
