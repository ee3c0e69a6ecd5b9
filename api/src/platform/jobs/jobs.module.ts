import { Global, Module } from '@nestjs/common';
import { JobRunner } from './job-runner.js';
import { JobStore } from './job-store.js';
import { Jobs } from './jobs.js';

@Global()
@Module({ providers: [Jobs, JobStore, JobRunner], exports: [Jobs, JobStore, JobRunner] })
export class JobsModule {}
