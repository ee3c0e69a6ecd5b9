import { type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { Config } from '../config.js';

export type Log = Logger;

/** JSON lines on standard output. Secrets never reach them: headers that carry credentials are removed, not masked. */
export function createLog(level: Config['logLevel']): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]', '*.password', '*.token', '*.secret'],
      remove: true,
    },
  });
}

/** Lets NestJS speak through the same log. Its start-up chatter is `debug`. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, ...details: unknown[]): void {
    this.target.debug(about(details), String(message));
  }
  error(message: unknown, ...details: unknown[]): void {
    this.target.error(message instanceof Error ? { err: message } : about(details), String(message));
  }
  warn(message: unknown, ...details: unknown[]): void {
    this.target.warn(about(details), String(message));
  }
  debug(message: unknown, ...details: unknown[]): void {
    this.target.trace(about(details), String(message));
  }
  fatal(message: unknown, ...details: unknown[]): void {
    this.target.fatal(about(details), String(message));
  }
}

function about(details: readonly unknown[]): object {
  const [context, ...rest] = [...details].reverse();
  return rest.length > 0 ? { context, details: rest } : { context };
}
