import { type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config.js';
import { SECRET_PATHS, withoutSecrets } from './log.secrets.js';

export type Log = Logger;

/**
 * JSON lines on standard output (or where told). Secrets never reach them: members that carry credentials are removed, and
 * whatever a sentence or an address still holds is wiped from the finished line.
 */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRET_PATHS, remove: true },
    hooks: { streamWrite: withoutSecrets },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
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
