import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config.js';
import { dataSourceOptions } from '../database/data-source.js';
import { Clock } from './clock.js';
import { CONFIG } from './config.token.js';
import { AccessGuard } from './access/access.guard.js';
import { AccessRetention } from './access/access.retention.js';
import { Actors } from './access/actors.js';
import { AppSecret } from './access/app-secret.js';
import { SignedIds } from './access/signed-ids.js';
import { RateLimits } from './access/rate-limits.js';
import { FilesModule } from './files/files.module.js';
import { MachinePagesController } from './http/machine-pages.controller.js';
import { RouteInventory } from './http/route-inventory.js';
import { ContractSerializer } from './http/serializer.interceptor.js';
import { WebConfigController } from './http/web-config.controller.js';
import { WebPages } from './http/web-page.js';
import { Ids } from './ids.js';
import { JobsModule } from './jobs/jobs.module.js';
import { Journal } from './journal/journal.js';
import type { Log } from './log.js';
import { LOG } from './log.token.js';
import { MailModule } from './mail/mail.module.js';
import { HealthController } from './observability/health.controller.js';
import { MetricsController } from './observability/metrics.controller.js';
import { OutboundHttp } from './outbound-http.js';
import { PrivacyModule } from './privacy/privacy.module.js';

export interface PlatformOptions {
  readonly config: Config;
  readonly log: Log;
  /** Shown in the database's list of connections. */
  readonly applicationName: string;
  /** False to read the application's structure (documents, routes) without a database. */
  readonly connect?: boolean;
  /** Stand-ins for the clock and the way out, in tests. */
  readonly replace?: readonly Provider[];
}

const SHARED = [
  Clock,
  Ids,
  OutboundHttp,
  Journal,
  WebPages,
  Actors,
  AppSecret,
  SignedIds,
  RateLimits,
  AccessGuard,
  ContractSerializer,
  RouteInventory,
];

/** What every module may use, with no business word in it. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, log, applicationName, connect = true, replace = [] }: PlatformOptions): DynamicModule {
    const values = [
      { provide: CONFIG, useValue: config },
      { provide: LOG, useValue: log },
    ];
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        JobsModule,
        MailModule,
        FilesModule,
        PrivacyModule,
        TypeOrmModule.forRoot({
          ...dataSourceOptions(config.database, applicationName),
          autoLoadEntities: true,
          manualInitialization: !connect,
          retryAttempts: 3,
          retryDelay: 1_000,
        }),
      ],
      controllers: [HealthController, MetricsController, MachinePagesController, WebConfigController],
      providers: [...values, ...SHARED, AccessRetention, ...replace],
      exports: [CONFIG, LOG, ...SHARED],
    };
  }
}
