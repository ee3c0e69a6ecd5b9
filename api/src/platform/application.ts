import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ConfigError } from '../config.js';
import { NestLog } from './log.js';
import type { PlatformOptions } from './platform.module.js';

/** The HTTP application, not yet listening. Bodies are parsed by our own limits, hence `bodyParser: false`. */
export function createHttpApplication(root: DynamicModule, { log }: Pick<PlatformOptions, 'log'>): Promise<NestExpressApplication> {
  return NestFactory.create<NestExpressApplication>(root, { bodyParser: false, logger: new NestLog(log), abortOnError: false });
}

/** Ends the process with one clear sentence: a configuration fault is the operator's, its stack helps nobody. */
export function failStart(error: unknown): never {
  const sentence = error instanceof ConfigError ? error.message : startFault(error);
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** One sentence for the faults an operator can repair; the stack for the others. */
export function startFault(error: unknown): string {
  const { code, message, port } = error as { code?: string; message?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port ?? ''} is already in use: stop the other program or set PORT.`;
  if (code === 'EACCES') return `Port ${port ?? ''} may not be opened by this user: set PORT to a number above 1023.`;
  if (code === 'ECONNREFUSED') return 'The database does not answer: check that it runs and that DATABASE_URL is right.';
  if (code === '28P01') return 'The database refuses the password in DATABASE_URL.';
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist.';
  return error instanceof Error ? (error.stack ?? error.message) : (message ?? String(error));
}
