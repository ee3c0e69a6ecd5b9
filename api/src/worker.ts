import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readConfig } from './config.js';
import { failStart } from './platform/application.js';
import { JobRunner } from './platform/jobs/job-runner.js';
import { createLog, NestLog } from './platform/log.js';

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const root = AppModule.with({ config, log, applicationName: 'terrain-worker' });
  const app = await NestFactory.createApplicationContext(root, { logger: new NestLog(log), abortOnError: false });
  app.enableShutdownHooks();
  const runner = app.get(JobRunner);
  await runner.prepare();
  await runner.start();
  log.info('worker started');
} catch (error) {
  failStart(error);
}
