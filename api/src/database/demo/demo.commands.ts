import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { commandGroup, type RegisterCommands } from '../../platform/cli/command.js';
import { StoredMatches } from '../../modules/matching/stored-matches.service.js';
import { loadDemo } from './demo.load.js';
import { removeDemo } from './demo.writes.js';

const NOTHING_DONE = {
  loaded: 'Les données de démonstration sont déjà là.',
  removed: 'Les données de démonstration ont été retirées : « demo load --again » les remet.',
};

export const registerDemo: RegisterCommands = (program, host) => {
  const group = commandGroup(program, 'demo', 'invented places, projects and organisations, marked as such');
  group
    .command('load')
    .description('load the demonstration once, territories first')
    .option('--again', 'bring it back after “demo remove”')
    .action(async (options: { again?: true }) => {
      const app = await host.open();
      const at = app.get(Clock).now();
      const done = await app.get<DataSource>(getDataSourceToken()).transaction((tx) => loadDemo(tx, at, options.again));
      if (typeof done === 'string') {
        host.say(NOTHING_DONE[done]);
        return;
      }
      await app.get(StoredMatches).store();
      host.say(`Démonstration : ${done.sites} lieux, ${done.projects} projets, ${done.organisations} organisations, tous inventés.`);
    });
  group
    .command('remove')
    .description('take the demonstration away; real data stay')
    .action(async () => {
      const app = await host.open();
      const removed = await app.get<DataSource>(getDataSourceToken()).transaction((tx) => removeDemo(tx));
      host.say(`${removed} lieux de démonstration retirés, avec leurs projets et leurs organisations.`);
    });
};
