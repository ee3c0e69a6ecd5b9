import type { RegisterCommands } from './command.js';
import { migrate } from '../../database/migrate.js';

export const registerMigrate: RegisterCommands = (program, host) => {
  program
    .command('migrate')
    .description('bring the database to the version of this program')
    .action(async () => {
      const applied = await migrate(host.config().database.url);
      for (const name of applied) host.say(`applied ${name}`);
      host.say(applied.length === 0 ? 'the database is up to date' : `${applied.length} migrations applied`);
    });
};
