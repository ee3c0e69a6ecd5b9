import { type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command, CommanderError } from 'commander';
import { type Config, ConfigError, readConfig } from '../../config.js';
import { startFault } from '../application.js';
import { JobRunner } from '../jobs/job-runner.js';
import { createLog, NestLog } from '../log.js';
import type { PlatformOptions } from '../platform.module.js';
import { VERSION } from '../version.js';
import { CommandError, type CommandHost, type RegisterCommands } from './command.js';

/** Runs one command line and @returns the exit code: 0 done, 1 refused or failed, 2 wrongly typed. */
export async function runCli(
  root: (options: PlatformOptions) => DynamicModule,
  commands: readonly RegisterCommands[],
  args: readonly string[],
): Promise<number> {
  const host = new Host(root);
  const program = new Command('terrain').description('Terrain d’entente').version(VERSION).exitOverride();
  for (const register of commands) register(program, host);
  exitOverrideDeep(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    return explain(error);
  } finally {
    await host.close();
  }
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // commander has already written why
  const expected = error instanceof CommandError || error instanceof ConfigError;
  process.stderr.write(`${expected ? error.message : startFault(error)}\n`);
  return error instanceof CommandError ? error.exitCode : 1;
}

function exitOverrideDeep(command: Command): void {
  for (const child of command.commands) {
    child.exitOverride();
    exitOverrideDeep(child);
  }
}

class Host implements CommandHost {
  private opened: INestApplicationContext | null = null;
  private read: Config | null = null;

  constructor(private readonly root: (options: PlatformOptions) => DynamicModule) {}

  config(): Config {
    // Imports and checks run far longer than a request may.
    const { database, ...rest } = (this.read ??= readConfig({ LOG_LEVEL: 'warn', ...process.env }));
    return { ...rest, database: { ...database, statementTimeoutMs: 0 } };
  }

  async open(): Promise<INestApplicationContext> {
    if (this.opened) return this.opened;
    const config = this.config();
    const log = createLog(config.logLevel);
    const options = { logger: new NestLog(log), abortOnError: false };
    this.opened = await NestFactory.createApplicationContext(this.root({ config, log, applicationName: 'terrain-cli' }), options);
    await this.opened.get(JobRunner).prepare();
    return this.opened;
  }

  say(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  async close(): Promise<void> {
    await this.opened?.close();
  }
}
