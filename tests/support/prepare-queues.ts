import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../api/src/app.module.js';
import { readConfig } from '../../api/src/config.js';
import { JobRunner } from '../../api/src/platform/jobs/job-runner.js';
import { createLog } from '../../api/src/platform/log.js';

/** Makes the queues of the application's background tasks in a migrated database. */
export async function prepareQueues(url: string): Promise<void> {
  const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: url, WORKER: 'off', LOG_LEVEL: 'silent' });
  const root = AppModule.with({ config, log: createLog(config.logLevel), applicationName: 'terrain-template' });
  const app = await NestFactory.createApplicationContext(root, { logger: false });
  await app.get(JobRunner).prepare();
  await app.close();
}
