import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import type { Config } from '../../config.js';

/** What a command may ask for. The application is opened on demand: `--help` needs no database. */
export interface CommandHost {
  config(): Config;
  /** The application without HTTP, its queues ready; closed by the program when the command ends. */
  open(): Promise<INestApplicationContext>;
  /** One line for people, on standard output. */
  say(line: string): void;
}

/**
 * A module's commands: exported as `register…` from its `<module>.commands.ts` and listed once in `cli.ts`.
 * @example program.command('journal').command('verify').action(async () => { const app = await host.open(); … })
 */
export type RegisterCommands = (program: Command, host: CommandHost) => void;

/** A failure people can act on: shown as one sentence, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}

/** The group of commands with this name, created by whoever asks first: `import`, `match`, `demo`, `journal`. */
export function commandGroup(program: Command, name: string, description: string): Command {
  return program.commands.find((command) => command.name() === name) ?? program.command(name).description(description);
}
