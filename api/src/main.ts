import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { AppModule } from './app.module.js';
import { readConfig } from './config.js';
import { createHttpApplication, failStart } from './platform/application.js';
import { configureHttp } from './platform/http/http-app.js';
import { JobRunner } from './platform/jobs/job-runner.js';
import { createLog } from './platform/log.js';

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const app = await createHttpApplication(AppModule.with({ config, log, applicationName: 'terrain-api' }), { log });
  configureHttp(app, config, log);
  await app.init();
  const runner = app.get(JobRunner);
  await runner.prepare();
  if (config.worker === 'inline') await runner.start();
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  log.info({ url: config.publicUrl, port, worker: config.worker }, 'listening');
} catch (error) {
  failStart(error);
}
