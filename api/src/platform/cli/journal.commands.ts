import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CommandError, commandGroup, type RegisterCommands } from './command.js';
import { Journal } from '../journal/journal.js';

export const registerJournal: RegisterCommands = (program, host) => {
  commandGroup(program, 'journal', 'the append-only journal of acts')
    .command('verify')
    .description('check that no act was altered, removed or moved')
    .action(async () => {
      const app = await host.open();
      const { manager } = app.get<DataSource>(getDataSourceToken());
      const result = await app.get(Journal).verify(manager);
      if (!result.intact) throw new CommandError(`journal BROKEN at act ${result.seq}: ${result.explanation}`);
      host.say(`journal intact: ${result.acts} acts, last hash ${result.lastHash}`);
    });
};
