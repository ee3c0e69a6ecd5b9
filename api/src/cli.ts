import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { registerDemo } from './database/demo/demo.commands.js';
import { registerGenerate } from './generate.commands.js';
import { registerAccounts } from './modules/accounts/accounts.commands.js';
import { registerImports } from './modules/imports/imports.commands.js';
import { registerMatching } from './modules/matching/matching.commands.js';
import { registerNotifications } from './modules/notifications/notifications.commands.js';
import { registerTerritories } from './modules/territories/territories.commands.js';
import type { RegisterCommands } from './platform/cli/command.js';
import { registerJournal } from './platform/cli/journal.commands.js';
import { registerMail } from './platform/cli/mail.commands.js';
import { registerMigrate } from './platform/cli/migrate.commands.js';
import { runCli } from './platform/cli/run-cli.js';

/** Every command: one line per module that has some. */
const COMMANDS: readonly RegisterCommands[] = [
  registerMigrate,
  registerGenerate,
  registerJournal,
  registerAccounts,
  registerMail,
  registerTerritories,
  registerImports,
  registerDemo,
  registerMatching,
  registerNotifications,
];

process.exitCode = await runCli((options) => AppModule.with(options), COMMANDS, process.argv.slice(2));
