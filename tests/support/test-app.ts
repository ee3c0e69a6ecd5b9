import { afterAll, beforeAll } from '@jest/globals';
import type { DynamicModule, Type } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../api/src/app.module.js';
import { type Config, readConfig } from '../../api/src/config.js';
import { createHttpApplication } from '../../api/src/platform/application.js';
import { Clock } from '../../api/src/platform/clock.js';
import { configureHttp } from '../../api/src/platform/http/http-app.js';
import { JobRunner } from '../../api/src/platform/jobs/job-runner.js';
import { createLog } from '../../api/src/platform/log.js';
import { OutboundHttp } from '../../api/src/platform/outbound-http.js';
import { cloneDatabase } from './database.js';
import type { Content } from './templates.js';
import { FixedClock } from './fixed-clock.js';
import { temporaryFolder, temporaryMailbox } from './mailbox.js';
import { LoopbackHttp, NoOutboundHttp } from './no-network.js';

/** The very first file of a first run also makes the template and fills the cache of compiled libraries. */
const START_LIMIT_MS = 240_000;

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly db: DataSource;
  readonly clock: FixedClock;
  readonly config: Config;
  /** One request: `await http().get('/api/sites').expect(200)`. */
  readonly http: () => ReturnType<typeof supertest>;
  readonly get: <T>(type: Type<T>) => T;
  /** Runs everything waiting in the background, then returns. */
  readonly runJobs: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface TestAppOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** What its database holds: nothing but the schema, or the demonstration too. */
  readonly content?: Content;
  /** A second process beside another application under test: its database, which stays when this one closes. */
  readonly beside?: TestApp;
  /** How far the application may reach out: nowhere, or to other programs of this machine. */
  readonly outbound?: 'nowhere' | 'loopback';
  /** Takes each line of the log, from `info` up; without it the application is silent. */
  readonly logged?: (line: string) => void;
  /** Controllers and modules that exist only to try the platform. */
  readonly imports?: NonNullable<DynamicModule['imports']>;
}

/**
 * The application for all tests of a file, started before them and closed after.
 * @example const t = useTestApp(); test('…', async () => { await t.http().get('/api/sites').expect(200); });
 */
export function useTestApp(options: TestAppOptions = {}): TestApp {
  let started: TestApp | null = null;
  beforeAll(async () => {
    started = await startTestApp(options);
  }, START_LIMIT_MS);
  afterAll(() => started?.close());
  return new Proxy({} as TestApp, {
    get: (_target, member: keyof TestApp) => {
      if (started === null) throw new Error('The application under test exists only inside tests and hooks.');
      return started[member];
    },
  });
}

/**
 * The real application on its own clone of the migrated database, with a fixed clock and no way out.
 */
export async function startTestApp({
  environment = {},
  imports = [],
  content,
  beside,
  logged,
  outbound = 'nowhere',
}: TestAppOptions = {}): Promise<TestApp> {
  const database = beside ? { url: beside.config.database.url, drop: () => Promise.resolve() } : await cloneDatabase(content);
  const mailbox = temporaryMailbox();
  const files = temporaryFolder('terrain-files-');
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    WORKER: 'off',
    LOG_LEVEL: logged ? 'info' : 'silent',
    // Two can race; each one more would have to learn what the first knows already (its first write of a place: 0.1 s).
    DATABASE_POOL_MAX: '2',
    APP_SECRET: 'a secret of the tests, long enough for its check',
    RATE_LIMIT_FACTOR: '10000',
    MAIL_FOLDER: mailbox.folder,
    FILES_FOLDER: files.folder,
    ...environment,
  });
  const log = createLog(config.logLevel, logged && { write: logged });
  const clock = new FixedClock();
  const root = AppModule.with({
    config,
    log,
    applicationName: 'terrain-test',
    replace: [
      { provide: Clock, useValue: clock },
      { provide: OutboundHttp, useClass: outbound === 'loopback' ? LoopbackHttp : NoOutboundHttp },
    ],
  });
  const app = await createHttpApplication({ ...root, imports: [...(root.imports ?? []), ...imports] }, { log });
  configureHttp(app, config, log);
  // Listening from the start: a client that finds the door closed opens and closes one for each request.
  await app.listen(0, '127.0.0.1');
  const runner = app.get(JobRunner);
  await runner.prepare();
  return {
    app,
    db: app.get<DataSource>(getDataSourceToken()),
    clock,
    config,
    http: () => supertest(app.getHttpServer()),
    get: (type) => app.get(type, { strict: false }),
    runJobs: () => runner.runDue(),
    close: async () => {
      await app.close();
      mailbox.remove();
      files.remove();
      await database.drop();
    },
  };
}
